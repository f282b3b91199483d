import { CFB } from '@e965/xlsx';

/** What the cells of a sheet consist of, by the numbers of [MS-XLS] and of older Excel. */
const KEPT: ReadonlySet<number> = new Set([
  ...[0x0009, 0x0209, 0x0409, 0x0809, 0x000a], // BOF, EOF
  ...[0x0042, 0x0022, 0x002f, 0x0085], // CodePage, Date1904, FilePass, BoundSheet
  ...[0x001e, 0x041e, 0x0043, 0x0243, 0x0443, 0x00e0, 0x00fc, 0x0200, 0x0000], // Format, XF, SST, Dimensions
  ...[0x0001, 0x0002, 0x0003, 0x0004, 0x0005, 0x0201, 0x0203, 0x0204, 0x0205, 0x027e, 0x00bd, 0x00be, 0x00d6, 0x00fd], // cells
  ...[0x0006, 0x0206, 0x0406, 0x0007, 0x0207, 0x00e5], // Formula, String (its result), MergeCells
]);
const CONTINUE = 0x003c;
const EOF = 0x000a;
/** `VerticalPageBreaks`, which SheetJS passes over. */
const NOTHING = 0x001a;

/** The stream of records of an xls file; undefined when its envelope holds something else (a Word document, a mail). Throws for a broken envelope. */
export function xlsStream(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes[0] === 0x09) return bytes.slice();
  const envelope = CFB.read(bytes, { type: 'array' });
  const entry = CFB.find(envelope, '/Workbook') ?? CFB.find(envelope, '/Book');
  return entry === null || entry.content.length === 0 ? undefined : Uint8Array.from(entry.content);
}

/**
 * Turns every record that is no cell into one that means nothing, in place, and takes the formulas out of their cells: a broken formula keeps SheetJS busy
 * for ever, and only the value computed last is wanted. Places do not move, because sheets are named by them. False: a record breaks off.
 */
export function keepCellsOnly(stream: Uint8Array): boolean {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  let [biff, depth, kept] = [8, 0, false];
  for (let at = 0; at + 4 <= stream.length; ) {
    const [type, length] = [view.getUint16(at, true), view.getUint16(at + 2, true)];
    const data = at + 4;
    // sectors are filled up behind the last record
    if (type === 0 && length === 0 && depth === 0) return true;
    if (data + length > stream.length) return false;
    if ((type & 0xff) === 0x09 && KEPT.has(type)) {
      depth += 1;
      biff = type === 0x0809 ? (length >= 2 && view.getUint16(data, true) === 0x0600 ? 8 : 5) : type === 0x0409 ? 4 : type === 0x0209 ? 3 : 2;
    }
    if (type === EOF) depth = Math.max(0, depth - 1);
    if (type !== CONTINUE) kept = KEPT.has(type);
    if (!kept) view.setUint16(at, NOTHING, true);
    else if (type === 0x0006 || type === 0x0206 || type === 0x0406) emptyFormula(view, data, length, biff);
    at = data + length;
  }
  // every part ends with its own record
  return depth === 0;
}

/** Sets the length of the formula to nothing; it stands behind place, format, value and flags. */
function emptyFormula(view: DataView, data: number, length: number, biff: number): void {
  const offset = biff >= 5 ? 20 : 16;
  if (length >= offset + 2) view.setUint16(data + offset, 0, true);
}
