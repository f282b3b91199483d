import { describe, expect, it } from 'vitest';
import type { RawCell, SourceTable } from '../source/source.ts';
import { findAreaColumn } from './area-column.ts';
import { tableShape } from './table-shape.ts';

const csv = (text: string): SourceTable => ({ name: 'Blatt', hidden: false, merges: [], rows: text.trim().split('\n').map((line) => line.split(';').map((cell): RawCell => (cell === '' ? undefined : cell))) });
const level = (id: string, areas: readonly (readonly [string, string])[]) => ({ level: id, areas: areas.map(([key, name]) => ({ key, name })) });
const LEVELS = [
  level('bezirk', [['01', 'Mitte'], ['02', 'Nord']]),
  level('stadtteil', [['STGT01', 'Altstadt'], ['STGT02', 'Neustadt'], ['STGT03', 'Nordstadt'], ['STGT04', 'Jürgensby']]),
  level('quartier', [['01100101', 'Am Markt'], ['01100102', 'Am Hafen'], ['01100205', 'Am Wall'], ['02100101', 'Am Berg'], ['02100102', 'Am Tal'], ['02100103', 'Am Bach']]),
];
const found = (text: string) => {
  const table = csv(text);
  const answer = findAreaColumn(table, tableShape(table, 'Musterstadt')!, LEVELS);
  const best = answer.best;
  return { ...answer, short: best && [best.column.header, best.level, best.by, best.rule.prefix, best.rule.digits, best.matching.matched.size] };
};

describe('The column of areas', () => {
  it('is found by keys without their letters and leading zeros', () => {
    expect(found('year;district_id;residents\n2018;1;554\n2018;2;532\n2018;3;100\n2018;4;3').short).toEqual(['district_id', 'stadtteil', 'key', 'STGT', 2, 4]);
    expect(found('LOR;Wert\n1100101;5\n1100102;6\n1100205;7').short).toEqual(['LOR', 'quartier', 'key', '', 8, 3]);
  });

  it('is found by names, and the total of the city is no area', () => {
    const answer = found('Gebiet;Zahl\nAltstadt;1\nNeustadt;2\nJuergensby;3\nMusterstadt;6');
    expect(answer.short).toEqual(['Gebiet', 'stadtteil', 'name', '', undefined, 3]);
    expect(answer.best!.matching.unmatchedTexts).toEqual([]);
  });

  it('prefers keys and names the column beside them', () => {
    const answer = found('Nr;Stadtteil;Bezirk;Zahl\nSTGT01;Altstadt;Mitte;1\nSTGT02;Neustadt;Mitte;2\nSTGT03;Nordstadt;Nord;3');
    expect(answer.short).toEqual(['Nr', 'stadtteil', 'key', '', undefined, 3]);
    expect(answer.names!.column.header).toBe('Stadtteil');
  });

  it('takes no count for a key', () => {
    expect(found('Name;Kinder\nKita A;1\nKita B;2\nKita C;3').best).toBeUndefined();
  });

  it('says that keys are of another vintage, whatever their names say', () => {
    const answer = found('PLR;Name;Wert\n01011101;Am Markt;1\n01011102;Am Hafen;2\n01011103;Am Wall;3\n01011104;Am Berg;4\n01011105;Am Tal;5\n01100102;Am Hafen Nord;2');
    expect(answer.otherVintage).toMatchObject({ level: 'quartier', known: 1, texts: 6 });
  });

  it('is missing in a table about the whole city', () => {
    expect(found('year;age_under_18;age_65\n2011;13401;4581\n2012;13517;4562').best).toBeUndefined();
  });
});
