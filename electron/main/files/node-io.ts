import { mkdir, open, readdir, readFile, rename, stat, unlink } from 'node:fs/promises';
import type { IoPort } from './io-port.ts';

/** The port on the real file system. */
export const nodeIo: IoPort = {
  open: async (path, flags) => {
    const file = await open(path, flags);
    return {
      write: async (bytes) => {
        let written = 0;
        while (written < bytes.length) written += (await file.write(bytes, written)).bytesWritten;
      },
      truncate: (size) => file.truncate(size),
      sync: () => file.sync(),
      close: () => file.close(),
    };
  },
  readFile: async (path) => new Uint8Array(await readFile(path)),
  stat: async (path) => {
    const status = await stat(path);
    return { size: status.size, modified: status.mtimeMs, file: status.isFile() };
  },
  readdir: (path) => readdir(path),
  mkdir: async (path) => void (await mkdir(path, { recursive: true })),
  rename: (from, to) => rename(from, to),
  unlink: (path) => unlink(path),
  syncFolder: async (path) => {
    // Windows opens no folders; its rename is as durable as it gets
    if (process.platform === 'win32') return;
    const folder = await open(path, 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  },
  wait: (milliseconds) => new Promise((resume) => setTimeout(resume, milliseconds)),
};
