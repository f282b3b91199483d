import { PbfReader } from 'pbf';
import { OsmFault } from './osm-elements.ts';

/** Makes the fault for a place in the file; `what` is for the help desk. */
export type Damaged = (what: string) => OsmFault;
export const damagedAt = (file: string, byte: number, what: string): OsmFault =>
  new OsmFault({ code: 'import.damaged', details: { file, fault: 'osmBytes', byte }, technical: what });

/** A stretch of bytes inside a message. */
export type Span = { readonly from: number; readonly to: number };

/**
 * Goes through the fields of a message. `visit` gets the reader standing at the value and reads it, or leaves it to be skipped. The
 * library trusts lengths, so every one of them is compared with what remains of the message: a length beyond it is damage.
 */
export function eachField(reader: PbfReader, end: number, damaged: Damaged, visit: (field: number) => void): void {
  for (let field = reader.nextField(end); field !== 0; field = reader.nextField(end)) {
    visit(field);
    if (reader.pos > end) throw damaged('a field longer than its message');
  }
  // a field number 0 ends the loop early; a skipped last field can reach beyond the end
  if (reader.pos !== end) throw damaged('a message that does not end where it should');
}

/** The stretch of a length-delimited value; the reader moves behind it. */
export function spanOf(reader: PbfReader, end: number, damaged: Damaged): Span {
  if (reader.type !== 2) throw damaged(`wire type ${reader.type} where bytes were expected`);
  const length = reader.readVarint();
  const from = reader.pos;
  if (!(length >= 0 && length <= end - from)) throw damaged(`a length of ${length} where ${end - from} bytes remain`);
  reader.pos = from + length;
  return { from, to: reader.pos };
}

/** A reader standing at the beginning of a stretch of the same bytes. */
export function readerAt(bytes: Uint8Array, from: number): PbfReader {
  const reader = new PbfReader(bytes);
  reader.pos = from;
  return reader;
}

const decoder = new TextDecoder('utf-8');
export const textOf = (bytes: Uint8Array, { from, to }: Span): string => decoder.decode(bytes.subarray(from, to));
