/** The first 100 bytes of an SQLite file (file format description, section 1.3), looked at before SQLite sees anything. */
export type FileHeader =
  | { readonly status: 'empty' | 'notSqlite' }
  /** The file is not as long as its header says: cut off while copying, or something was put behind it. */
  | { readonly status: 'wrongLength' }
  | { readonly status: 'ok'; readonly applicationId: number; readonly writeAheadLog: boolean };

const MAGIC = 'SQLite format 3\0';
const HEADER_BYTES = 100;

export function readFileHeader(bytes: Uint8Array): FileHeader {
  if (bytes.length === 0) return { status: 'empty' };
  if (bytes.length < MAGIC.length || ![...MAGIC].every((letter, index) => bytes[index] === letter.charCodeAt(0))) return { status: 'notSqlite' };
  if (bytes.length < HEADER_BYTES) return { status: 'wrongLength' };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const written = view.getUint16(16);
  const pageSize = written === 1 ? 65536 : written;
  const isPowerOfTwo = pageSize >= 512 && (pageSize & (pageSize - 1)) === 0;
  if (!isPowerOfTwo || bytes.length % pageSize !== 0) return { status: 'wrongLength' };
  // The page count is only kept by writers that also copy the change counter; older ones leave it behind.
  const pageCountIsKept = view.getUint32(24) === view.getUint32(92);
  const pages = view.getUint32(28);
  if (pageCountIsKept && pages !== 0 && pages * pageSize !== bytes.length) return { status: 'wrongLength' };
  return { status: 'ok', applicationId: view.getUint32(68), writeAheadLog: bytes[18] === 2 || bytes[19] === 2 };
}

/** The same file with its journal mode set back: without a file system there is no write-ahead log SQLite could open. */
export function withoutWriteAheadLog(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice();
  copy[18] = 1;
  copy[19] = 1;
  return copy;
}
