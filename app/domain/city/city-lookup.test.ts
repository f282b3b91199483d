import { describe, expect, it } from 'vitest';
import { asDate, asId } from '#shared/ids.ts';
import { anEmptyCity, DAY, square } from '#test/builders/an-empty-city.ts';
import { lookupOf } from './city-lookup.ts';
import { isOpen } from './is-open.ts';

const EARLIER = asDate('2023-12-31');
/** Two Sozialräume with three quarters, and a labour district that cuts across them. */
const nested = () =>
  anEmptyCity()
    .level('city', { order: 0 }).area('whole')
    .level('district', { order: 1, nestsIn: asId('city') }).area('north', { parent: asId('whole') }).area('south', { parent: asId('whole') })
    .level('quarter', { order: 2, nestsIn: asId('district') })
    .area('n1', { parent: asId('north'), shape: square(0, 0, 100) }).area('n2', { parent: asId('north'), shape: square(100, 0, 100) }).area('s1', { parent: asId('south') })
    .level('labour', { order: 1, nestsIn: undefined }).area('l1', { parent: asId('whole') });
const ids = (areas: readonly { readonly id: string }[]): string[] => areas.map(({ id }) => id);

describe('reverse questions to a city', () => {
  it('follow nesting, and never into a level that does not nest', () => {
    const lookup = lookupOf(nested().build());
    expect(ids(lookup.childrenOf(asId('north')))).toEqual(['n1', 'n2']);
    expect(ids(lookup.descendantsOf(asId('whole'), asId('quarter')))).toEqual(['n1', 'n2', 's1']);
    expect(lookup.descendantsOf(asId('l1'), asId('quarter'))).toEqual([]);
    expect(lookup.descendantsOf(asId('north'), asId('labour'))).toEqual([]);
  });

  it('are remembered per city object', () => {
    const city = nested().build();
    expect(lookupOf(city)).toBe(lookupOf(city));
    expect(lookupOf({ ...city })).not.toBe(lookupOf(city));
  });

  it('answer notAvailable, never 0, where nothing was delivered', () => {
    expect(lookupOf(nested().indicator('x').build()).cell(asId('x'), asId('n1'), DAY)).toEqual({ mark: 'notAvailable' });
  });

  it('list days and series in ascending order, by level where asked', () => {
    const lookup = lookupOf(nested().indicator('x').value('x', 'n1', 2).value('x', 'n1', 1, EARLIER).value('x', 'north', 5).build());
    expect(lookup.datesOf(asId('x'), asId('quarter'))).toEqual([EARLIER, DAY]);
    expect(lookup.datesOf(asId('x'), asId('district'))).toEqual([DAY]);
    expect(lookup.series(asId('x'), asId('n1')).map(({ cell }) => cell)).toEqual([{ mark: 'value', value: 1 }, { mark: 'value', value: 2 }]);
  });

  it('find institutions by where they stand; citywide ones stand in no area', () => {
    const lookup = lookupOf(nested().site('in', 50, 50).site('border', 100, 50).site('everywhere', 50, 50, { reach: 'citywide' }).site('nowhere', 0, 0, { location: undefined }).build());
    expect(ids(lookup.institutionsIn(asId('n1')))).toEqual(['in', 'border']);
    expect(lookup.areaAt(asId('quarter'), [150, 50])?.id).toBe('n2');
    expect(lookup.areaAt(asId('quarter'), [500, 50])).toBeUndefined();
  });
});

describe('the city’s own value', () => {
  const id = asId<never>('x');
  it('is the delivered one before any other', () => {
    expect(lookupOf(nested().indicator('x').value('x', 'whole', 9).cityValue('x', 7).build()).cityCell(id, DAY)).toMatchObject({ value: 7 });
    expect(lookupOf(nested().indicator('x').value('x', 'whole', 9).build()).cityCell(id, DAY)).toMatchObject({ value: 9 });
  });
  it('is rebuilt from counts, never a mean of areas', () => {
    const city = nested().indicator('x')
      .value('x', 'north', { mark: 'value', value: 50, numerator: 500, denominator: 1000 })
      .value('x', 'south', { mark: 'value', value: 10, numerator: 10, denominator: 100 }).build();
    expect(lookupOf(city).cityCell(id, DAY)).toEqual({ mark: 'value', value: (510 / 1100) * 100, numerator: 510, denominator: 1100 });
    expect(lookupOf(nested().indicator('x').value('x', 'north', 50).value('x', 'south', 10).build()).cityCell(id, DAY)).toEqual({ mark: 'notAvailable' });
  });
  it('adds up counts of a whole level, and none when one of them is secret', () => {
    expect(lookupOf(nested().count('x').value('x', 'north', 5).value('x', 'south', 7).build()).cityCell(id, DAY)).toEqual({ mark: 'value', value: 12 });
    expect(lookupOf(nested().count('x').value('x', 'north', 5).value('x', 'south', { mark: 'suppressed' }).build()).cityCell(id, DAY)).toEqual({ mark: 'notAvailable' });
  });
});

describe('areas that were drawn anew', () => {
  const city = anEmptyCity()
    .area('old', { shape: square(0, 0, 100), validTo: asDate('2020-12-31') }).area('new', { shape: square(0, 0, 100), validFrom: asDate('2021-01-01') })
    .count('population').value('population', 'old', 900, asDate('2019-12-31')).value('population', 'new', 1000, DAY).build();
  const lookup = lookupOf(city);
  const idsOn = (date: string) => lookup.areasOf(asId('quarter'), asDate(date)).map(({ id }) => id);

  it('are those in force on the day; before the first ones these', () => {
    expect([idsOn('2020-12-31'), idsOn('2021-01-01'), idsOn(DAY)]).toEqual([['old'], ['new'], ['new']]);
    expect(lookup.areasOf(asId('quarter')).map(({ id }) => id)).toEqual(['old', 'new']);
  });
  it('answer at a place with the one of the day, without a day with the one that still exists', () => {
    const at = (date?: string) => lookup.areaAt(asId('quarter'), [50, 50], date === undefined ? undefined : asDate(date))?.id;
    expect([at(), at(DAY), at('2020-06-30')]).toEqual(['new', 'new', 'old']);
  });
  it('do not keep the city from a sum of its counts', () => {
    expect([lookup.cityCell(asId('population'), DAY), lookup.cityCell(asId('population'), asDate('2019-12-31'))]).toEqual([{ mark: 'value', value: 1000 }, { mark: 'value', value: 900 }]);
  });
});

it('an institution is open from its first day up to the day before it closed', () => {
  const opened = { openedOn: asDate('2020-01-01'), closedOn: asDate('2021-01-01') };
  expect(['2019-12-31', '2020-01-01', '2020-12-31', '2021-01-01'].map((day) => isOpen(opened, asDate(day)))).toEqual([false, true, true, false]);
  expect(isOpen({ openedOn: undefined, closedOn: undefined }, DAY)).toBe(true);
});
