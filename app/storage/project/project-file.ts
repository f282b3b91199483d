/** "QWPL": says that a file is a planning project. It never changes; the version of the format is in `user_version`. */
export const APPLICATION_ID = 0x5157504c;
export const HASH_TABLE = 'table_hash';
/** Largest project that is opened, in bytes; real ones have some hundred kilobytes. */
export const SIZE_LIMIT = 64 * 1024 * 1024;
