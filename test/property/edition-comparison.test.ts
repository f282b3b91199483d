import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { City } from '#app/domain/city/city.ts';
import { compareEditions } from '#app/domain/edition/compare-editions.ts';
import type { EditionComparison, ItemsComparison, ValueChangeKind, ValueCounts, ValuesComparison } from '#app/domain/edition/edition-comparison.ts';
import { differencesIn } from '#app/domain/edition/edition-comparison.ts';
import type { Cell } from '#shared/cell.ts';
import { aFullCity } from '#test/builders/a-full-city.ts';

/** One edit of a city; `found` says whether the comparison names just this. */
type Edit = { readonly apply: (city: City) => City; readonly found: (comparison: EditionComparison) => boolean };

const base = aFullCity(6);
const at = <Item>(items: readonly Item[], index: number, change: (item: Item) => Item): readonly Item[] => items.map((item, i) => (i === index ? change(item) : item));
const place = (length: number) => fc.nat({ max: length - 1 });

const cells: fc.Arbitrary<Cell> = fc.oneof(
  fc.integer({ min: 5000, max: 9999 }).map((value): Cell => ({ mark: 'value', value })),
  fc.constantFrom<Cell>({ mark: 'notApplicable' }, { mark: 'suppressed' }),
);
/** Values nobody hides and no sum binds: those of the indicator that is a standardised change. */
const free = base.values.map((value, index) => ({ value, index })).filter(({ value }) => value.indicator === 'change').map(({ index }) => index);

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(place(base.areas.length), fc.string({ minLength: 1 })).map(([index, suffix]): Edit => ({
    apply: (city) => ({ ...city, areas: at(city.areas, index, (area) => ({ ...area, name: `${base.areas[index]!.name} ${suffix}.` })) }),
    found: ({ areas }) => areas.changed.some(({ id, fields }) => id === base.areas[index]!.id && fields.some(({ field, to }) => field === 'name' && to === `${base.areas[index]!.name} ${suffix}.`)),
  })),
  fc.tuple(place(base.areas.length), fc.integer({ min: 1, max: 400 })).map(([index, metres]): Edit => ({
    apply: (city) => ({ ...city, areas: at(city.areas, index, (area) => ({ ...area, shape: base.areas[index]!.shape.map((polygon) => polygon.map((ring) => ring.map(([x, y]) => [x + metres, y] as const))) })) }),
    found: ({ areas }) => areas.changed.some(({ id, cut }) => id === base.areas[index]!.id && cut?.kind === 'recut' && cut.squareMetres > 0),
  })),
  fc.tuple(fc.constantFrom(...free), cells).map(([index, cell]): Edit => ({
    apply: (city) => ({ ...city, values: at(city.values, index, (value) => ({ ...value, cell })) }),
    found: ({ values }) => values.changes.some(({ indicator, place: area, date }) => indicator === 'change' && area === base.values[index]!.area && date === base.values[index]!.date),
  })),
  fc.tuple(place(base.institutions.length), fc.integer({ min: 1, max: 5000 })).map(([index, capacity]): Edit => ({
    apply: (city) => ({ ...city, institutions: at(city.institutions, index, (institution) => ({ ...institution, capacity: capacity + 0.5 })) }),
    found: ({ institutions }) => institutions.changed.some(({ id, fields }) => id === base.institutions[index]!.id && fields.some(({ field, to }) => field === 'capacity' && to === capacity + 0.5)),
  })),
  place(base.sources.length).map((index): Edit => ({
    apply: (city) => ({ ...city, sources: city.sources.filter(({ id }) => id !== base.sources[index]!.id) }),
    found: ({ sources }) => sources.gone.some(({ id }) => id === base.sources[index]!.id),
  })),
  fc.tuple(place(base.population!.x.length), fc.integer({ min: 1, max: 9 })).map(([cell, more]): Edit => ({
    apply: (city) => ({ ...city, population: { ...city.population!, counts: city.population!.counts.map((counts, group) => (group === 0 ? counts.map((count, i) => (i === cell ? base.population!.counts[0]![i]! + more : count)) : counts)) } }),
    found: ({ population }) => population.changed,
  })),
);

const editions = fc.tuple(fc.array(edit, { maxLength: 8 }), fc.array(edit, { maxLength: 8 }));
const made = (edits: readonly Edit[]): City => edits.reduce((city, { apply }) => apply(city), base);

/** The comparison as it must be after swapping the editions. Shares are of the older area, so they are left out. */
const swap = <Item>({ from, to, ...rest }: Item & { readonly from: unknown; readonly to: unknown }) => ({ ...rest, from: to, to: from });
const swappedKind: Record<ValueChangeKind, ValueChangeKind> = { added: 'gone', gone: 'added', number: 'number', mark: 'mark', published: 'hidden', hidden: 'published' };
const swapCounts = <Counts extends ValueCounts>(counts: Counts) => ({ ...counts, added: counts.gone, gone: counts.added, published: counts.hidden, hidden: counts.published });
const swapItems = ({ added, gone, changed }: ItemsComparison) => ({ added: gone, gone: added, changed: changed.map(({ id, fields }) => ({ id, fields: fields.map(swap) })) });
const withoutNames = ({ added, gone, changed }: ItemsComparison) => ({ added, gone, changed: changed.map(({ id, fields }) => ({ id, fields })) });
const swapValues = <Place>(values: ValuesComparison<Place>) => ({
  counts: swapCounts(values.counts),
  byIndicatorAndDate: values.byIndicatorAndDate.map(swapCounts),
  changes: values.changes.map((change) => ({ ...swap(change), kind: swappedKind[change.kind] })),
});

describe('comparing editions', () => {
  it('of any city with itself finds nothing', () => {
    fc.assert(fc.property(editions, ([edits]) => {
      expect(differencesIn(compareEditions(made(edits), made(edits), 'internal'))).toBe(0);
    }), { numRuns: 30 });
  });

  it('the other way round gives the mirror image', () => {
    fc.assert(
      fc.property(editions, ([one, other]) => {
        const there = compareEditions(made(one), made(other), 'internal');
        const back = compareEditions(made(other), made(one), 'internal');
        expect([back.older, back.newer]).toEqual([there.newer, there.older]);
        expect(back.values).toEqual(swapValues(there.values));
        expect(back.referenceValues).toEqual(swapValues(there.referenceValues));
        for (const part of ['levels', 'topics', 'indicators', 'categories', 'targetGroups', 'sources'] as const) expect(withoutNames(back[part])).toEqual(swapItems(there[part]));
        expect(back.institutions.changed.map(({ id, fields }) => ({ id, fields }))).toEqual(there.institutions.changed.map(({ id, fields }) => ({ id, fields: fields.map(swap) })));
        expect(back.institutions.moved.map(({ id, metres }) => [id, metres])).toEqual(there.institutions.moved.map(({ id, metres }) => [id, metres]));
        expect([back.areas.added, back.areas.gone]).toEqual([there.areas.gone, there.areas.added]);
        expect(back.areas.changed.map(({ id, cut }) => [id, cut?.kind, cut?.squareMetres])).toEqual(there.areas.changed.map(({ id, cut }) => [id, cut?.kind, cut?.squareMetres]));
        const land = (comparison: EditionComparison, turned: boolean) => comparison.areas.transfers.map(({ from, to, squareMetres }) => (turned ? [to, from, squareMetres] : [from, to, squareMetres])).sort();
        expect(land(back, true)).toEqual(land(there, false));
        expect([back.population.older, back.population.newer, back.population.changed]).toEqual([there.population.newer, there.population.older, there.population.changed]);
      }),
      { numRuns: 40 },
    );
  });

  it('finds every edit', () => {
    fc.assert(
      fc.property(edit, (one) => {
        expect(one.found(compareEditions(base, one.apply(base), 'internal'))).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('never tells what is secret in both: changing it changes nothing that comes out', () => {
    const hidden = (value: number): City => ({ ...base, values: base.values.map((row) => (row.indicator === 'population' && row.area === 'q1' ? { ...row, cell: { mark: 'value', value } } : row)), indicators: base.indicators.map((indicator) => (indicator.id === 'population' ? { ...indicator, minimumNumerator: 50 } : indicator)) });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 49 }), fc.integer({ min: 1, max: 49 }), (before, after) => {
        expect(compareEditions(hidden(before), hidden(after), 'internal')).toEqual(compareEditions(hidden(7), hidden(7), 'internal'));
      }),
      { numRuns: 20 },
    );
  });
});
