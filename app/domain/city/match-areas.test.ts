import { describe, expect, it } from 'vitest';
import { alikeName } from './area-names.ts';
import { keyByRule } from './key-rule.ts';
import { bestKeyRule, matchByKey, matchByName } from './match-areas.ts';

const areas = (...names: string[]) => names.map((name, place) => ({ key: `STGT${String(place + 1).padStart(2, '0')}`, name }));
const keysOf = (matching: ReturnType<typeof matchByName>) => Object.fromEntries([...matching.matched].map(([text, { key }]) => [text, key]));

describe('Names of areas', () => {
  it.each([
    ['03 Nordstadt', 'Nordstadt'], ['NORDSTADT', 'Nordstadt'], ['Nordstadt (Stadtteil)', 'Nordstadt'], ['Stadtteil Nordstadt', 'Nordstadt'], ['Nordstadt¹', 'Nordstadt'], ['Nordstadt 1)', 'Nordstadt'],
    ['Jürgensby', 'Juergensby'], ['Schloßstraße', 'Schlossstrasse'], ['Schloßstr.', 'Schlossstraße'], ['St. Georg', 'Sankt Georg'], ['St.-Nikolai', 'Sankt Nikolai'], ['Fruerlund-Süd', 'Fruerlund Süd'], ['Wald u. Wiese', 'Wald und Wiese'],
    ['7.1 Westend', 'Westend'], ['01 - Mitte', 'Mitte'], ['Ju\u0308rgensby', 'Jürgensby'],
  ])('%s is %s', (one, other) => {
    expect(alikeName(one)).toBe(alikeName(other));
  });
  it.each([['Nordstadt', 'Neustadt'], ['Mitte Nord', 'Mitte Süd'], ['Bezirk 2', 'Bezirk 3'], ['Stadtteil', 'Nordstadt']])('%s is not %s', (one, other) => {
    expect(alikeName(one)).not.toBe(alikeName(other));
  });
});

describe('Texts of a table', () => {
  it('meet areas by name, with the usual spellings, and leftovers are only proposed', () => {
    const matching = matchByName(['Altstadt', '03 Nordstadt', 'Juergensby', 'Mürvik', 'Insel'], areas('Altstadt', 'Neustadt', 'Nordstadt', 'Jürgensby', 'Mürwik'));
    expect(keysOf(matching)).toEqual({ Altstadt: 'STGT01', '03 Nordstadt': 'STGT03', Juergensby: 'STGT04' });
    expect(matching.matched.get('Juergensby')!.how).toBe('alike');
    expect(matching.proposals).toEqual([{ text: 'Mürvik', key: 'STGT05', name: 'Mürwik', similarity: 1 - 1 / 7 }]);
    expect(matching.unmatchedTexts).toEqual(['Mürvik', 'Insel']);
    expect(matching.unmatchedAreas.map(({ name }) => name)).toEqual(['Neustadt', 'Mürwik']);
  });

  it('never guess between two areas of one name', () => {
    const matching = matchByName(['Schloßstraße', 'Markt'], areas('Schloßstraße', 'Schloßstraße', 'Markt'));
    expect(keysOf(matching)).toEqual({ Markt: 'STGT03' });
    expect(matching.ambiguous).toEqual([{ text: 'Schloßstraße', keys: ['STGT01', 'STGT02'] }]);
  });

  it('tell areas of one name apart by the number before it, also one that lost its zeros', () => {
    const matching = matchByName(['42002 Heerstraße', '052005 Heerstrasse', '7 Heerstraße'], [{ key: '042002', name: 'Heerstraße' }, { key: '052005', name: 'Heerstraße' }]);
    expect(keysOf(matching)).toEqual({ '42002 Heerstraße': '042002', '052005 Heerstrasse': '052005' });
    expect(matching.ambiguous).toEqual([{ text: '7 Heerstraße', keys: ['042002', '052005'] }]);
  });

  it('take an area once: the exact spelling wins, two like spellings are ambiguous', () => {
    expect(keysOf(matchByName(['Süd', 'Sued'], areas('Süd')))).toEqual({ Süd: 'STGT01' });
    const two = matchByName(['01 Sued', 'SÜD.'], areas('Süd'));
    expect(two.matched.size).toBe(0);
    expect(two.ambiguous).toEqual([{ text: '01 Sued', keys: ['STGT01'] }, { text: 'SÜD.', keys: ['STGT01'] }]);
  });

  it('propose no pair twice and none that is nearly a tie', () => {
    expect(matchByName(['Bezirk 12'], areas('Bezirk 13', 'Bezirk 14')).proposals).toEqual([]);
    expect(matchByName(['Fruerlunt', 'Fruerlundd'], areas('Fruerlund')).proposals).toHaveLength(1);
  });

  it('meet areas by key under a rule', () => {
    const two = areas('Altstadt', 'Neustadt');
    expect(keyByRule('1', { prefix: 'STGT', digits: 2 })).toBe('STGT01');
    expect(keyByRule('1.0', { prefix: 'STGT', digits: 2 })).toBe('STGT01');
    // a file that mixes full keys and short ones is read as the import reads it
    expect(keysOf(matchByKey(['STGT01', '2'], two, { prefix: 'STGT', digits: 2 }))).toEqual({ STGT01: 'STGT01', 2: 'STGT02' });
    expect(['', '  ', '12', '012'].map((text) => keyByRule(text, { prefix: '1', digits: 2 }))).toEqual(['', '', '112', '1012']);
    expect(keysOf(matchByKey(['1', '2', '9'], two, { prefix: 'STGT', digits: 2 }))).toEqual({ 1: 'STGT01', 2: 'STGT02' });
    expect(matchByKey(['1', '01'], two, { prefix: 'STGT', digits: 2 }).ambiguous).toHaveLength(2);
  });

  it('find the rule by which their keys are those of the areas', () => {
    const known = areas('A', 'B', 'C', 'D');
    expect(bestKeyRule(['STGT01', 'STGT02'], known)!.rule).toEqual({ prefix: '' });
    expect(bestKeyRule(['1', '2', '3'], known)!.rule).toEqual({ prefix: 'STGT', digits: 2 });
    expect(bestKeyRule(['01', '02'], known)!.rule).toEqual({ prefix: 'STGT' });
    expect(bestKeyRule(['0100100001', '0100100002'], known)!.rule).toEqual({ prefix: 'STGT', last: 2 });
    const planning = [{ key: '01100101', name: 'x' }, { key: '12100102', name: 'y' }];
    expect(bestKeyRule(['1100101', '12100102'], planning)!.rule).toEqual({ prefix: '', digits: 8 });
    const withAgs = [{ key: '0531500001', name: 'x' }, { key: '0531500012', name: 'y' }, { key: '0531500023', name: 'z' }];
    expect(bestKeyRule(['1', '12', '23'], withAgs)!.rule).toEqual({ prefix: '05315000', digits: 2 });
    expect(bestKeyRule(['Altstadt'], known)).toBeUndefined();
    expect(bestKeyRule([], known)).toBeUndefined();
  });
});
