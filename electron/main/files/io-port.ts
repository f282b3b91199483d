/**
 * Every file call that saving, journals, locks and backups make. They go through this port alone, so that tests can fail,
 * count or kill at each of them, and nothing writes behind its back.
 */
export type IoPort = {
  /** Opens for writing; `wx` fails when the file exists, `a` appends and creates, `r+` changes an existing file. */
  readonly open: (path: string, flags: 'wx' | 'a' | 'r+' | 'r') => Promise<IoFile>;
  readonly readFile: (path: string) => Promise<Uint8Array>;
  readonly stat: (path: string) => Promise<IoStat>;
  readonly readdir: (path: string) => Promise<readonly string[]>;
  readonly mkdir: (path: string) => Promise<void>;
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly unlink: (path: string) => Promise<void>;
  /** Makes the names in a folder durable; does nothing where folders cannot be opened (Windows). */
  readonly syncFolder: (path: string) => Promise<void>;
  /** Waits before another try. */
  readonly wait: (milliseconds: number) => Promise<void>;
};

export type IoFile = {
  /** Writes all bytes, from where the last write ended. */
  readonly write: (bytes: Uint8Array) => Promise<void>;
  /** Shortens the file, for taking back an append that failed half-way. */
  readonly truncate: (size: number) => Promise<void>;
  /** Returns when the bytes are on the disk. */
  readonly sync: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export type IoStat = { readonly size: number; readonly modified: number; readonly file: boolean };

/** Errno of a failed call: `ENOSPC`, `EACCES` …; undefined for anything that is not a file error. */
export const errnoOf = (cause: unknown): string | undefined =>
  typeof cause === 'object' && cause !== null && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;

export const isMissing = (cause: unknown): boolean => errnoOf(cause) === 'ENOENT';
