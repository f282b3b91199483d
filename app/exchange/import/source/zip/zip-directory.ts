import type { Result } from '#shared/result.ts';
import { failure, success } from '#shared/result.ts';
import { decodeDosCodePage } from '../text/dos-code-page.ts';

/** One entry as the central directory declares it. `dataStart` is read from the local header. Directories are left out. */
export type ZipEntry = {
  /** With `/` between folders. */
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly packedBytes: number;
  readonly inflatedBytes: number;
  readonly dataStart: number;
};

/** Words of `import.unsafeZip` and `import.damaged`: `importFault.<fault>` has the sentence. */
export type ZipFault = { readonly fault: 'zipNoDirectory' | 'zipCutOff' | 'zipName' | 'zipDuplicate' | 'zipOverlap' | 'zipParts'; readonly entry?: string } | { readonly fault: 'zipEntries'; readonly amount: number };

const END_RECORD = 0x06054b50;
const CENTRAL_HEADER = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const ZIP64_LOCATOR = 0x07064b50;
const ZIP64_END_RECORD = 0x06064b50;

export const looksLikeZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6));

/**
 * The central directory of a zip archive, checked before anything is inflated: every entry lies inside the file, none overlaps another or the
 * directory, no name leaves the folder (`..`, absolute, drive), none occurs twice. ZIP64 is read; archives in several parts are not.
 */
export function readZipDirectory(bytes: Uint8Array, maximumEntries: number): Result<readonly ZipEntry[], ZipFault> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) return failure({ fault: 'zipNoDirectory' });
  if (end.parts) return failure({ fault: 'zipParts' });
  if (end.count > maximumEntries) return failure({ fault: 'zipEntries', amount: end.count });

  const entries: ZipEntry[] = [];
  const ranges: Range[] = [];
  const names = new Set<string>();
  let at = end.start;
  for (let index = 0; index < end.count; index += 1) {
    const header = centralHeader(view, at, end.recordStart);
    if (header === undefined) return failure({ fault: 'zipCutOff' });
    at = header.next;
    const name = entryName(bytes.subarray(header.nameStart, header.nameStart + header.nameLength), header.flags);
    if (leavesFolder(name)) return failure({ fault: 'zipName', entry: name.slice(0, 80) });
    if (names.has(name)) return failure({ fault: 'zipDuplicate', entry: name.slice(0, 80) });
    names.add(name);
    const local = localRange(view, header, end.start);
    if (local === undefined) return failure({ fault: 'zipCutOff', entry: name.slice(0, 80) });
    ranges.push({ ...local, name });
    if (name.endsWith('/')) continue;
    entries.push({
      name,
      method: header.method,
      encrypted: (header.flags & 0x2041) !== 0,
      crc: header.crc,
      packedBytes: header.packedBytes,
      inflatedBytes: header.inflatedBytes,
      dataStart: local.dataStart,
    });
  }
  const overlapping = firstOverlap(ranges);
  return overlapping === undefined ? success(entries) : failure({ fault: 'zipOverlap', entry: overlapping.slice(0, 80) });
}

type Range = { readonly start: number; readonly dataStart: number; readonly end: number; readonly name: string };
type End = { readonly recordStart: number; readonly start: number; readonly count: number; readonly parts: boolean };

/** The end record is the last thing in the file; behind it only a comment of at most 65,535 bytes may follow. */
function findEnd(view: DataView): End | undefined {
  const earliest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= earliest; at -= 1) {
    if (view.getUint32(at, true) !== END_RECORD || at + 22 + view.getUint16(at + 20, true) > view.byteLength) continue;
    const found = zip64End(view, at) ?? {
      recordStart: at,
      start: view.getUint32(at + 16, true),
      count: view.getUint16(at + 10, true),
      parts: view.getUint16(at + 4, true) !== 0 || view.getUint16(at + 6, true) !== 0,
    };
    if (found.count === 0 ? found.start <= found.recordStart : found.start + 46 <= found.recordStart && view.getUint32(found.start, true) === CENTRAL_HEADER) return found;
  }
  return undefined;
}

function zip64End(view: DataView, endRecord: number): End | undefined {
  const locator = endRecord - 20;
  if (locator < 0 || view.getUint32(locator, true) !== ZIP64_LOCATOR) return undefined;
  const at = safeInteger(view, locator + 8);
  if (at === undefined || at + 56 > locator || view.getUint32(at, true) !== ZIP64_END_RECORD) return undefined;
  const [count, start] = [safeInteger(view, at + 32), safeInteger(view, at + 48)];
  if (count === undefined || start === undefined) return undefined;
  return { recordStart: at, start, count, parts: view.getUint32(at + 16, true) !== 0 || view.getUint32(at + 20, true) !== 0 };
}

type CentralHeader = {
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packedBytes: number;
  readonly inflatedBytes: number;
  readonly localStart: number;
  readonly nameStart: number;
  readonly nameLength: number;
  readonly next: number;
};

function centralHeader(view: DataView, at: number, limit: number): CentralHeader | undefined {
  if (at + 46 > limit || view.getUint32(at, true) !== CENTRAL_HEADER) return undefined;
  const [nameLength, extraLength, commentLength] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)];
  const extraStart = at + 46 + nameLength;
  const next = extraStart + extraLength + commentLength;
  if (next > limit) return undefined;
  const [inflatedBytes, packedBytes, localStart] = zip64Numbers(view, extraStart, extraLength, [
    view.getUint32(at + 24, true),
    view.getUint32(at + 20, true),
    view.getUint32(at + 42, true),
  ]);
  if (inflatedBytes === undefined || packedBytes === undefined || localStart === undefined) return undefined;
  return {
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packedBytes,
    inflatedBytes,
    localStart,
    nameStart: at + 46,
    nameLength,
    next,
  };
}

/** Numbers of 0xFFFFFFFF stand in the ZIP64 field (id 1) instead, in this order. Undefined: the field does not hold them. */
function zip64Numbers(view: DataView, extraStart: number, extraLength: number, short: readonly number[]): readonly (number | undefined)[] {
  if (!short.includes(0xffffffff)) return short;
  for (let at = extraStart; at + 4 <= extraStart + extraLength; ) {
    const length = view.getUint16(at + 2, true);
    const fieldEnd = at + 4 + length;
    if (view.getUint16(at, true) === 1 && fieldEnd <= extraStart + extraLength) {
      let next = at + 4;
      return short.map((number) => {
        if (number !== 0xffffffff) return number;
        if (next + 8 > fieldEnd) return undefined;
        next += 8;
        return safeInteger(view, next - 8);
      });
    }
    at = fieldEnd;
  }
  return short.map((number) => (number === 0xffffffff ? undefined : number));
}

function safeInteger(view: DataView, at: number): number | undefined {
  const value = view.getBigUint64(at, true);
  return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : undefined;
}

function localRange(view: DataView, { localStart, packedBytes }: CentralHeader, limit: number): Omit<Range, 'name'> | undefined {
  if (localStart + 30 > limit || view.getUint32(localStart, true) !== LOCAL_HEADER) return undefined;
  const dataStart = localStart + 30 + view.getUint16(localStart + 26, true) + view.getUint16(localStart + 28, true);
  const end = dataStart + packedBytes;
  return end > limit ? undefined : { start: localStart, dataStart, end };
}

/** Names without the UTF-8 flag are UTF-8 all the same from many programs; else they are of a DOS code page. */
function entryName(bytes: Uint8Array, flags: number): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes).replaceAll('\\', '/');
  } catch {
    return ((flags & 0x800) === 0 ? decodeDosCodePage(bytes, 'cp437') : new TextDecoder('utf-8').decode(bytes)).replaceAll('\\', '/');
  }
}

const leavesFolder = (name: string): boolean => name === '' || name.startsWith('/') || /^[a-z]:/i.test(name) || name.includes('\0') || name.split('/').includes('..');

function firstOverlap(ranges: readonly Range[]): string | undefined {
  const sorted = ranges.toSorted((one, other) => one.start - other.start);
  return sorted.find((range, index) => index > 0 && range.start < (sorted[index - 1]?.end ?? 0))?.name;
}
