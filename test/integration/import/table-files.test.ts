import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readSource } from '#app/exchange/import/source/read-source.ts';
import type { SourceContent, SourceTable } from '#app/exchange/import/source/source.ts';
import { reasonToSkip, sharedFile } from '#test/shared-data.ts';

/**
 * Every file of these folders and what it is read as: sheets with rows × columns (`~` merges, `h` hidden), for texts the encoding (`?` guessed) and the
 * delimiter, or the problem. A file that is new in a folder and not in this table fails.
 */
const FOLDERS: readonly { readonly folder: string; readonly suffix?: string; readonly expected: Readonly<Record<string, string>> }[] = [
  {
    folder: 'data/statistics-office-files',
    expected: {
      '01_Deutsche_und_auslaendische_Einwohners_in_Berlin_seit_2000_nach_Geschlecht.xlsx': 'Tabelle1 25×10',
      '02_Einwohners_in_Berlin_seit_2000_nach_Altersgruppen.xlsx': 'Tabelle1 25×11',
      '03_Einwohners_in_Berlin_seit_2013_nach_Bezirken.xlsx': 'Tabelle1 14×12',
      '04_Durchschnittsalter_der_Einwohners_in_Berlin_seit_2013_nach_Bezirken_in_Jahren.xlsx': 'Tabelle1 12×14',
      '05_Einwohners_in_Berlin_am_31_Dezember_2023_nach_Bezirk_Alter_FamStand.xlsx': 'Tabelle1 13×7',
      '06_1_Einwohners_in_Berlin_am_31_Dezember_2023_nach_Bezirken_Alter_genderTotal.xlsx': 'Tabelle1 14×15',
      '06_2_Einwohners_in_Berlin_am_31_Dezember_2023_nach_Bezirken_Alter_genderMale.xlsx': 'Tabelle1 14×15',
      '06_3_Einwohners_in_Berlin_am_31_Dezember_2023_nach_Bezirken_Alter_genderFemale.xlsx': 'Tabelle1 14×15',
      '11_Einwohners_in_Berlin_am_31_Dezember_2023_nach_Ortsteilen_Alter_gender.xlsx': 'Tabelle1 98×11',
      '14_Einwohners_in_Berlin_am_31_Dezember_2023_nach_PLZ_Alter_gender.xlsx': 'Tabelle1 238×12',
      'Berlin_LOR_Gigabit_Versorgungsdaten_2402.xlsx': 'LOR 547×17 ~6',
      'INKAR_A_BeschaeftigtenquoteKreis.xls': 'Daten 402×28 | Metadaten 3×5 | Quellangabe 1×1',
      'SB_A01-05-00_2023h02_BE_Einwohnerregister_Berlin.xlsx':
        'Titel 13×3 | Impressum 57×5 ~1 | Inhaltsverzeichnis 53×7 ~1 | T1 T2 63×11 ~9 | T3 T4 58×14 ~5 | T5 66×7 ~14 | T6 142×14 ~16 | T7 52×13 ~15 | T8 52×13 ~15 | T9 151×30 ~65 | T10 G1 265×18 ~16 | G2  57×1 | T11 178×12 ~18 | T12 178×12 ~18 | T13 178×12 ~18 | T14 243×12 ~6 | T15  19×13 ~10 | U4 0×0',
    },
  },
  {
    folder: 'data/formats/csv',
    expected: {
      'empty.csv': 'import.empty',
      'empty_fields.csv': 'empty_fields 3×6 utf-8 ,',
      'empty_fields2.csv': 'empty_fields2 3×6 utf-8 ,',
      'empty_fields3.csv': 'empty_fields3 4×6 utf-8 ,',
      'lorem.txt': 'lorem 1×1 utf-8',
      'states.csv': 'states 53×6 utf-8 ,',
      'two_states.csv': 'two_states 3×5 utf-8 ,',
      'two_states.tsv': 'two_states 3×5 utf-8 \t',
      'utf16.txt': 'utf16 2×1 utf-16be?',
      'utf16_be_bom.csv': 'utf16_be_bom 2×10 utf-16be \t',
      'utf16_le_bom.csv': 'utf16_le_bom 2×10 utf-16le \t',
      'utf16bom.txt': 'utf16bom 2×1 utf-16be',
      'utf16le.txt': 'utf16le 2×1 utf-16le?',
      'utf16le_bom.txt': 'utf16le_bom 2×1 utf-16le',
      'utf8_bom.csv': 'utf8_bom 2×10 utf-8 \t',
      'utf8bom.txt': 'utf8bom 2×1 utf-8',
    },
  },
  { folder: 'data/formats/geojson_json/features/gzip', suffix: '.csv.gz', expected: { 'utf8_bom.csv.gz': 'utf8_bom 2×10 utf-8 \t' } },
  {
    folder: 'data/streets/roxel',
    suffix: '.csv.gz',
    expected: { 'roxel_distances.csv.gz': 'roxel_distances 9711×3 utf-8 ,', 'roxel_edges.csv.gz': 'roxel_edges 1216×4 utf-8 ,', 'roxel_nodes.csv.gz': 'roxel_nodes 988×4 utf-8 ,' },
  },
  {
    folder: 'data/streets/heidelberg',
    suffix: '.csv.gz',
    expected: {
      'heidelberg_walk_distances.csv.gz': 'heidelberg_walk_distances 229888×3 utf-8 ,',
      'heidelberg_walk_edges.csv.gz': 'heidelberg_walk_edges 177181×5 utf-8 ,',
      'heidelberg_walk_nodes.csv.gz': 'heidelberg_walk_nodes 167870×4 utf-8 ,',
    },
  },
];

describe.each(FOLDERS)('$folder', ({ folder, suffix = '', expected }) => {
  const path = sharedFile(folder);
  const present = path === undefined ? [] : readdirSync(path).filter((name) => name.endsWith(suffix));
  test.skipIf(path === undefined)(`every file is in the table${reasonToSkip(path)}`, () => expect(present.toSorted()).toEqual(Object.keys(expected).toSorted()));
  test.skipIf(path === undefined).each(Object.entries(expected))('%s', async (name, answer) => {
    const read = await readSource({ name, bytes: new Uint8Array(readFileSync(`${path ?? ''}/${name}`)) }, [], {});
    expect(read.ok ? told(read.value) : read.failure.code).toBe(answer);
  });
});

function told(content: SourceContent): string {
  if (content.kind !== 'tables') return content.kind;
  const sheets = content.tables.map(({ name, hidden, rows, merges }) => `${name} ${String(rows.length)}×${String(widest(rows))}${merges.length === 0 ? '' : ` ~${String(merges.length)}`}${hidden ? ' h' : ''}`).join(' | ');
  const { encoding, guessed, delimiter } = content.decoding ?? {};
  return [sheets, ...(encoding === undefined ? [] : [`${encoding}${guessed === true ? '?' : ''}`]), ...(delimiter === undefined ? [] : [delimiter])].join(' ');
}

const widest = (rows: SourceTable['rows']): number => rows.reduce((most, row) => Math.max(most, row.length), 0);

describe('what stands in them', () => {
  const tables = async (path: string) => {
    const read = await readSource({ name: path, bytes: new Uint8Array(readFileSync(sharedFile(`data/statistics-office-files/${path}`) ?? '')) }, [], {});
    if (!read.ok || read.value.kind !== 'tables') throw new Error('not read');
    return new Map(read.value.tables.map((table) => [table.name, table]));
  };
  const there = sharedFile('data/statistics-office-files') !== undefined;

  test.skipIf(!there)('the register of inhabitants: several header rows, days, keys, line breaks in heads, covered columns', async () => {
    const sheets = await tables('SB_A01-05-00_2023h02_BE_Einwohnerregister_Berlin.xlsx');
    expect(sheets.get('T1 T2')?.rows.slice(2, 6)).toEqual([
      ['Stichtag', 'Insgesamt', undefined, undefined, 'Deutsche', undefined, undefined, 'Ausländer'],
      [undefined, 'insgesamt', 'männlich', 'weiblich', 'zusammen', 'männlich', 'weiblich', 'zusammen', 'männlich', 'weiblich'],
      [],
      ['2000-12-31', 3331232, 1616893, 1714339, 2896115, 1383190, 1512925, 435117, 233703, 201414],
    ]);
    expect(sheets.get('T1 T2')?.merges).toContainEqual({ top: 2, left: 1, bottom: 2, right: 3 });
    expect(sheets.get('T11')?.rows[2]?.[3]).toBe('Davon im Alter von ... bis unter ... Jahren');
    expect(sheets.get('T11')?.rows[6]).toEqual(['01', 'Mitte', 107875, 5873, 7533, 2253, 10880, 41003, 14672, 11923, 13738, 53117]);
    // keys in a column of one format, though the workbook holds 10 and 11 as numbers
    expect(sheets.get('T11')?.rows.slice(40, 44).map((row) => row[0])).toEqual(['09', '10', '11', '12']);
  });
  test.skipIf(!there)('BBSR INKAR: keys with their zeros, years in the second row, decimals without noise', async () => {
    const sheets = await tables('INKAR_A_BeschaeftigtenquoteKreis.xls');
    expect(sheets.get('Daten')?.rows[1]?.slice(0, 5)).toEqual([undefined, undefined, undefined, '1997', '1998']);
    expect(sheets.get('Daten')?.rows[2]?.slice(0, 5)).toEqual(['01001', 'Flensburg, Stadt', 'Kreise', 44.62, 44.35]);
  });
  test.skipIf(!there)('the broadband table: a blank first column, keys as texts, shares as numbers', async () => {
    const sheets = await tables('Berlin_LOR_Gigabit_Versorgungsdaten_2402.xlsx');
    expect(sheets.get('LOR')?.rows[4]?.slice(0, 9)).toEqual([undefined, '01', 'Mitte', '01100101', 'Stülerstraße', 2613, 98.3, 0, 1549]);
  });
});
