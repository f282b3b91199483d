import { describe, expect, it } from 'vitest';
import type { Cell } from '#shared/cell.ts';
import { asDate, asId } from '#shared/ids.ts';
import { aCity, DATE, middleOfQuarter, ORIGIN } from '#test/builders/a-city.ts';
import { aFullCity } from '#test/builders/a-full-city.ts';
import { anEmptyCity, square } from '#test/builders/an-empty-city.ts';
import type { City } from '../city/city.ts';
import { formatReleased } from '../confidentiality/format-released.ts';
import { fromLongitudeLatitude, toLongitudeLatitude } from '../geometry/crs.ts';
import type { MultiPolygon } from '../geometry/shapes.ts';
import { compareEditions } from './compare-editions.ts';
import type { EditionComparison, ValueChange } from './edition-comparison.ts';
import { differenceCounts, differencesIn } from './edition-comparison.ts';

const compare = (older: City, newer: City): EditionComparison => compareEditions(older, newer, 'internal');
const only = (comparison: EditionComparison) => Object.entries(differenceCounts(comparison)).filter(([, count]) => count > 0).map(([part]) => part);

describe('two editions', () => {
  it('with the same content have no difference, whatever their files are called', () => {
    const city = aFullCity();
    const comparison = compare(city, { ...city, manifest: { ...city.manifest, created: '2030-01-01T00:00:00Z', contentHash: 'other' } });
    expect(differencesIn(comparison)).toBe(0);
    expect([comparison.older.contentHash, comparison.newer.contentHash]).toEqual(['', 'other']);
  });

  it('with rows in another order have no difference', () => {
    const city = aFullCity();
    expect(differencesIn(compare(city, { ...city, values: city.values.toReversed(), institutions: city.institutions.toReversed(), areas: city.areas.toReversed() }))).toBe(0);
  });

  it('differ in one part when one part was changed', () => {
    const city = aFullCity();
    const edits: Record<string, Partial<City>> = {
      manifest: { manifest: { ...city.manifest, licence: 'dl-de/zero-2-0' } },
      levels: { levels: city.levels.map((level, index) => (index === 0 ? { ...level, name: 'Stadt' } : level)) },
      topics: { topics: city.topics.map((topic) => ({ ...topic, order: topic.order + 1 })) },
      indicators: { indicators: city.indicators.map((indicator) => ({ ...indicator, title: `${indicator.title} neu` })) },
      publishedClasses: { publishedClasses: city.publishedClasses.map((row) => ({ ...row, status: 'high' })) },
      categories: { categories: city.categories.map((category) => ({ ...category, symbol: 'other' })) },
      targetGroups: { targetGroups: city.targetGroups.slice(1) },
      population: { population: { ...city.population!, counts: city.population!.counts.map((counts) => counts.map((count, cell) => (cell === 3 ? count + 1 : count))) } },
      streets: { streets: { ...city.streets!, steps: Uint8Array.of(0, 0, 0) } },
      context: { context: city.context.slice(1) },
      addresses: { addresses: { ...city.addresses!, houseNumber: ['1', '12 b'] } },
      sources: { sources: city.sources.map((source) => ({ ...source, date: asDate('2026-01-01') })) },
    };
    for (const [part, edit] of Object.entries(edits)) expect(only(compare(city, { ...city, ...edit })), part).toEqual([part]);
  });
});

describe('areas', () => {
  const area = (id: string, shape: MultiPolygon, name = id) => [id, { shape, name, shortName: name }] as const;
  const cityOf = (...areas: readonly (readonly [string, Partial<City['areas'][number]>])[]): City => {
    const builder = anEmptyCity();
    for (const [id, options] of areas) builder.area(id, options);
    return builder.build();
  };

  it('are added, gone and renamed by their key', () => {
    const older = cityOf(area('a', square(0, 0, 100), 'Nord'), area('b', square(100, 0, 100)));
    const newer = cityOf(area('a', square(0, 0, 100), 'Nordstadt'), area('c', square(300, 0, 100)));
    const { areas } = compare(older, newer);
    expect(areas.added.map(({ id }) => id)).toEqual(['c']);
    expect(areas.gone.map(({ id }) => id)).toEqual(['b']);
    expect(areas.changed).toEqual([
      { id: 'a', name: 'Nordstadt', level: 'quarter', cut: undefined, residential: undefined, fields: [{ field: 'name', from: 'Nord', to: 'Nordstadt' }, { field: 'shortName', from: 'Nord', to: 'Nordstadt' }] },
    ]);
    expect(areas.transfers).toEqual([]);
  });

  it('that exchange land are measured, and the land is followed', () => {
    const strip = (x: number, width: number): MultiPolygon => [[[[x, 0], [x + width, 0], [x + width, 100], [x, 100], [x, 0]]]];
    const older = cityOf(area('a', strip(0, 100)), area('b', strip(100, 100)));
    const newer = cityOf(area('a', strip(0, 80)), area('b', strip(80, 120)));
    const { areas } = compare(older, newer);
    expect(areas.changed.map(({ id, cut }) => [id, cut])).toEqual([
      ['a', { kind: 'recut', squareMetres: 2000, share: 0.2 }],
      ['b', { kind: 'recut', squareMetres: 2000, share: 0.2 }],
    ]);
    expect(areas.transfers).toEqual([{ level: 'quarter', from: 'a', to: 'b', squareMetres: 2000, share: 0.2 }]);
  });

  it('that are divided leave their land to new ones', () => {
    const older = cityOf(area('a', square(0, 0, 100)));
    const newer = cityOf(['a1', { shape: [[[[0, 0], [25, 0], [25, 100], [0, 100], [0, 0]]]] }], ['a2', { shape: [[[[25, 0], [100, 0], [100, 100], [25, 100], [25, 0]]]] }]);
    expect(compare(older, newer).areas.transfers.map(({ from, to, share }) => [from, to, share])).toEqual([['a', 'a1', 0.25], ['a', 'a2', 0.75]]);
  });

  it('with other corners for the same land are only redrawn', () => {
    const older = cityOf(area('a', square(0, 0, 100)));
    const newer = cityOf(area('a', [[[[0, 0], [50, 0], [100, 0], [100, 100], [0, 100], [0, 0]]]]));
    expect(compare(older, newer).areas.changed[0]?.cut).toEqual({ kind: 'redrawn', squareMetres: 0, share: 0 });
    expect(compare(older, newer).areas.transfers).toEqual([]);
  });

  it('in two systems are compared on the same ground', () => {
    const shape = square(691_000, 5_800_000, 1000);
    const [toDegrees, to33] = [toLongitudeLatitude('EPSG:25832'), fromLongitudeLatitude('EPSG:25833')];
    const older = cityOf(area('a', shape));
    const moved = cityOf(area('a', shape.map((polygon) => polygon.map((ring) => ring.map((corner) => to33(toDegrees(corner)))))));
    const comparison = compare(older, { ...moved, manifest: { ...moved.manifest, crs: 'EPSG:25833' } });
    expect(comparison.manifest).toEqual([{ field: 'crs', from: 'EPSG:25832', to: 'EPSG:25833' }]);
    expect(comparison.areas.changed.every(({ cut }) => cut?.kind === 'redrawn')).toBe(true);
  });

  it('that never had an extent have no share', () => {
    const { areas } = compare(cityOf(area('a', [])), cityOf(area('a', square(0, 0, 10))));
    expect(areas.changed[0]?.cut).toEqual({ kind: 'recut', squareMetres: 100, share: undefined });
  });
});

describe('values', () => {
  const cityWith = (...cells: readonly (Cell | undefined)[]): City => {
    const builder = anEmptyCity().count('cases');
    cells.forEach((cell, index) => {
      builder.area(`a${index + 1}`);
      if (cell !== undefined) builder.value('cases', `a${index + 1}`, cell);
    });
    return builder.build();
  };
  const value = (number: number): Cell => ({ mark: 'value', value: number });
  const secret: Cell = { mark: 'suppressed' };
  const inWords = ({ kind, place, from, to }: ValueChange<string>): string =>
    `${place} ${kind}: ${from === undefined ? 'nothing' : formatReleased(from, 'de')} → ${to === undefined ? 'nothing' : formatReleased(to, 'de')}`;
  const changes = (older: City, newer: City): readonly string[] => compare(older, newer).values.changes.map(inWords);

  it('are told by what happened to them', () => {
    const older = cityWith(value(10), value(20), secret, value(40), { mark: 'notAvailable' }, undefined, value(70), value(80));
    const newer = cityWith(value(11), value(20), value(30), secret, { mark: 'notApplicable' }, value(60), undefined, { mark: 'uncertain', value: 80 });
    expect(changes(older, newer)).toEqual([
      'a1 number: 10 → 11', 'a3 published: . → 30', 'a4 hidden: 40 → .', 'a5 mark: ... → x', 'a6 added: nothing → 60', 'a7 gone: 70 → nothing', 'a8 mark: 80 → (80)',
    ]);
    expect(compare(older, newer).values.counts).toEqual({ added: 1, gone: 1, number: 1, mark: 2, published: 1, hidden: 1, finer: 0 });
    expect(compare(older, newer).values.byIndicatorAndDate).toMatchObject([{ indicator: 'cases', date: '2025-12-31', number: 1 }]);
  });

  it('too small to be shown are the sign for secret on both sides', () => {
    expect(changes(cityWith(value(2)), cityWith(value(30)))).toEqual(['a1 published: . → 30']);
    expect(JSON.stringify(compare(cityWith(value(2)), cityWith(value(30))))).not.toContain('"value":2');
  });

  it('that are secret before and after are no news, whatever lies behind', () => {
    expect(compare(cityWith(value(1)), cityWith(value(2)))).toEqual(compare(cityWith(value(2)), cityWith(value(2))));
  });

  it('that differ behind the shown decimals only are counted', () => {
    const { values } = compare(cityWith(value(10.1)), cityWith(value(10.2)));
    expect([values.changes, values.counts.finer]).toEqual([[], 1]);
  });

  it('of the city and of levels are compared too', () => {
    const cityOf = (city: number, level: Cell): City =>
      aCity().withQuarters(2).withIndicator('share', [30, 40]).withReferenceValue('share', 'city', DATE, value(city)).withReferenceValue('share', 'quarter', DATE, level).build();
    expect(compare(cityOf(10, value(20)), cityOf(11, secret)).referenceValues.changes.map(inWords)).toEqual(['city number: 10,0 → 11,0', 'quarter hidden: 20,0 → .']);
  });
});

describe('institutions', () => {
  const base = aCity().withQuarters(2).withInstitution('k1', 'kita', middleOfQuarter(1), { name: 'Kita Nord', public: false }).build();
  const edited = (change: Partial<City['institutions'][number]>): City => ({ ...base, institutions: base.institutions.map((institution) => ({ ...institution, ...change })) });

  it('are changed field by field, and moved by metres', () => {
    const { institutions } = compare(base, edited({ name: 'Kita Süd', languages: ['de', 'tr'], location: [middleOfQuarter(1)[0] + 30, middleOfQuarter(1)[1] + 40] }));
    expect(institutions.changed).toEqual([{ id: 'k1', name: 'Kita Süd', fields: [{ field: 'name', from: 'Kita Nord', to: 'Kita Süd' }, { field: 'languages', from: '', to: 'de; tr' }] }]);
    expect(institutions.moved).toEqual([{ id: 'k1', name: 'Kita Süd', metres: 50 }]);
  });

  it('that lost their place have moved without a distance', () => {
    expect(compare(base, edited({ location: undefined, placement: 'none' })).institutions.moved).toEqual([{ id: 'k1', name: 'Kita Nord', metres: undefined }]);
  });

  it('keep a person named as contact from the public', () => {
    const open = { ...base, institutions: base.institutions.map((institution) => ({ ...institution, public: true })) };
    const named = { ...open, institutions: open.institutions.map((institution) => ({ ...institution, contact: 'Frau Muster 0171 123' })) };
    expect(compareEditions(open, named, 'internal').institutions.changed).toHaveLength(1);
    expect(compareEditions(open, named, 'public').institutions.changed).toEqual([]);
  });

  it('that are not public do not exist for the public', () => {
    expect(compareEditions(base, edited({ name: 'Geheim' }), 'public').institutions.changed).toEqual([]);
  });
});

describe('context layers', () => {
  it('of one kind and name are one, counted by their shapes', () => {
    const base = aCity().withQuarters(1).build();
    const shape = { type: 'line', line: [ORIGIN, middleOfQuarter(1)], name: '' } as const;
    const layer = (count: number) => ({ kind: 'water' as const, name: 'Flüsse', shapes: Array.from({ length: count }, () => shape) });
    expect(compare({ ...base, context: [layer(2), layer(1)] }, { ...base, context: [layer(4)] }).context).toEqual([{ kind: 'water', name: 'Flüsse', older: 3, newer: 4 }]);
    expect(compare({ ...base, context: [layer(2), layer(1)] }, { ...base, context: [layer(3)] }).context).toEqual([]);
  });
});

it('another city with other keys is gone and added, and nothing else', () => {
  const [one, other] = [aCity().withQuarters(2).build(), anEmptyCity().area('x').build()];
  const { areas } = compare(one, other);
  expect([areas.gone.length, areas.added.length]).toEqual([one.areas.length, 1]);
  expect(compare(one, other).older.bundleId).toBe(asId(one.manifest.bundleId));
});
