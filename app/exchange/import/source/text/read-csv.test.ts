import { gzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { encodeText } from '#test/builders/encoded-text.ts';
import type { ReadOptions } from '../source.ts';
import { guessDelimiter } from './guess-delimiter.ts';
import { parseDelimited } from './parse-delimited.ts';
import { readCsv } from './read-csv.ts';

const csv = (text: string, options: ReadOptions = {}, name = 'ordner/Arbeitslose 2023.csv') => readCsv({ name, bytes: encodeText(text, 'utf-8') }, options);
function rowsOf(result: ReturnType<typeof csv>) {
  if (!result.ok || result.value.kind !== 'tables') throw new Error('not read');
  return result.value.tables[0]?.rows;
}

test('a table is named after its file; empty fields are undefined, texts are as written', () => {
  expect(csv('Gebiet;Wert\n 01 Altstadt ;12,5\n;.\n')).toEqual({
    ok: true,
    value: {
      kind: 'tables',
      tables: [{ name: 'Arbeitslose 2023', hidden: false, rows: [['Gebiet', 'Wert'], [' 01 Altstadt ', '12,5'], [undefined, '.']], merges: [] }],
      decoding: { encoding: 'utf-8', guessed: false, delimiter: ';' },
      remarks: [],
    },
  });
});

describe('the delimiter', () => {
  test.each<[string, string, string | undefined]>([
    ['German decimals', 'Name;A;B\nNord;12,5;13,7\nSüd;1,0;2,5\n', ';'],
    ['German decimals without header', 'Nord, Altstadt;12,5;13,5\nSüd, Neustadt;12,5;13,5\n', ';'],
    ['one column of German decimals', 'Anteil\n12,5\n13,7\n', undefined],
    ['commas', 'id,name,n\n1,Nord,3\n2,"Süd, Ost",4\n', ','],
    ['commas with semicolons in texts', 'id,zeiten,n\n1,Mo 8-12; Di 8-12,3\n2,Mi,4\n3,Do 9-12; Fr,5\n', ','],
    ['tabs', 'a\tb\n1,5\t2;3\n', '\t'],
    ['bars', 'a|b|c\n1|2|3\n', '|'],
    ['title, header, footnotes', 'Arbeitslose nach Stadtteilen, Stand 31.12.2023\n\nGebiet;2022;2023\nNord;1,5;1,6\nSüd;2,5;2,6\n\nQuelle: Amt, eigene Berechnung\n', ';'],
    ['quoted', '"a","b"\n"1;2","3;4"\n', ','],
    ['prose', 'lorem ipsum', undefined],
  ])('%s', (_title, text, delimiter) => expect(guessDelimiter(text)).toBe(delimiter));

  test('a line sep= wins over the guess and is no data; what the recipe says wins over both', () => {
    expect(rowsOf(csv('sep=,\r\na;b,c\r\n'))).toEqual([['a;b', 'c']]);
    expect(rowsOf(csv('sep=,\na;b,c\n', { delimiter: ';' }))).toEqual([['a', 'b,c']]);
    expect(rowsOf(csv('"sep=\t"\na;b\tc\n'))).toEqual([['a;b', 'c']]);
  });
});

describe('rows', () => {
  test.each([
    ['LF', 'a;b\nc;d\n'],
    ['CRLF', 'a;b\r\nc;d\r\n'],
    ['CR', 'a;b\rc;d\r'],
    ['mixed, no end', 'a;b\r\nc;d'],
    ['end-of-file sign of DOS', 'a;b\r\nc;d\r\n\u001a'],
    ['quoted', '"a";"b"\r\n"c";"d"\r\n\r\n\r\n'],
  ])('%s', (_title, text) => expect(rowsOf(csv(text))).toEqual([['a', 'b'], ['c', 'd']]));

  test('quoted line breaks, delimiters and quotes stay in the field', () => {
    expect(rowsOf(csv('Name;Zeiten\r\n"Kita ""Löwe""; Süd";"Mo 8-12\r\nDi 8-12"\r\nNord;x\r\n'))).toEqual([['Name', 'Zeiten'], ['Kita "Löwe"; Süd', 'Mo 8-12\nDi 8-12'], ['Nord', 'x']]);
  });
  test('ragged rows, titles, blank lines and footnotes stay where they are', () => {
    expect(rowsOf(csv('Titel\n\nGebiet;2022;2023\nNord;1\nSüd;1;2;3;\n\n1) vorläufig\n'))).toEqual([['Titel'], [], ['Gebiet', '2022', '2023'], ['Nord', '1'], ['Süd', '1', '2', '3', undefined], [], ['1) vorläufig']]);
  });
  test('a quote that never closes spoils its own line only, and is named', () => {
    const result = csv('a;b\n"Nord;1\n"Süd";2\n"West" Ende;3\n5" Rohr;4\n');
    expect(rowsOf(result)).toEqual([['a', 'b'], ['"Nord', '1'], ['Süd', '2'], ['"West" Ende', '3'], ['5" Rohr', '4']]);
    expect(result.ok && result.value.remarks).toEqual([{ code: 'looseQuotes', details: { amount: 2, row: 2 } }]);
  });
  test('long quoted tables are read in batches without a seam', () => {
    const expected = Array.from({ length: 20_000 }, (_, row) => [`Gebiet "${String(row)}"`, row % 7 === 0 ? `a\nb;${String(row)}` : undefined, String(row)]);
    const text = expected.map((row) => row.map((cell) => (cell === undefined ? '' : `"${cell.replaceAll('"', '""')}"`)).join(';')).join('\r\n');
    const parsed = parseDelimited(text, ';', { rows: 1e6, cells: 1e6 });
    expect(parsed.ok && parsed.value).toEqual({ rows: expected, looseQuotes: [] });
  });
});

describe('limits are answers', () => {
  const limited = (text: string) => {
    const parsed = parseDelimited(text, ';', { rows: 3, cells: 8 });
    return parsed.ok ? 'read' : parsed.failure.what;
  };
  test('rows, cells, columns', () => {
    expect(limited('a\nb\nc\n')).toBe('read');
    expect(limited('a\nb\nc\nd\n')).toBe('rows');
    expect(limited('a;b;c;d\na;b;c;d;e')).toBe('cells');
    expect(limited('"a";"b";"c";"d"\n"a";"b";"c";"d";"e"')).toBe('cells');
    expect(limited(';'.repeat(20_000))).toBe('columns');
    expect(limited(`"${'x'.repeat(4_000_000)}"`)).toBe('lineCharacters');
  });
  test('nothing but delimiters and blanks holds no data', () => {
    const result = csv(' ;;\n\n;; \n');
    expect(!result.ok && result.failure).toEqual({ code: 'import.empty', details: { file: 'ordner/Arbeitslose 2023.csv' } });
  });
  test('an encoding that nobody knows', () => {
    const result = csv('a', { encoding: 'klingon' });
    expect(!result.ok && result.failure.details?.['fault']).toBe('unknownEncoding');
  });
});

describe('packed with gzip', () => {
  const packed = (bytes: Uint8Array) => readCsv({ name: 'a.csv.gz', bytes: gzipSync(bytes) }, {});
  test('is read', () => expect(rowsOf(packed(encodeText('a;b\n1;2', 'utf-8')))).toEqual([['a', 'b'], ['1', '2']]));
  test('a bomb is refused', () => {
    const result = packed(new Uint8Array(40_000_000));
    expect(!result.ok && result.failure.code).toBe('import.unsafeZip');
  });
  test('a broken one is damaged, and one with no text in it is unknown', () => {
    const broken = readCsv({ name: 'a.csv.gz', bytes: gzipSync(encodeText('a;b\n'.repeat(500), 'utf-8')).slice(0, 30) }, {});
    expect(!broken.ok && broken.failure.code).toBe('import.damaged');
    const binary = packed(Uint8Array.from({ length: 500 }, (_, at) => (at * 7) % 256));
    expect(!binary.ok && binary.failure.code).toBe('import.unknownFormat');
  });
});

test('a table from the clipboard is a file of text', () => {
  expect(rowsOf(csv('Gebiet\tWert\r\n"Nord\nOst"\t1,5\r\n', { encoding: 'utf-8', delimiter: '\t' }, 'Einfügung 1.tsv'))).toEqual([['Gebiet', 'Wert'], ['Nord\nOst', '1,5']]);
  expect(rowsOf(csv('a;b\n1,5;2', { encoding: 'utf-8' }, 'Einfügung 1.tsv'))).toEqual([['a', 'b'], ['1,5', '2']]);
});
