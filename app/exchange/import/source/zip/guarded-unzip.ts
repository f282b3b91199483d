import { Inflate } from 'fflate';
import type { Problem } from '#shared/problem.ts';
import type { Result } from '#shared/result.ts';
import { failure, success } from '#shared/result.ts';
import type { Budget, ImportFile } from '../source.ts';
import { BUDGET } from '../source.ts';
import { crc32 } from './crc32.ts';
import type { ZipEntry, ZipFault } from './zip-directory.ts';
import { readZipDirectory } from './zip-directory.ts';

/**
 * How many times its packed bytes a part may have. Real workbooks and dBase tables with empty columns go far beyond 100:1 while they are small
 * (a column of blanks: 800:1), so the ratio counts only above 16 MB, for each part and for all wanted parts together; below, the size itself is harmless.
 */
const MAXIMUM_RATIO = 100;
const RATIO_COUNTS_ABOVE = 16 * 1024 * 1024;
/** Packed bytes handed over at a time; deflate makes at most 1,032 bytes of one, so a lie is noticed after 17 MB. */
const STEP = 16 * 1024;

/** An archive whose directory and declared sizes have passed; its parts are inflated one at a time, when asked for. */
export type GuardedZip = {
  /** The wanted parts. */
  readonly names: readonly string[];
  /** Undefined: no such part. */
  readonly part: (name: string) => Result<Uint8Array, Problem> | undefined;
  /** Hands a part over in pieces, so that it is never in memory as a whole; a `Problem` that comes afterwards makes what was handed over void. */
  readonly pieces: (name: string, take: (piece: Uint8Array) => void) => Result<undefined, Problem> | undefined;
};

/**
 * The wanted parts of a zip archive by name. Nothing is inflated before the whole directory is checked (`readZipDirectory`) and the declared sizes
 * fit the budget; while inflating, the real bytes are counted and must be exactly the declared ones (checked by CRC-32 too). Folders, archives
 * inside the archive and what macOS adds (`__MACOSX`, `.DS_Store`) are left out.
 * Fails with `import.unsafeZip`, `import.damaged`, `import.encrypted` or `import.tooBig`.
 */
export function guardedUnzip(file: ImportFile, wanted: (name: string) => boolean = () => true, budget: Budget = BUDGET): Result<ReadonlyMap<string, Uint8Array>, Problem> {
  const zip = guardedZip(file, wanted, budget);
  if (!zip.ok) return zip;
  const parts = new Map<string, Uint8Array>();
  for (const name of zip.value.names) {
    const part = zip.value.part(name);
    if (part?.ok === false) return part;
    if (part !== undefined) parts.set(name, part.value);
  }
  return success(parts);
}

/** As `guardedUnzip`, without inflating anything yet. */
export function guardedZip(file: ImportFile, wanted: (name: string) => boolean = () => true, budget: Budget = BUDGET): Result<GuardedZip, Problem> {
  const directory = zipEntries(file, budget);
  if (!directory.ok) return directory;
  const chosen = directory.value.filter(({ name }) => !isIgnored(name) && wanted(name));
  const refusal = refuse(file, chosen, budget);
  if (refusal !== undefined) return failure(refusal);

  const byName = new Map(chosen.map((entry) => [entry.name, entry]));
  const pieces = (name: string, take: (piece: Uint8Array) => void) => {
    const entry = byName.get(name);
    if (entry === undefined) return undefined;
    return inflateEntry(file.bytes, entry, take) ? success(undefined) : failure(damaged(file, { fault: 'zipContent', entry: name.slice(0, 80) }));
  };
  return success({
    names: [...byName.keys()],
    pieces,
    part: (name) => {
      const { inflatedBytes = 0, packedBytes = 0 } = byName.get(name) ?? {};
      // deflate cannot make more of a byte than this, so a declared size beyond it is a lie and gets no memory
      const target = new Uint8Array(Math.min(inflatedBytes, packedBytes * 1032 + 1024));
      let filled = 0;
      const result = pieces(name, (piece) => {
        if (filled + piece.length <= target.length) target.set(piece, filled);
        filled += piece.length;
      });
      return result === undefined || !result.ok ? result : success(target);
    },
  });
}

/** The directory alone, checked as `guardedUnzip` does: enough to tell what kind of archive it is. */
export function zipEntries(file: ImportFile, budget: Budget = BUDGET): Result<readonly ZipEntry[], Problem> {
  const directory = readZipDirectory(file.bytes, budget.zipEntries);
  return directory.ok ? directory : failure(problemOf(file, directory.failure, budget));
}

/** Archives inside the archive and what macOS packs along. */
export const isIgnored = (name: string): boolean => /(^|\/)(__MACOSX\/|\.DS_Store$|\._)/.test(name) || /\.zip$/i.test(name);

function refuse(file: ImportFile, entries: readonly ZipEntry[], budget: Budget): Problem | undefined {
  const sum = (amount: (entry: ZipEntry) => number) => entries.reduce((total, entry) => total + amount(entry), 0);
  const [inflated, packed] = [sum((entry) => entry.inflatedBytes), sum((entry) => entry.packedBytes)];
  if (entries.some(({ encrypted }) => encrypted)) return { code: 'import.encrypted', details: { file: file.name } };
  const bomb = entries.find((entry) => tooDense(entry.inflatedBytes, entry.packedBytes));
  if (bomb !== undefined || tooDense(inflated, packed)) return unsafe(file, { fault: 'zipRatio', entry: bomb?.name.slice(0, 80) ?? file.name });
  const largest = Math.max(0, ...entries.map(({ inflatedBytes }) => inflatedBytes));
  if (largest > budget.entryBytes) return tooManyBytes(file, largest, budget.entryBytes);
  if (inflated > budget.inflatedBytes) return tooManyBytes(file, inflated, budget.inflatedBytes);
  const foreign = entries.find(({ method, packedBytes, inflatedBytes }) => (method !== 0 && method !== 8) || (method === 0 && packedBytes !== inflatedBytes));
  return foreign === undefined ? undefined : unsafe(file, { fault: 'zipMethod', entry: foreign.name.slice(0, 80) });
}

const tooDense = (inflated: number, packed: number): boolean => inflated > RATIO_COUNTS_ABOVE && inflated > packed * MAXIMUM_RATIO;

/** False when the bytes are not what the directory says of them; not one byte more than declared is handed over. */
function inflateEntry(bytes: Uint8Array, entry: ZipEntry, take: (piece: Uint8Array) => void): boolean {
  const packed = bytes.subarray(entry.dataStart, entry.dataStart + entry.packedBytes);
  let [length, crc] = [0, 0];
  const count = (piece: Uint8Array) => {
    length += piece.length;
    if (length > entry.inflatedBytes || piece.length === 0) return;
    crc = crc32(piece, crc);
    take(piece);
  };
  if (entry.method === 0) count(packed);
  else if (!inflateInSteps(packed, count, () => length > entry.inflatedBytes)) return false;
  return length === entry.inflatedBytes && crc === entry.crc;
}

function inflateInSteps(packed: Uint8Array, count: (piece: Uint8Array) => void, tooLong: () => boolean): boolean {
  const inflate = new Inflate();
  // errors of whoever takes the pieces must not look like damage of the archive
  let waiting: Uint8Array[] = [];
  inflate.ondata = (piece) => waiting.push(piece);
  for (let at = 0; at < packed.length && !tooLong(); at += STEP) {
    try {
      inflate.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
    } catch {
      return false; // not a deflate stream
    }
    const pieces = waiting;
    waiting = [];
    pieces.forEach(count);
  }
  return true;
}

type InnerFault = { readonly fault: 'zipRatio' | 'zipMethod' | 'zipContent'; readonly entry: string };
const unsafe = (file: ImportFile, fault: ZipFault | InnerFault): Problem => ({ code: 'import.unsafeZip', details: { file: file.name, ...fault } });
const damaged = (file: ImportFile, fault: ZipFault | InnerFault): Problem => ({ code: 'import.damaged', details: { file: file.name, ...fault } });

function tooManyBytes(file: ImportFile, bytes: number, limit: number): Problem {
  return { code: 'import.tooBig', details: { file: file.name, what: 'inflatedMegabytes', amount: Math.round(bytes / 1e6), limit: Math.round(limit / 1e6) } };
}

function problemOf(file: ImportFile, fault: ZipFault, budget: Budget): Problem {
  if (fault.fault === 'zipEntries') return { code: 'import.tooBig', details: { file: file.name, what: 'zipEntries', amount: fault.amount, limit: budget.zipEntries } };
  return fault.fault === 'zipNoDirectory' || fault.fault === 'zipCutOff' ? damaged(file, fault) : unsafe(file, fault);
}
