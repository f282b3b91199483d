import { describe, expect, test } from 'vitest';
import { aCity, middleOfQuarter, ORIGIN } from '#test/builders/a-city.ts';
import type { Institution } from '../city/city.ts';
import { asId } from '#shared/ids.ts';
import { compareWithList } from './compare-with-list.ts';
import type { ListedInstitution } from './listed-institution.ts';

const place = (x: number, y = 500) => [ORIGIN[0] + x, ORIGIN[1] + y] as const;
const { institutions } = aCity()
  .withQuarters(4)
  .withInstitution('k1', 'kita', place(100), { name: 'Kita Regenbogen', address: 'Hauptstr. 5', website: 'https://www.regenbogen.example/' })
  .withInstitution('k2', 'kita', place(1500), { name: 'Kita Sonnenschein e. V.' })
  .withInstitution('k3', 'kita', place(2500), { name: 'Städtische Kita Weststraße' })
  .withInstitution('s1', 'school', middleOfQuarter(4), { name: 'Grundschule Nord' })
  .build();
const row = (key: string, name: string, location: readonly [number, number] | undefined, more: Partial<ListedInstitution> = {}): ListedInstitution =>
  ({ key, id: undefined, name, location, category: undefined, fields: {}, ...more });
const kinds = (list: readonly ListedInstitution[], options = {}) =>
  compareWithList(institutions, list, options).differences.map((difference) => `${difference.kind} ${'institution' in difference ? difference.institution.id : difference.listed.key}`).sort();

const same = [row('1', 'Kita Regenbogen', place(100)), row('2', 'Kita Sonnenschein', place(1510)), row('3', 'Kita Weststraße (städtisch)', place(2500))];

describe('comparing with a second list', () => {
  test('the same institutions under slightly other spellings match; other categories are not missed', () => {
    const { differences, matched } = compareWithList(institutions, same);
    expect(matched).toBe(3);
    // the spelling is offered as a new name, nothing else
    expect(differences.map(({ kind }) => kind)).toEqual(['renamed', 'renamed']);
  });
  test('new and vanished', () => {
    expect(kinds([same[0]!, row('9', 'Kita Waldwichtel', place(3900))])).toEqual(['new 9', 'vanished k2', 'vanished k3']);
    expect(kinds([same[0]!], { categories: [asId('school')] })).toEqual(['vanished s1']);
  });
  test('moved: by more than the given metres, and across the city when the name is the only one', () => {
    expect(kinds([row('1', 'Kita Regenbogen', place(100, 560)), ...same.slice(1)])).toContain('moved k1');
    expect(kinds([row('1', 'Kita Regenbogen', place(100, 540)), ...same.slice(1)])).not.toContain('moved k1');
    const far = compareWithList(institutions, [row('1', 'Kita Regenbogen', place(3400)), ...same.slice(1)]);
    expect(far.differences.find(({ kind }) => kind === 'moved')).toMatchObject({ institution: { id: 'k1' }, metres: 3300 });
  });
  test('renamed: another name in the same place', () => {
    expect(kinds([row('1', 'Familienzentrum Bunte Welt', place(105)), ...same.slice(1)])).toContain('renamed k1');
  });
  test('two names in one place stay for a person to look at', () => {
    const found = kinds([row('1', 'Familienzentrum Bunte Welt', place(105)), row('4', 'Krippe Eins', place(104)), ...same.slice(1)]);
    expect(found).toEqual(expect.arrayContaining(['new 1', 'new 4', 'vanished k1']));
  });
  test('an id in the list decides before any name', () => {
    const withIds = same.slice(1).map((entry, index) => ({ ...entry, id: asId<Institution['id']>(`k${index + 2}`) }));
    expect(kinds([row('1', 'Ganz anders', place(3900), { id: asId('k1') }), ...withIds])).toEqual(['moved k1', 'renamed k1', 'renamed k2', 'renamed k3']);
  });
  test('ids that only count the same way are no keys', () => {
    const [first, second, third] = same;
    const numbered = [{ ...second!, id: asId<Institution['id']>('k1') }, { ...third!, id: asId<Institution['id']>('k2') }, { ...first!, id: asId<Institution['id']>('k3') }];
    expect(compareWithList(institutions, numbered).differences.map(({ kind }) => kind)).toEqual(['renamed', 'renamed']);
  });
  test('fields: spelling is no change, silence is no change', () => {
    const fields = { address: 'Hauptstraße 5', website: 'regenbogen.example', provider: 'AWO', openingHours: '' };
    const { differences } = compareWithList(institutions, [row('1', 'Kita Regenbogen', place(100), { fields })]);
    expect(differences.filter(({ kind }) => kind === 'changed')).toMatchObject([{ field: 'provider', value: 'AWO' }]);
  });
  test('rows that say nothing are listed, not dropped', () => {
    expect(compareWithList(institutions, [row('1', ' ', undefined), row('2', 'A', undefined, { id: asId('k1') }), row('3', 'B', undefined, { id: asId('k1') }), row('4', 'C', undefined, { id: asId('9') }), row('5', 'D', undefined, { id: asId('9') })]).unusable).toEqual([
      { key: '1', reason: 'noName' }, { key: '2', reason: 'doubledId' }, { key: '3', reason: 'doubledId' },
    ]);
  });
});
