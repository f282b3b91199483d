import { unzlibSync } from 'fflate';
import type { OsmLimits } from './osm-elements.ts';
import { OsmFault } from './osm-elements.ts';
import type { DegreesBox } from '../source.ts';
import type { Damaged, Span } from './pbf-message.ts';
import { damagedAt, eachField, readerAt, spanOf, textOf } from './pbf-message.ts';

/** Limits of the format itself (OpenStreetMap wiki, "PBF Format"): readers refuse longer headers and blobs. */
const HEADER_BYTES = 64 * 1024;
const BLOB_BYTES = 32 * 1024 * 1024;
/** Features a file may require of its reader; any other is refused by name. */
const KNOWN_FEATURES: ReadonlySet<string> = new Set(['OsmSchema-V0.6', 'DenseNodes']);
/** Compressions the format allows and that are not read here, by field of `Blob`. */
const OTHER_COMPRESSIONS: ReadonlyMap<number, string> = new Map([[4, 'lzma'], [5, 'bzip2'], [6, 'lz4'], [7, 'zstd']]);

/** Where the bytes of a blob lie in the file. */
export type PbfBlob = { readonly at: number; readonly end: number };

/** Whether bytes begin like an .osm.pbf: a short first header that says OSMHeader. */
export const looksLikeOsmPbf = (bytes: Uint8Array): boolean =>
  bytes.length > 15 && bytes[0] === 0 && bytes[1] === 0 && String.fromCharCode(...bytes.subarray(4, 64)).includes('OSMHeader');

/** Where the data blobs lie, and the rectangle the header says they cover. The header must ask for nothing unknown. */
export type PbfFile = { readonly blobs: readonly PbfBlob[]; readonly box: DegreesBox | undefined };

/** Goes through the heads of all blobs. Lengths are compared with what remains of the file. */
export function pbfFile(bytes: Uint8Array, unpack: (blob: PbfBlob) => Uint8Array, file: string): PbfFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const blobs: PbfBlob[] = [];
  let position = 0;
  let first = true;
  let box: DegreesBox | undefined;
  while (position < bytes.length) {
    const start = position;
    if (bytes.length - position < 4) throw damagedAt(file, start, 'length of a blob header cut off');
    const headerBytes = view.getUint32(position);
    position += 4;
    if (headerBytes > HEADER_BYTES || headerBytes > bytes.length - position) throw damagedAt(file, start, `a blob header of ${headerBytes} bytes`);
    const { type, dataBytes } = blobHeader(bytes.subarray(position, position + headerBytes), file, start);
    position += headerBytes;
    if (!(dataBytes >= 0 && dataBytes <= BLOB_BYTES && dataBytes <= bytes.length - position)) throw damagedAt(file, start, `a blob of ${dataBytes} bytes`);
    const blob = { at: position, end: position + dataBytes };
    position = blob.end;
    if (first && type !== 'OSMHeader') throw damagedAt(file, start, 'the first blob is no OSMHeader');
    if (first) box = readHeader(unpack(blob), file, start);
    else if (type === 'OSMData') blobs.push(blob);
    first = false;
  }
  return { blobs, box };
}

/**
 * Unpacks blobs of one file. The size a blob gives itself is compared with the format's limit before memory is taken; what comes out is
 * compared with that size and with its checksum; and all that was unpacked so far with `limits.unpackedBytes`.
 */
export function unpackerFor(bytes: Uint8Array, limits: OsmLimits, file: string): (blob: PbfBlob) => Uint8Array {
  let unpacked = 0;
  return ({ at, end }) => {
    const damaged = (what: string): OsmFault => damagedAt(file, at, what);
    const reader = readerAt(bytes, at);
    let rawSize: number | undefined;
    let raw: Uint8Array | undefined;
    let zlib: Uint8Array | undefined;
    let other: string | undefined;
    eachField(reader, end, damaged, (field) => {
      if (field === 2) rawSize = reader.readVarint();
      else if (field === 1 || field === 3) {
        const { from, to } = spanOf(reader, end, damaged);
        if (field === 1) raw = bytes.subarray(from, to);
        else zlib = bytes.subarray(from, to);
      } else other ??= OTHER_COMPRESSIONS.get(field);
    });
    if (raw !== undefined) return raw;
    if (other !== undefined) throw new OsmFault({ code: 'import.osmCompression', details: { file, compression: other } });
    if (zlib === undefined || rawSize === undefined || rawSize > BLOB_BYTES) throw damaged(`a blob unpacking to ${rawSize} bytes`);
    unpacked += rawSize;
    if (unpacked > limits.unpackedBytes) {
      throw new OsmFault({ code: 'import.tooBig', details: { file, what: 'MB', amount: Math.round(unpacked / 1e6), limit: Math.round(limits.unpackedBytes / 1e6) } });
    }
    return inflated(zlib, rawSize, damaged);
  };
}

function inflated(zlib: Uint8Array, size: number, damaged: (what: string) => OsmFault): Uint8Array {
  // one byte more than announced: whoever fills it has lied
  let content: Uint8Array;
  try {
    content = unzlibSync(zlib, { out: new Uint8Array(size + 1) });
  } catch (error) {
    throw damaged(`zlib: ${String(error)}`);
  }
  if (content.length !== size) throw damaged(`a blob that unpacks to other than ${size} bytes`);
  if (adler32(content) !== new DataView(zlib.buffer, zlib.byteOffset, zlib.byteLength).getUint32(zlib.length - 4)) throw damaged('wrong checksum');
  return content;
}

/** Checksum of the zlib format (RFC 1950); the unpacking library does not compare it. */
function adler32(bytes: Uint8Array): number {
  let a = 1;
  let b = 0;
  for (let from = 0; from < bytes.length; from += 3_800) {
    const to = Math.min(from + 3_800, bytes.length);
    for (let i = from; i < to; i += 1) {
      a += bytes[i]!;
      b += a;
    }
    a %= 65_521;
    b %= 65_521;
  }
  return b * 65_536 + a;
}

function blobHeader(header: Uint8Array, file: string, at: number): { readonly type: string; readonly dataBytes: number } {
  const damaged = (what: string): OsmFault => damagedAt(file, at, what);
  const reader = readerAt(header, 0);
  let type = '';
  let dataBytes = -1;
  eachField(reader, header.length, damaged, (field) => {
    if (field === 1) type = textOf(header, spanOf(reader, header.length, damaged));
    else if (field === 3) dataBytes = reader.readVarint();
  });
  return { type, dataBytes };
}

/** Refuses features that are not known; gives the rectangle of the header (in billionths of a degree), where it has a whole one. */
function readHeader(header: Uint8Array, file: string, at: number): DegreesBox | undefined {
  const damaged = (what: string): OsmFault => damagedAt(file, at, what);
  const reader = readerAt(header, 0);
  let box: DegreesBox | undefined;
  eachField(reader, header.length, damaged, (field) => {
    if (field === 1) box = boxIn(header, spanOf(reader, header.length, damaged), damaged);
    if (field !== 4) return;
    const feature = textOf(header, spanOf(reader, header.length, damaged));
    if (!KNOWN_FEATURES.has(feature)) throw new OsmFault({ code: 'import.osmFeature', details: { file, feature: feature.slice(0, 60) } });
  });
  return box;
}

function boxIn(header: Uint8Array, { from, to }: Span, damaged: Damaged): DegreesBox | undefined {
  const reader = readerAt(header, from);
  const sides = new Map<number, number>();
  eachField(reader, to, damaged, (field) => {
    if (field >= 1 && field <= 4) sides.set(field, reader.readSVarint() / 1e9);
  });
  const [west, east, north, south] = [1, 2, 3, 4].map((field) => sides.get(field));
  return west === undefined || east === undefined || north === undefined || south === undefined ? undefined : { west, south, east, north };
}
