import { describe, expect, it } from 'vitest';
import type { RawCell, SourceTable } from '../source/source.ts';
import { tableShape } from './table-shape.ts';
import { totalKind } from './totals.ts';

const sheet = (rows: readonly (readonly RawCell[])[], merges: SourceTable['merges'] = []): SourceTable => ({ name: 'Blatt', hidden: false, rows, merges });
/** A table as text: cells apart by ";". */
const csv = (text: string): SourceTable => sheet(text.trim().split('\n').map((line) => line.split(';').map((cell) => (cell === '' ? undefined : cell))));
const kinds = (table: SourceTable, city = '') => tableShape(table, city)!.columns.map(({ kind }) => kind);

describe('The shape of a table', () => {
  it('is seen in a plain file', () => {
    const shape = tableShape(csv('year;district_id;residents\n2018;1;554\n2019;1;532\n2018;2;100\n2019;2;'))!;
    expect(shape).toMatchObject({ title: [], header: [1, 1], rows: { from: 2, to: 5 }, footnotes: [], totals: [], layout: 'wide' });
    expect(shape.columns.map(({ kind, reference }) => [kind, reference])).toEqual([['year', 'year'], ['number', 'district_id'], ['number', 'residents']]);
  });

  it('is seen below titles, merged header rows and a row of column numbers, above footnotes and totals', () => {
    const shape = tableShape(sheet([
      ['Tabelle 3.1 Einwohner und Haushalte nach Stadtteilen'],
      ['Stand: 31.12.2022'],
      [],
      ['Nr.', 'Stadtteil', 'Einwohner', undefined, undefined, 'Haushalte'],
      [undefined, undefined, 'insgesamt', 'männlich', 'weiblich', undefined],
      [1, 2, 3, 4, 5, 6],
      [],
      ['01', 'Altstadt', '3.323', '1.700', '1.623', '2.000'],
      ['02', 'Neustadt', '4.500', '.', '.', '(2.700)'],
      ['03', 'Nordstadt', '12.345', '–', '…', 'x'],
      [undefined, 'Stadt Musterstadt', '20.168', '10.000', '10.168', '4.700'],
      [],
      ['Quelle: Melderegister der Stadt'],
      ['1) einschließlich Nebenwohnsitz'],
      ['geschätzt'],
    ], [{ top: 3, left: 2, bottom: 3, right: 4 }, { top: 3, left: 0, bottom: 4, right: 0 }, { top: 3, left: 1, bottom: 4, right: 1 }, { top: 3, left: 5, bottom: 4, right: 5 }]), 'Musterstadt')!;
    expect(shape.title).toEqual(['Tabelle 3.1 Einwohner und Haushalte nach Stadtteilen', 'Stand: 31.12.2022']);
    expect(shape.header).toEqual([4, 5]);
    expect(shape.rows).toEqual({ from: 8, to: 11 });
    expect(shape.footnotes.map(({ row }) => row)).toEqual([13, 14, 15]);
    expect(shape.totals).toEqual([{ row: 11, text: 'Stadt Musterstadt', kind: 'city' }]);
    expect(shape.columns.map(({ reference, kind }) => [reference, kind])).toEqual([
      ['Nr.', 'key'], ['Stadtteil', 'text'], ['Einwohner | insgesamt', 'number'], ['Einwohner | männlich', 'number'], ['Einwohner | weiblich', 'number'], ['Haushalte', 'number'],
    ]);
    expect(shape.columns[2]!.numbers).toMatchObject({ format: { decimal: ',', thousands: '.' } });
  });

  it('knows years and days as columns, typed or written', () => {
    const years = tableShape(csv('Stadtteil;2019;2020;2021\nAltstadt;3323;3400;3410\nNeustadt;4500;4510;.'))!;
    expect(years).toMatchObject({ header: [1, 1], layout: 'datesAsColumns' });
    expect(years.columns.map(({ day }) => day?.day)).toEqual([undefined, '2019-12-31', '2020-12-31', '2021-12-31']);
    const typed = tableShape(sheet([['Stadtteil', 2019, 2020], ['Altstadt', 3323, 3400], ['Neustadt', 4500, 4510]]))!;
    expect(typed).toMatchObject({ header: [1, 1], rows: { from: 2 }, layout: 'datesAsColumns' });
    const kommonitor = tableShape(csv('ID;NAME;DATE_2019-12-31;DATE_2020-12-31\n01;Altstadt;12.5;13.5\n02;Neustadt;8.25;9'))!;
    expect(kommonitor).toMatchObject({ layout: 'datesAsColumns' });
    expect(kommonitor.columns[2]!.day).toEqual({ day: '2019-12-31', form: 'day', rest: '' });
    expect(tableShape(csv('Stadtteil;31.12.2019;31.12.2020\nAltstadt;3323;3400\nNeustadt;4500;4510'))!.layout).toBe('datesAsColumns');
  });

  it('knows indicators by year in two header rows', () => {
    const shape = tableShape(csv(';Einwohner;;Arbeitslose;\nStadtteil;2019;2020;2019;2020\nAltstadt;3323;3400;233;240\nNeustadt;4500;4510;300;310'))!;
    expect(shape).toMatchObject({ header: [1, 2], rows: { from: 3, to: 4 }, layout: 'indicatorByDate' });
    expect(shape.columns.map(({ header, day }) => [header, day?.day, day?.rest])).toEqual([
      ['Stadtteil', undefined, undefined], ['Einwohner | 2019', '2019-12-31', 'Einwohner'], ['Einwohner | 2020', '2020-12-31', 'Einwohner'],
      ['Arbeitslose | 2019', '2019-12-31', 'Arbeitslose'], ['Arbeitslose | 2020', '2020-12-31', 'Arbeitslose'],
    ]);
  });

  it('knows a long table by the column that names the indicator', () => {
    const shape = tableShape(csv('Stadtteil;Jahr;Merkmal;Wert\nAltstadt;2021;Einwohner;3323\nAltstadt;2021;Arbeitslose;233\nNeustadt;2021;Einwohner;4500\nNeustadt;2021;Arbeitslose;–\nAltstadt;2022;Einwohner;3323\nAltstadt;2022;Arbeitslose;233'))!;
    expect(shape.layout).toBe('long');
    expect(shape.labels!.header).toBe('Merkmal');
    expect(shape.columns.map(({ kind }) => kind)).toEqual(['text', 'year', 'text', 'number']);
  });

  it('keeps headings and blank rows inside the data apart from footnotes', () => {
    const shape = tableShape(csv('Bezirk;Einwohner;Kinder\nMitte\nAltstadt;3323;400\nNeustadt;4500;500\nMitte zusammen;7823;900\n\nNord\nNordstadt;12345;1500\n\nQuelle: Amt'))!;
    expect(shape.headings).toEqual([{ row: 2, text: 'Mitte' }, { row: 7, text: 'Nord' }]);
    expect(shape.header).toEqual([1, 1]);
    expect(shape.rows).toEqual({ from: 2, to: 8 });
    expect(shape.totals).toEqual([{ row: 5, text: 'Mitte zusammen', kind: 'subtotal' }]);
    expect(shape.footnotes.map(({ text }) => text)).toEqual(['Quelle: Amt']);
  });

  it('finds the header above a heading over the first block', () => {
    const shape = tableShape(sheet([['Bezirk', 'Insgesamt', 'unter 6', '6 - 15'], [], [undefined, 'Deutsche'], ['Mitte', 10, 3, 4], ['Pankow', 20, 5, 6], [undefined, 'Ausländer'], ['Mitte', 1, 0, 0], ['Pankow', 2, 1, 1]],
      [{ top: 2, left: 1, bottom: 2, right: 3 }, { top: 5, left: 1, bottom: 5, right: 3 }]))!;
    expect(shape).toMatchObject({ header: [1, 1], rows: { from: 3, to: 8 }, headings: [{ row: 3, text: 'Deutsche' }, { row: 6, text: 'Ausländer' }] });
  });

  it('keeps a last area without a value', () => {
    expect(tableShape(csv('Stadtteil;Einwohner\nAltstadt;3323\nNeustadt;4500\nInsel;'))!.rows.to).toBe(4);
  });

  it('knows keys, dates and sentinels by their columns', () => {
    expect(kinds(csv('ZEIT;PLR_ID;PLR_NAME;S1\n202012;01100101;Stülerstraße;4.22594\n202012;01100102;Großer Tiergarten;-9999\n202012;01100103;Lützowstraße;3.1'))).toEqual(['month', 'key', 'text', 'number']);
    const shape = tableShape(csv('A;B;C;D\n01.01.2021;STGT01;5;-1\n01.01.2021;STGT02;999999;4\n31.12.2021;STGT03;7;3'))!;
    expect(shape.columns.map(({ kind }) => kind)).toEqual(['day', 'key', 'number', 'number']);
    expect(shape.columns.map(({ sentinels }) => sentinels)).toEqual([[], [], ['999999'], ['-1']]);
  });

  it('reports texts between numbers and never takes them for signs', () => {
    expect(tableShape(csv('Stadtteil;Wert\nA-Stadt;1,5\nB-Stadt;siehe C\nC-Stadt;g\nD-Stadt;.\nE-Stadt;3,5\nF-Stadt;4,5'))!.columns[1]).toMatchObject({ kind: 'number', strange: ['siehe C', 'g'] });
  });

  it('is found in a table without numbers, in one without a header, and not in an empty sheet', () => {
    expect(tableShape(csv('Name;Straße;Träger\nKita Sonne;Am Markt 1;Stadt\nKita Mond;Weg 2;AWO'))).toMatchObject({ header: [1, 1], rows: { from: 2, to: 3 } });
    expect(tableShape(csv('Altstadt;3323\nNeustadt;4500'))).toMatchObject({ header: undefined, rows: { from: 1, to: 2 } });
    expect(tableShape(sheet([[], [undefined, '']]))).toBeUndefined();
    expect(tableShape(sheet([]))).toBeUndefined();
  });

  it('is found with empty columns and rows around it', () => {
    const shape = tableShape(sheet([[], [undefined, undefined, 'Einwohner am 31.12.2022'], [], [undefined, undefined, 'Stadtteil', undefined, 'Zahl'], [undefined, undefined, 'Altstadt', undefined, 3], [undefined, undefined, 'Neustadt', undefined, 4]]))!;
    expect(shape).toMatchObject({ title: ['Einwohner am 31.12.2022'], header: [4, 4], rows: { from: 5, to: 6 } });
    expect(shape.columns.map(({ kind }) => kind)).toEqual(['empty', 'empty', 'text', 'empty', 'number']);
  });
});

describe('Rows that add up others', () => {
  it.each(['Insgesamt', 'Gesamt', 'Summe', 'Stadt', 'Flensburg', 'Stadt Flensburg', 'Flensburg, Stadt', 'Flensburg insgesamt', 'Gesamtstadt', 'Insgesamt:', 'Total', 'Stadtdurchschnitt', 'Flensburg (gesamt)'])('%s is the city', (text) => {
    expect(totalKind(text, 'Flensburg')).toBe('city');
  });
  it.each(['Mitte zusammen', 'Summe Nord', 'Bezirk 1 insgesamt', 'Innenstadt gesamt'])('%s is a part', (text) => {
    expect(totalKind(text, 'Flensburg')).toBe('subtotal');
  });
  it.each(['Altstadt', 'Neustadt', 'Flensburg-Nord', 'Südstadt', 'Gesamtschulviertel', 'Stadtpark', 'Landsberg', ''])('%s is neither', (text) => {
    expect(totalKind(text, 'Flensburg')).toBeUndefined();
  });
});
