import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { City } from '#app/domain/city/city.ts';
import { PLACEMENTS } from '#app/domain/city/city.ts';
import { openCityBundle } from '#app/storage/bundle/open-city-bundle.ts';
import { writeCityBundle } from '#app/storage/bundle/write-city-bundle.ts';
import type { Cell } from '#shared/cell.ts';
import { asDate, asId } from '#shared/ids.ts';
import type { RevisionId } from '#shared/ids.ts';
import { aFullCity } from '#test/builders/a-full-city.ts';

const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
/** Any text SQLite can hold: no NUL, no half of a surrogate pair. */
const text = fc.string({ unit: 'grapheme', maxLength: 40 }).filter((value) => !value.includes('\0') && !/\p{Surrogate}/u.test(value));
const key = text.filter((value) => value.length > 0);
const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).map((date) => asDate(date.toISOString().slice(0, 10)));
const perhaps = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.record({ mark: fc.constantFrom('value' as const, 'uncertain' as const), value: number, numerator: number, denominator: number }, { requiredKeys: ['mark', 'value'] }),
  fc.record({ mark: fc.constant('zero' as const), denominator: number }, { requiredKeys: ['mark'] }),
  fc.constantFrom({ mark: 'suppressed' as const }, { mark: 'notApplicable' as const }, { mark: 'notAvailable' as const }),
);

/** The full city with its texts, numbers, days and cells replaced by anything allowed. */
const city: fc.Arbitrary<City> = fc
  .record({
    manifest: fc.record({ city: text, edition: text, title: text, licence: text, producer: text, demo: fc.boolean(), crs: fc.constantFrom('EPSG:25832' as const, 'EPSG:25833' as const) }),
    values: fc.uniqueArray(fc.record({ indicator: key.map((id) => asId<City['indicators'][number]['id']>(id)), area: key.map((id) => asId<City['areas'][number]['id']>(id)), date: day, cell }), {
      selector: ({ indicator, area, date }) => JSON.stringify([indicator, area, date]),
      maxLength: 30,
    }),
    institution: fc.record({
      name: text, address: text, contact: text, capacity: perhaps(number), openedOn: perhaps(day), languages: fc.array(text, { maxLength: 4 }), verifiedOn: perhaps(day),
      location: perhaps(fc.tuple(number, number)), public: fc.boolean(),
    }),
    placement: fc.constantFrom(...PLACEMENTS.filter((word) => word !== 'none')),
    addresses: fc.array(fc.record({ x: number, y: number, street: text, houseNumber: text, postcode: text }), { minLength: 1, maxLength: 10 }),
    importRecord: perhaps(fc.record({ recipe: fc.json(), report: fc.json() })),
    takenOver: fc.array(fc.uuid().map((id) => asId<RevisionId>(id)), { maxLength: 3 }),
    people: fc.array(fc.tuple(number, number, number.map(Math.abs)), { maxLength: 20 }),
    contextName: text,
  })
  .map(({ manifest, values, institution, placement, addresses, importRecord, takenOver, people, contextName }): City => {
    const base = aFullCity();
    const population = base.population!;
    return {
      ...base,
      manifest: { ...base.manifest, ...manifest },
      values,
      institutions: base.institutions.map((entry, index) => (index === 0 ? { ...entry, ...institution, placement: institution.location === undefined ? 'none' : placement } : entry)),
      population: {
        ...population,
        x: Float64Array.from(people, ([x]) => x),
        y: Float64Array.from(people, ([, y]) => y),
        counts: population.ageGroups.map((_, group) => Float64Array.from(people, ([, , count]) => (group === 0 ? count : group))),
      },
      addresses: {
        x: Float64Array.from(addresses, ({ x }) => x),
        y: Float64Array.from(addresses, ({ y }) => y),
        street: addresses.map(({ street }) => street),
        houseNumber: addresses.map(({ houseNumber }) => houseNumber),
        postcode: addresses.map(({ postcode }) => postcode),
      },
      importRecord,
      takenOver,
      context: base.context.map((layer) => ({ ...layer, name: contextName })),
    };
  });

describe('any city', () => {
  it('comes back from its bundle as it was, and the second writing gives the same bytes', async () => {
    await fc.assert(
      fc.asyncProperty(city, async (given) => {
        const bytes = await writeCityBundle(given);
        const opened = await openCityBundle(bytes, 'any.gpkg');
        if (opened.status !== 'ok') throw new Error(JSON.stringify(opened));
        expect({ ...opened.city, manifest: { ...opened.city.manifest, contentHash: '' } }).toEqual(given);
        expect(await writeCityBundle(opened.city)).toEqual(bytes);
      }),
      { numRuns: 60 },
    );
  });

  it('that cannot be stored as it is, is not written at all', async () => {
    const named = (name: string): City => ({ ...aFullCity(), topics: [{ id: asId('transfer'), name, order: 1 }] });
    await expect(writeCityBundle(named('a\0b'))).rejects.toThrow('topic, id transfer, column name');
    await expect(writeCityBundle(named('half \ud800'))).rejects.toThrow('topic, id transfer, column name');
    const valued = (value: number): City => ({ ...aFullCity(), values: [{ indicator: asId('i'), area: asId('a'), date: asDate('2024-12-31'), cell: { mark: 'value', value } }] });
    await expect(writeCityBundle(valued(NaN))).rejects.toThrow('column value');
    await expect(writeCityBundle(valued(Infinity))).rejects.toThrow('column value');
    const full = aFullCity();
    const lost: City = { ...full, streets: { ...full.streets!, end: Uint32Array.of(1, 2, 77) } };
    await expect(writeCityBundle(lost)).rejects.toThrow('street_edge, fid 3, column end_node: no such node');
    const fewer: City = { ...full, population: { ...full.population!, counts: full.population!.counts.map((counts) => counts.map((count) => -count - 1)) } };
    await expect(writeCityBundle(fewer)).rejects.toThrow('population_cell, fid 1, column age_under18: not a number of people');
    const open: City = { ...full, areas: full.areas.map((area) => ({ ...area, shape: [[area.shape[0]![0]!.slice(0, -1)]] })) };
    await expect(writeCityBundle(open)).rejects.toThrow('area, id city, column geom: a ring that is not closed');
  });
});
