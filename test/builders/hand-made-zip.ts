import { deflateSync } from 'fflate';
import { crc32 } from '#app/exchange/import/source/zip/crc32.ts';

/** One entry of a zip archive written byte by byte; every field may lie. */
export type HandMadeEntry = {
  readonly name: string;
  readonly content?: Uint8Array;
  /** Packed bytes as they are written; deflated `content` by default. */
  readonly packed?: Uint8Array;
  readonly method?: number;
  readonly flags?: number;
  readonly declaredBytes?: number;
  readonly crc?: number;
  /** Place of the local header in the file: for overlapping entries. No local header is written then. */
  readonly at?: number;
};

/** A zip archive as archivers would never write it: for refusals. Local headers in the order given, then the directory, then the end record. */
export function handMadeZip(entries: readonly HandMadeEntry[], comment = ''): Uint8Array {
  const local: Uint8Array[] = [];
  const central: Uint8Array[] = [];
  let at = 0;
  for (const entry of entries) {
    const content = entry.content ?? new Uint8Array();
    const packed = entry.packed ?? (entry.method === 0 ? content : deflateSync(content));
    const name = new TextEncoder().encode(entry.name);
    const fields = [20, entry.flags ?? 0x800, entry.method ?? 8, 0, 0];
    const sizes = [entry.crc ?? crc32(content), packed.length, entry.declaredBytes ?? content.length];
    central.push(record([[0x02014b50], [20, ...fields], sizes, [name.length, 0, 0, 0, 0], [0, entry.at ?? at]]), name);
    if (entry.at !== undefined) continue;
    local.push(record([[0x04034b50], fields, sizes, [name.length, 0]]), name, packed);
    at += 30 + name.length + packed.length;
  }
  const directory = joined(central);
  const text = new TextEncoder().encode(comment);
  const end = record([[0x06054b50], [0, 0, entries.length, entries.length], [directory.length, at], [text.length]]);
  return joined([...local, directory, end, text]);
}

/** Groups of numbers, in turn: four bytes each, two bytes each, four, two, four. */
function record(groups: readonly (readonly number[])[]): Uint8Array {
  const bytes: number[] = [];
  groups.forEach((numbers, group) => {
    for (const number of numbers) {
      for (let byte = 0; byte < (group % 2 === 0 ? 4 : 2); byte += 1) bytes.push(Math.floor(number / 2 ** (8 * byte)) % 256);
    }
  });
  return Uint8Array.from(bytes);
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
