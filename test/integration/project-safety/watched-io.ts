import type { IoFile, IoPort } from '#electron/main/files/io-port.ts';

/** Told before every file call, with its number (from 1), its name, and what it would do; may answer by doing something else. */
export type Watcher = (call: { readonly number: number; readonly name: string; readonly path: string }, perform: () => Promise<unknown>, half: () => Promise<unknown>) => Promise<unknown>;

/** A port in which every single file call, also writes, flushes and closes of open files, passes a watcher. Waiting passes at once. */
export function watchedIo(io: IoPort, watch: Watcher): IoPort & { readonly calls: () => number } {
  let count = 0;
  const through = <Value>(name: string, path: string, perform: () => Promise<Value>, half: () => Promise<unknown> = perform): Promise<Value> =>
    watch({ number: (count += 1), name, path }, perform, half) as Promise<Value>;
  const file = (path: string, inner: IoFile): IoFile => ({
    write: (bytes) => through('write', path, () => inner.write(bytes), () => inner.write(bytes.subarray(0, Math.floor(bytes.length / 2)))),
    truncate: (size) => through('truncate', path, () => inner.truncate(size)),
    sync: () => through('sync', path, () => inner.sync()),
    close: () => through('close', path, () => inner.close()),
  });
  return {
    calls: () => count,
    open: async (path, flags) => file(path, await through('open', path, () => io.open(path, flags))),
    readFile: (path) => through('readFile', path, () => io.readFile(path)),
    stat: (path) => through('stat', path, () => io.stat(path)),
    readdir: (path) => through('readdir', path, () => io.readdir(path)),
    mkdir: (path) => through('mkdir', path, () => io.mkdir(path)),
    rename: (from, to) => through('rename', to, () => io.rename(from, to)),
    unlink: (path) => through('unlink', path, () => io.unlink(path)),
    syncFolder: (path) => through('syncFolder', path, () => io.syncFolder(path)),
    wait: () => Promise.resolve(),
  };
}
