import { describe, expect, it } from 'vitest';
import { columnLetter, columnsOf } from './columns.ts';

const table = (rows: readonly (readonly (string | number | undefined)[])[], merges: readonly { top: number; left: number; bottom: number; right: number }[] = []) => ({ name: 'Blatt', hidden: false, rows, merges });
const headers = (answer: ReturnType<typeof columnsOf>) => answer.columns.map(({ header }) => header);

describe('Columns of a table', () => {
  it('join the rows of a header and fill merged cells', () => {
    const rows = [['Stadtteil', 'Einwohner', undefined, '  Kinder\n unter 6 '], [undefined, 2019, 2020, undefined]];
    const merges = [{ top: 0, left: 0, bottom: 1, right: 0 }, { top: 0, left: 1, bottom: 0, right: 2 }];
    expect(headers(columnsOf(table(rows, merges), [1, 2]))).toEqual(['Stadtteil', 'Einwohner | 2019', 'Einwohner | 2020', 'Kinder unter 6']);
  });

  it('fill a group title to the right where a file has no merged cells', () => {
    const rows = [['Nr', 'Stadtteil', 'Einwohner', '', '', 'Fläche'], ['', '', 'gesamt', 'männlich', 'weiblich', '']];
    expect(headers(columnsOf(table(rows), [1, 2]))).toEqual(['Nr', 'Stadtteil', 'Einwohner | gesamt', 'Einwohner | männlich', 'Einwohner | weiblich', 'Fläche']);
  });

  it('are found by header or letter, and the answer lists what there is otherwise', () => {
    const { find, columns } = columnsOf(table([['Name', 'Wert', 'Wert', '', 'a\u0308lter']]), [1, 1]);
    expect(find('Name')).toEqual({ kind: 'found', index: 0 });
    expect(find(' Name ')).toEqual({ kind: 'found', index: 0 });
    expect(find('@C')).toEqual({ kind: 'found', index: 2 });
    expect(find('älter')).toEqual({ kind: 'found', index: 4 });
    expect(find('Wert')).toEqual({ kind: 'ambiguous', known: ['@B', '@C'] });
    expect(find('Summe')).toEqual({ kind: 'unknown', known: ['Name', '@B', '@C', '@D', 'älter'] });
    expect(find('@Z').kind).toBe('unknown');
    expect(find('').kind).toBe('unknown');
    expect(columns.map(({ reference }) => find(reference))).toEqual([0, 1, 2, 3, 4].map((index) => ({ kind: 'found', index })));
  });

  it('have the letters of a spreadsheet', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
  });
});
