import { CFB, utils, write } from '@e965/xlsx';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { handMadeXlsx, sheetData } from '#test/builders/hand-made-workbook.ts';
import { encodeText } from '#test/builders/encoded-text.ts';
import type { ReadOptions } from '../source.ts';
import { BUDGET } from '../source.ts';
import { readSource } from '../read-source.ts';
import { readWorkbook } from './read-workbook.ts';

const read = (bytes: Uint8Array, name = 'a.xlsx', budget = BUDGET) => readWorkbook({ name, bytes }, {}, budget);
function content(result: ReturnType<typeof read>) {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  if (result.value.kind !== 'tables') throw new Error(result.value.kind);
  return result.value;
}
const rowsOf = (result: ReturnType<typeof read>) => content(result).tables[0]?.rows;
const refusal = (result: ReturnType<typeof read>) => (result.ok ? 'read' : [result.failure.code, result.failure.details?.['fault'] ?? result.failure.details?.['what']].filter((word) => word !== undefined).join(' '));
const oneSheet = (xml: string, rest: Partial<Parameters<typeof handMadeXlsx>[0]> = {}) => handMadeXlsx({ sheets: [{ name: 'T1', xml }], ...rest });

describe('xlsx', () => {
  test('cells of every type', () => {
    const xml = sheetData(
      '<c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c>',
      '<c r="A2"><v>12.5</v></c><c r="B2" t="b"><v>1</v></c><c r="C2" t="e"><v>#N/A</v></c><c r="D2" t="str"><f>A1</f><v>Süd</v></c><c r="E2" t="d"><v>2023-12-31T00:00:00</v></c>',
      '<c t="inlineStr"><is><r><t>in</t></r><r><t xml:space="preserve"> line </t></r></is></c><c><v>-3</v></c><c t="s"><v></v></c><c><v/></c>',
    );
    expect(rowsOf(read(oneSheet(xml, { strings: ['<t>Straße &amp; Platz</t>', '<r><t>東</t></r><r><t>京</t></r><rPh sb="0" eb="1"><t>トウ</t></rPh>'] })))).toEqual([
      ['Straße & Platz', undefined, '東京'],
      [12.5, 'WAHR', '#N/A', 'Süd', '2023-12-31'],
      ['in line ', -3],
    ]);
  });

  test('number formats: days, percents, keys, signs', () => {
    const xml = sheetData('<c s="1"><v>45291</v></c><c s="2"><v>0.125</v></c><c s="3"><v>1101</v></c><c s="4"><v>2</v></c><c s="5"><v>3</v></c>');
    const value = content(read(oneSheet(xml, { formats: ['dd.mm.yyyy', '0.0%', '00000', '"/"', ';;;'] })));
    expect(value.tables[0]?.rows).toEqual([['2023-12-31', 12.5, '01101', '/']]);
    expect(value.remarks).toEqual([
      { code: 'signForNumber', details: { sheet: 'T1', amount: 1, first: 'D1' } },
      { code: 'hiddenNumber', details: { sheet: 'T1', amount: 1, first: 'E1' } },
    ]);
    expect(rowsOf(read(oneSheet(sheetData('<c s="1"><v>43829</v></c>'), { formats: ['yyyy-mm-dd'], date1904: true })))).toEqual([['2023-12-31']]);
  });

  test('formulas give the value computed last; without one the cell is empty and remarked', () => {
    const value = content(read(oneSheet(sheetData('<c><f>1+1</f><v>2</v></c><c><f>A1</f></c><c><f>A1</f><v></v></c><c t="str"><f>""</f><v></v></c><c><v>5</v></c>'))));
    expect(value.tables[0]?.rows).toEqual([[2, undefined, undefined, undefined, 5]]);
    expect(value.remarks).toEqual([{ code: 'formulaWithoutValue', details: { sheet: 'T1', amount: 2, first: 'B1' } }]);
  });

  test('merges are kept where cells are, and values covered by them are taken out with a remark', () => {
    const value = content(read(oneSheet(`${sheetData('<c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c>', '<c r="B2"><v>4</v></c>')}<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="C1:XFD1"/><mergeCell ref="B2:B1048576"/><mergeCell ref="no"/></mergeCells>`)));
    expect(value.tables[0]).toEqual({ name: 'T1', hidden: false, rows: [[1, undefined, 3], [undefined, 4]], merges: [{ top: 0, left: 0, bottom: 0, right: 1 }] });
    expect(value.remarks).toEqual([{ code: 'coveredCells', details: { sheet: 'T1', amount: 1, first: 'B1' } }]);
  });

  test('hidden sheets, rows and columns are read and told', () => {
    const hidden = '<cols><col min="3" max="4" hidden="1"/></cols><sheetData><row r="2" hidden="1"><c r="A2"><v>1</v></c></row></sheetData>';
    const value = content(read(handMadeXlsx({ sheets: [{ name: 'a', state: 'hidden', xml: hidden }, { name: 'b', state: 'veryHidden', xml: '<sheetData/>' }, { name: 'c & d', xml: sheetData('<c><v>1</v></c>') }] })));
    expect(value.tables.map(({ name, hidden: isHidden, rows }) => [name, isHidden, rows])).toEqual([['a', true, [[], [1]]], ['b', true, []], ['c & d', false, [[1]]]]);
    expect(value.remarks).toEqual([
      { code: 'hiddenColumns', details: { sheet: 'a', amount: 1, first: 'C' } },
      { code: 'hiddenRows', details: { sheet: 'a', amount: 1, first: '2' } },
    ]);
  });

  test('prefixed names, escaped characters and cells without places are read', () => {
    const xml = '<?xml version="1.0" encoding="UTF-8"?><x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    expect(rowsOf(read(oneSheet(xml)))).toEqual([[1, 2]]);
    expect(rowsOf(read(oneSheet(sheetData('<c t="inlineStr"><is><t>a_x000D_\r\nb_x00e4_</t></is></c>'))))).toEqual([['a\nbä']]);
  });

  describe('what no office program writes is refused', () => {
    const doctype = (inner: string) => `<?xml version="1.0"?><!DOCTYPE worksheet [${inner}]><worksheet><sheetData/></worksheet>`;
    test.each([
      ['a billion laughs', doctype('<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">'), 'import.damaged xmlDoctype'],
      ['an entity from outside', doctype('<!ENTITY a SYSTEM "file:///etc/passwd">'), 'import.damaged xmlDoctype'],
      ['an entity nobody declared', sheetData('<c t="str"><v>&b;</v></c>'), 'import.damaged xml'],
      ['deep nesting', '<a>'.repeat(5000) + '</a>'.repeat(5000), 'import.damaged xmlDepth'],
      ['an attribute of a megabyte', `<sheetData x="${'x'.repeat(1_000_000)}"/>`, 'import.damaged xmlAttribute'],
      ['a tag that is not closed', '<sheetData><row>', 'import.damaged xml'],
      ['a reference beyond the last column', sheetData('<c r="XFE1"><v>1</v></c>'), 'import.damaged cellReference'],
      ['a reference beyond the last row', sheetData('<c r="A1048577"><v>1</v></c>'), 'import.damaged cellReference'],
      ['a row beyond the last', '<sheetData><row r="1048577"/></sheetData>', 'import.damaged cellReference'],
      ['a text that is not there', sheetData('<c t="s"><v>7</v></c>'), 'import.damaged sharedString'],
      ['a text with a negative number', sheetData('<c t="s"><v>-1</v></c>'), 'import.damaged sharedString'],
      ['a text called __proto__', sheetData('<c t="s"><v>__proto__</v></c>'), 'import.damaged sharedString'],
      ['nothing at all', '<sheetData/>', 'import.empty'],
    ])('%s', (_title, xml, expected) => expect(refusal(read(oneSheet(xml)))).toBe(expected));

    test('bytes that are not UTF-8', () => {
      const bytes = zipSync({ '[Content_Types].xml': strToU8('<a/>'), '_rels/.rels': Uint8Array.from([0x3c, 0x61, 0xff, 0x2f, 0x3e]), 'xl/workbook.xml': strToU8('<a/>') });
      expect(refusal(read(bytes))).toBe('import.damaged xmlEncoding');
    });
    test('a part that is missing', () => {
      expect(refusal(read(zipSync({ '[Content_Types].xml': strToU8('<a/>'), 'xl/workbook.xml': strToU8('<a/>') })))).toBe('import.damaged partMissing');
    });
  });

  describe('limits', () => {
    const few = { ...BUDGET, cells: 20, rows: 10 };
    test('cells count with the gaps before them', () => {
      expect(refusal(read(oneSheet(sheetData('<c r="T1"><v>1</v></c>')), 'a.xlsx', few))).toBe('read');
      expect(refusal(read(oneSheet(sheetData('<c r="U1"><v>1</v></c>')), 'a.xlsx', few))).toBe('import.tooBig cells');
    });
    test('rows of all sheets together', () => {
      const sheets = Array.from({ length: 5 }, (_, index) => ({ name: String(index), xml: '<sheetData><row r="9"><c r="A9"><v>1</v></c></row></sheetData>' }));
      expect(refusal(read(handMadeXlsx({ sheets }), 'a.xlsx', few))).toBe('import.tooBig rows');
    });
    test('merges that cover everything again and again', () => {
      const merges = '<mergeCell ref="A1:XFD1048576"/>'.repeat(100_000);
      const xml = `<sheetData><row r="1"><c r="CV1"><v>1</v></c></row><row r="10000"><c r="CV10000"><v>1</v></c></row></sheetData><mergeCells>${merges}</mergeCells>`;
      expect(refusal(read(oneSheet(xml)))).toBe('import.tooBig merges');
    });
    test('a million styled empty cells cost nothing', () => {
      const xml = `<sheetData><row r="1"><c r="A1"><v>1</v></c></row>${Array.from({ length: 50_000 }, (_, row) => `<row r="${String(row + 2)}"><c r="A${String(row + 2)}" s="1"/><c r="XFD${String(row + 2)}" s="1"/></row>`).join('')}</sheetData>`;
      expect(rowsOf(read(oneSheet(xml, { formats: ['0'] })))).toEqual([[1]]);
    });
  });
});

describe('Excel 97 and older', () => {
  const workbook = () => {
    const sheet = utils.aoa_to_sheet([['Straße „Süd“ – 5 €', 12.5, true], [], [undefined, 45291, 0.07, 1101]]);
    for (const [place, format] of [['B3', 'dd.mm.yyyy'], ['C3', '0%'], ['D3', '00000']] as const) (sheet[place] as { z: string }).z = format;
    sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 1, c: 0 } }];
    const book = utils.book_new();
    utils.book_append_sheet(book, sheet, 'T1');
    utils.book_append_sheet(book, utils.aoa_to_sheet([['geheim']]), 'T2');
    book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
    return book;
  };
  test.each(['biff8'] as const)('%s', (bookType) => {
    const value = content(read(new Uint8Array(write(workbook(), { type: 'array', bookType }) as ArrayBuffer), 'falsch.csv'));
    expect(value.tables).toEqual([
      { name: 'T1', hidden: false, rows: [['Straße „Süd“ – 5 €', 12.5, 'WAHR'], [], [undefined, '2023-12-31', 7, '01101']], merges: [{ top: 0, left: 0, bottom: 1, right: 0 }] },
      { name: 'T2', hidden: true, rows: [['geheim']], merges: [] },
    ]);
  });
  const envelope = (stream: string) => {
    const file = CFB.utils.cfb_new();
    CFB.utils.cfb_add(file, `/${stream}`, new Uint8Array(5000));
    return Uint8Array.from(CFB.write(file, { type: 'array' }) as number[]);
  };
  test('a workbook with a password, in the envelope of xlsx', () => expect(refusal(read(envelope('EncryptedPackage')))).toBe('import.encrypted'));
  test('an envelope of something else', () => expect(refusal(read(envelope('WordDocument'), 'a.xls'))).toBe('import.unknownFormat'));
});

describe('names lie', () => {
  const source = (name: string, bytes: Uint8Array, options: ReadOptions = {}) => readSource({ name, bytes }, [], options);
  test('a web page called .xls', async () => {
    const page = '<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1252"><style>td {color: red}</style></head><body><!-- <table> --><table><tr><th colspan=2>Süd &amp; Nord</th></tr><tr><td>01100<td>1.234,5<br>x<tr><td rowspan="2">a</td><td> 12 </td></tr><tr><td>&#8211;&nbsp;</td></tr></table><p>Text</p><table><tr><td><table><tr><td>innen</td></tr></table></td></tr></table></body></html>';
    expect(await source('Bericht.xls', encodeText(page, 'windows-1252'))).toEqual({
      ok: true,
      value: {
        kind: 'tables',
        tables: [
          { name: '1', hidden: false, rows: [['Süd & Nord'], ['01100', '1.234,5\nx'], ['a', '12'], [undefined, '–']], merges: [{ top: 0, left: 0, bottom: 0, right: 1 }, { top: 2, left: 0, bottom: 3, right: 0 }] },
          { name: '2', hidden: false, rows: [['innen']], merges: [] },
        ],
        decoding: { encoding: 'windows-1252', guessed: false },
        remarks: [{ code: 'isWebPage' }],
      },
    });
  });
  test('text called .xls, and xlsx called .csv', async () => {
    const text = await source('a.xls', encodeText('Gebiet\tWert\nSüd\t1,5\n', 'utf-8'));
    expect(text.ok && text.value.remarks).toEqual([{ code: 'isPlainText' }]);
    const workbook = await source('a.csv', oneSheet(sheetData('<c><v>1</v></c>')));
    expect(workbook.ok && workbook.value.kind === 'tables' && workbook.value.tables[0]?.rows).toEqual([[1]]);
  });
  test('XML called .xls or .csv is no table', async () => {
    for (const name of ['a.xls', 'a.csv']) {
      const xml = await source(name, encodeText('<?xml version="1.0"?><a><b>1;2</b></a>', 'utf-8'));
      expect(!xml.ok && xml.failure.code).toBe('import.unknownFormat');
    }
  });
  test('a page of nothing but angles and comments has an answer at once', async () => {
    const page = await source('a.xls', encodeText(`<table><tr><td>a${'<!-- -->'.repeat(20_000)}${'<'.repeat(300_000)}`, 'utf-8'));
    expect(page.ok && page.value.kind === 'tables' && String(page.value.tables[0]?.rows[0]?.[0]).length).toBe(300_001);
  });
  test('a broken archive called .xlsx is damaged, not unknown', async () => {
    const broken = await source('a.xlsx', oneSheet(sheetData('<c><v>1</v></c>')).slice(0, 300));
    expect(!broken.ok && broken.failure.details?.['fault']).toBe('zipNoDirectory');
  });
  test('a Word file is no workbook', async () => {
    const word = await source('a.docx', zipSync({ '[Content_Types].xml': strToU8('<a/>'), 'word/document.xml': strToU8('<a/>') }));
    expect(!word.ok && word.failure.code).toBe('import.unknownFormat');
  });
});

describe('OpenDocument', () => {
  const open = (table: string, extra: Record<string, string> = {}) =>
    zipSync({
      mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
      'META-INF/manifest.xml': strToU8(extra['manifest'] ?? '<manifest:manifest xmlns:manifest="m"/>'),
      'content.xml': strToU8(`<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:draw="d" xmlns:style="s"><style:style style:name="ta2"><style:table-properties table:display="false"/></style:style><office:body><office:spreadsheet>${table}</office:spreadsheet></office:body></office:document-content>`),
    });
  test('values, shown keys and signs, repeats, spans, notes, drawings', () => {
    const value = content(
      read(
        open(
          `<table:table table:name="T1"><table:shapes><draw:frame><text:p>nicht</text:p></draw:frame></table:shapes>
          <table:table-row><table:table-cell office:value-type="string" table:number-columns-spanned="2" table:number-rows-spanned="1"><office:annotation><text:p>Notiz</text:p></office:annotation><text:p>a<text:s text:c="2"/>b</text:p><text:p>c</text:p></table:table-cell><table:covered-table-cell/></table:table-row>
          <table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="float" office:value="1101"><text:p>01101</text:p></table:table-cell><table:table-cell office:value-type="percentage" office:value="0.07"><text:p>7 %</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="2"><text:p>/</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="2023-12-31"><text:p>31.12.23</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="1234.5" table:number-columns-repeated="2"><text:p>1.234,5</text:p></table:table-cell></table:table-row>
          <table:table-row table:number-rows-repeated="1048573"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>
          <table:table table:name="T2" table:style-name="ta2"><table:table-row><table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>WAHR</text:p></table:table-cell></table:table-row></table:table>`,
        ),
        'a.ods',
      ),
    );
    const row = ['01101', 7, '/', '2023-12-31', 1234.5, 1234.5];
    expect(value.tables).toEqual([
      { name: 'T1', hidden: false, rows: [['a  b\nc'], row, row], merges: [{ top: 0, left: 0, bottom: 0, right: 1 }] },
      { name: 'T2', hidden: true, rows: [['WAHR']], merges: [] },
    ]);
    expect(value.remarks).toEqual([{ code: 'signForNumber', details: { sheet: 'T1', amount: 1, first: 'C2' } }]);
  });
  test('keys are padded by the style of their cell or column, so that 9 and 10 are alike', () => {
    const styles = '<number:number-style xmlns:number="n" style:name="N1"><number:number number:decimal-places="0" number:min-integer-digits="2"/></number:number-style><style:style style:name="ce1" style:data-style-name="N1"/>';
    const cells = (style: string) => ['9', '10'].map((value) => `<table:table-cell${style} office:value-type="float" office:value="${value}"><text:p>${value.padStart(2, '0')}</text:p></table:table-cell>`).join('');
    const columns = '<table:table-column table:default-cell-style-name="ce1" table:number-columns-repeated="2"/><table:table-column table:default-cell-style-name="Default"/>';
    const table = `<table:table table:name="T">${columns}<table:table-row>${cells('')}</table:table-row><table:table-row>${cells(' table:style-name="ce1"')}</table:table-row></table:table>`;
    expect(rowsOf(read(open(styles + table), 'a.ods'))).toEqual([['09', '10'], ['09', '10']]);
  });
  test('a value repeated a million times a thousand times is refused', () => {
    const row = '<table:table-row table:number-rows-repeated="1000000"><table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="16384"/></table:table-row>';
    expect(refusal(read(open(`<table:table table:name="a">${row}</table:table>`), 'a.ods'))).toBe('import.tooBig cells');
  });
  test('with a password', () => {
    expect(refusal(read(open('', { manifest: '<m:manifest xmlns:m="m"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>' }), 'a.ods'))).toBe('import.encrypted');
  });
});
