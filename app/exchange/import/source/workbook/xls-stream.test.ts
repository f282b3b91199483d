import { SSF, utils, write } from '@e965/xlsx';
import { expect, test } from 'vitest';
import { readWorkbook } from './read-workbook.ts';
import { keepCellsOnly, xlsStream } from './xls-stream.ts';

const xls = () => {
  const sheet = utils.aoa_to_sheet([['Süd', 1], ['Nord', 2]]);
  sheet['B3'] = { t: 'n', v: 3, f: 'SUM(B1:B2)' };
  sheet['!ref'] = 'A1:B3';
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'T1');
  return new Uint8Array(write(book, { type: 'array', bookType: 'biff8' }) as ArrayBuffer);
};

test('formulas are taken out of their cells, and the value computed last stays', () => {
  const read = readWorkbook({ name: 'a.xls', bytes: xls() }, {});
  expect(read.ok && read.value.kind === 'tables' && read.value.tables[0]?.rows).toEqual([['Süd', 1], ['Nord', 2], [undefined, 3]]);
});

test('records that are no cells lose their meaning, places do not move', () => {
  const stream = xlsStream(xls()) ?? new Uint8Array();
  const length = stream.length;
  const types = (bytes: Uint8Array) => {
    const view = new DataView(bytes.buffer);
    const found = new Set<number>();
    for (let at = 0; at + 4 <= bytes.length; at += 4 + view.getUint16(at + 2, true)) found.add(view.getUint16(at, true));
    return found;
  };
  expect(types(stream).has(0x0031)).toBe(true); // a font
  expect(keepCellsOnly(stream)).toBe(true);
  expect(types(stream).has(0x0031)).toBe(false);
  expect(stream.length).toBe(length);
});

test('a record that breaks off is damage, so that half a workbook never passes for a whole one', () => {
  const stream = xlsStream(xls()) ?? new Uint8Array();
  expect(keepCellsOnly(stream.slice(0, -3))).toBe(false);
});

test('number formats of one file do not stay for the next', () => {
  const formatted = (format: string) => {
    const sheet = utils.aoa_to_sheet([[1101]]);
    (sheet['A1'] as { z: string }).z = format;
    const book = utils.book_new();
    utils.book_append_sheet(book, sheet, 'T1');
    return new Uint8Array(write(book, { type: 'array', bookType: 'biff8' }) as ArrayBuffer);
  };
  const [keys, numbers] = [formatted('00000'), formatted('0.00')];
  const first = (bytes: Uint8Array) => {
    const read = readWorkbook({ name: 'a.xls', bytes }, {});
    return read.ok && read.value.kind === 'tables' && read.value.tables[0]?.rows[0]?.[0];
  };
  const before = Object.keys(SSF.get_table() as object).length;
  expect([first(keys), first(numbers), first(keys)]).toEqual(['01101', 1101, '01101']);
  expect(first(numbers)).toBe(1101);
  expect(Object.keys(SSF.get_table() as object).length).toBeLessThanOrEqual(before);
});
