import type { Decoding, RawCell, TextEncoding } from '../source.ts';
import { BUDGET } from '../source.ts';
import type { FieldBytes } from './dbf-encoding.ts';
import { chooseEncoding, decodeField } from './dbf-encoding.ts';

/** Records in the order of the file; `undefined` for one that is marked as deleted. */
export type DbfTable = {
  readonly fields: readonly string[];
  readonly records: readonly (readonly RawCell[] | undefined)[];
  readonly decoding: Decoding;
  readonly remarks: readonly { readonly code: string; readonly details?: Readonly<Record<string, string | number>> }[];
};
export type DbfFault = { readonly fault: 'dbfHeader' } | { readonly fault: 'dbfLength'; readonly records: number } | { readonly fault: 'tooMany'; readonly what: 'rows' | 'cells'; readonly amount: number; readonly limit: number };
export type DbfOptions = { readonly cpg?: string | undefined; readonly encoding?: TextEncoding | undefined };

type Field = { readonly name: Uint8Array; readonly type: string; readonly start: number; readonly length: number };

const HEADER_BYTES = 32;
const TERMINATOR = 0x0d;
const DELETED = 0x2a;

/** Whether bytes look like a dBase table: a known version, and a header that ends where its length says. */
export function isDbf(bytes: Uint8Array): boolean {
  return bytes.length > HEADER_BYTES && fieldsOf(bytes) !== undefined;
}

/**
 * A dBase table (III to 7 without memo texts, FoxPro). Numbers become numbers, days ISO text, yes and no "true" and "false"; what does not fit its
 * field's type stays the text that it is. Empty fields, and numbers filled with stars, are undefined.
 */
export function readDbf(bytes: Uint8Array, options: DbfOptions = {}): DbfTable | DbfFault {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const fields = bytes.length > HEADER_BYTES ? fieldsOf(bytes) : undefined;
  if (fields === undefined) return { fault: 'dbfHeader' };
  const count = view.getUint32(4, true);
  const [headerBytes, recordBytes] = [view.getUint16(8, true), view.getUint16(10, true)];
  if (count > BUDGET.rows) return { fault: 'tooMany', what: 'rows', amount: count, limit: BUDGET.rows };
  if (count * fields.length > BUDGET.cells) return { fault: 'tooMany', what: 'cells', amount: count * fields.length, limit: BUDGET.cells };
  if (headerBytes + count * recordBytes > bytes.length) return { fault: 'dbfLength', records: count };

  const recordAt = (record: number) => headerBytes + record * recordBytes;
  const textFields = fields.filter(({ type }) => type === 'C');
  const texts = function* (): Generator<FieldBytes> {
    for (const { name } of fields) yield { bytes: untilZero(name), full: false };
    for (let record = 0; record < count; record += 1) {
      for (const { start, length } of textFields) yield { bytes: bytes.subarray(recordAt(record) + start, recordAt(record) + start + length), full: true };
    }
  };
  const { encoding, guessed, remarks } = chooseEncoding(texts, bytes[29]!, options);
  const seen = { memo: new Set<string>(), deleted: 0, cutOff: 0 };
  const names = distinct(fields.map(({ name }, i) => nameFrom(name, encoding) || `field_${i + 1}`));
  const records = Array.from({ length: count }, (_, record): RawCell[] | undefined => {
    const at = recordAt(record);
    if (bytes[at] === DELETED) {
      seen.deleted += 1;
      return undefined;
    }
    return fields.map((field, i) => {
      const cell = bytes.subarray(at + field.start, at + field.start + field.length);
      if (!'CNFDLIBO'.includes(field.type)) {
        seen.memo.add(names[i]!);
        return undefined;
      }
      if (field.type !== 'C') return cellOf(cell, field.type);
      const { text, cutOff } = decodeField({ bytes: cell, full: true }, encoding);
      if (cutOff) seen.cutOff += 1;
      return text === '' ? undefined : text;
    });
  });
  return {
    fields: names,
    records,
    decoding: { encoding, guessed },
    remarks: [
      ...remarks,
      ...(seen.memo.size > 0 ? [{ code: 'fieldsNotRead', details: { fields: [...seen.memo].join(', ') } }] : []),
      ...(seen.deleted > 0 ? [{ code: 'deletedRecords', details: { amount: seen.deleted } }] : []),
      ...(seen.cutOff > 0 ? [{ code: 'textsCutOff', details: { amount: seen.cutOff } }] : []),
    ],
  };
}

/** Undefined for a header that contradicts itself. */
function fieldsOf(bytes: Uint8Array): readonly Field[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [headerBytes, recordBytes] = [view.getUint16(8, true), view.getUint16(10, true)];
  if ((bytes[0]! & 7) < 2 || headerBytes < HEADER_BYTES + 1 || headerBytes > bytes.length || recordBytes < 1) return undefined;
  const descriptions: Omit<Field, 'start'>[] = [];
  const decimals: number[] = [];
  for (let at = HEADER_BYTES; bytes[at] !== TERMINATOR; at += 32) {
    if (at + 32 >= headerBytes) {
      // some writers forget the mark at the end
      if (at === headerBytes || at + 1 === headerBytes) break;
      return undefined;
    }
    descriptions.push({ name: bytes.subarray(at, at + 11), type: String.fromCharCode(bytes[at + 11]!), length: bytes[at + 16]! });
    decimals.push(bytes[at + 17]!);
  }
  // texts longer than 255: the second length byte stands where numbers have their decimals
  const sum = (lengths: readonly number[]) => lengths.reduce((total, length) => total + length, 1);
  const short = descriptions.map(({ length }) => length);
  const long = descriptions.map(({ type, length }, i) => (type === 'C' ? length + decimals[i]! * 256 : length));
  const lengths = sum(long) === recordBytes ? long : short;
  if (sum(lengths) > recordBytes) return undefined;
  let start = 1;
  return descriptions.map((description, i) => {
    const field = { ...description, length: lengths[i]!, start };
    start += lengths[i]!;
    return field;
  });
}

/** A name ends with the first zero. Names in UTF-16 begin with their mark; most writers keep them in ASCII. */
const nameFrom = (name: Uint8Array, encoding: TextEncoding): string =>
  name[0] === 0xff && name[1] === 0xfe ? (new TextDecoder('utf-16le').decode(name.subarray(0, 10)).split('\0')[0] ?? '').trim() : decodeField({ bytes: untilZero(name), full: false }, encoding.startsWith('utf-16') ? 'utf-8' : encoding).text.trim();

const untilZero = (name: Uint8Array): Uint8Array => (name.includes(0) ? name.subarray(0, name.indexOf(0)) : name);

/** Names that stand twice get a number: "NAME", "NAME_2". Case does not tell them apart for a reader. */
function distinct(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let unique = name;
    for (let i = 2; taken.has(unique) || (unique !== name && names.includes(unique)); i += 1) unique = `${name}_${i}`;
    taken.add(unique);
    return unique;
  });
}

function cellOf(cell: Uint8Array, type: string): RawCell {
  const view = new DataView(cell.buffer, cell.byteOffset, cell.byteLength);
  if (type === 'I') return cell.length === 4 ? view.getInt32(0, true) : undefined;
  if ((type === 'B' || type === 'O') && cell.length === 8) {
    const value = view.getFloat64(0, true);
    return Number.isFinite(value) ? value : undefined;
  }
  const text = String.fromCharCode(...cell).replace(/\0/g, ' ').trim();
  if (text === '' || /^\*+$/.test(text)) return undefined;
  switch (type) {
    case 'N':
    case 'F':
      return numberFrom(text);
    case 'D':
      return /^0+$/.test(text) ? undefined : dayFrom(text);
    case 'L':
      return /^[TYJ]$/i.test(text) ? 'true' : /^[FN]$/i.test(text) ? 'false' : text === '?' ? undefined : text;
    default:
      return text;
  }
}

/** Decimal commas are what some writers put; numbers with more digits than a JavaScript number keeps stay text, because they are keys. */
function numberFrom(text: string): RawCell {
  const plain = text.replace(',', '.');
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain)) return text;
  const value = Number(plain);
  const isExact = !/^[+-]?\d{16,}$/.test(plain) || Number.isSafeInteger(value);
  return Number.isFinite(value) && isExact ? value : text;
}

function dayFrom(text: string): string {
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)$/.exec(text) ?? [];
  if (year === undefined) return text;
  const iso = `${year}-${month}-${day}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso) ? iso : text;
}
