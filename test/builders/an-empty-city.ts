import type { Cell } from '#shared/cell.ts';
import { asDate, asId } from '#shared/ids.ts';
import type { AgeGroup, Area, AreaLevel, City, Indicator, Institution, PopulationCells } from '#app/domain/city/city.ts';
import type { MultiPolygon } from '#app/domain/geometry/shapes.ts';

export const DAY = asDate('2025-12-31');

/** A city that starts with nothing and holds just what a test names (`a-city.ts` makes a whole one): `anEmptyCity().area('a').indicator('poverty').value('poverty', 'a', 12).build()`. */
export function anEmptyCity() {
  const levels: AreaLevel[] = [];
  const areas: Area[] = [];
  const indicators: Indicator[] = [];
  const values: City['values'][number][] = [];
  const referenceValues: City['referenceValues'][number][] = [];
  const publishedClasses: City['publishedClasses'][number][] = [];
  const institutions: Institution[] = [];
  let population: PopulationCells | undefined;

  const builder = {
    level(id: string, options: Partial<AreaLevel> = {}) {
      levels.push({ id: asId(id), name: id, singular: id, plural: id, order: levels.length + 1, nestsIn: undefined, ...options });
      return builder;
    },
    /** On the last level named (by default `quarter`). */
    area(id: string, options: Partial<Area> = {}) {
      if (levels.length === 0) builder.level('quarter');
      areas.push({
        id: asId(id), level: levels.at(-1)!.id, name: id, shortName: id, parent: undefined, validFrom: undefined, validTo: undefined, shape: [], residential: undefined,
        ...options,
      });
      return builder;
    },
    indicator(id: string, options: Partial<Indicator> = {}) {
      indicators.push({
        id: asId(id), title: id, topic: asId('topic'), unit: '%', precision: 1, kind: 'status', form: 'relative', direction: 'higherIsWorse', numerator: undefined,
        denominator: undefined, interpretation: '', process: '', source: undefined, licence: '', minimumNumerator: 0, minimumDenominator: 0, additive: false, targetGroups: [],
        ...options,
      });
      return builder;
    },
    /** An additive count of people with the usual minimum of three. */
    count(id: string, options: Partial<Indicator> = {}) {
      return builder.indicator(id, { unit: 'Personen', precision: 0, form: 'absolute', direction: 'neutral', additive: true, minimumNumerator: 3, ...options });
    },
    value(indicator: string, area: string, value: number | Cell, date = DAY) {
      const cell: Cell = typeof value !== 'number' ? value : value === 0 ? { mark: 'zero' } : { mark: 'value', value };
      values.push({ indicator: asId(indicator), area: asId(area), date, cell });
      return builder;
    },
    cityValue(indicator: string, value: number | Cell, date = DAY) {
      const cell: Cell = typeof value === 'number' ? { mark: 'value', value } : value;
      referenceValues.push({ indicator: asId(indicator), level: 'city', date, cell });
      return builder;
    },
    published(row: City['publishedClasses'][number]) {
      publishedClasses.push(row);
      return builder;
    },
    site(id: string, x: number, y: number, options: Partial<Institution> = {}) {
      institutions.push({
        id: asId(id), name: id, category: asId('kita'), address: '', postcode: '', contact: '', website: '', provider: '', location: [x, y], placement: 'given', reach: 'located', capacity: undefined,
        openingHours: '', openedOn: undefined, closedOn: undefined, barrierFree: 'unknown', languages: [], fixedTerm: 'unknown', fixedTermEnd: undefined, programme: '',
        verifiedOn: undefined, source: undefined, public: true, targetGroups: [], ...options,
      });
      return builder;
    },
    /** Cells of one age group `all` (or of several, with counts side by side). */
    cells(cells: readonly (readonly [x: number, y: number, ...counts: number[]])[], ageGroups: readonly string[] = ['all'], cellSize: number | undefined = 100) {
      population = {
        date: DAY,
        cellSize,
        ageGroups: ageGroups.map((id): AgeGroup => ({ id: asId(id), name: id, from: 0, to: undefined })),
        x: Float64Array.from(cells, ([x]) => x),
        y: Float64Array.from(cells, ([, y]) => y),
        counts: ageGroups.map((_, group) => Float64Array.from(cells, (cell) => cell[2 + group] ?? 0)),
      };
      return builder;
    },
    build(): City {
      return {
        manifest: {
          bundleId: asId('test'), city: 'Teststadt', ags: '00000000', edition: '2025', title: 'Test', licence: '', producer: '', created: '2026-01-01T00:00:00Z', schemaVersion: 2,
          crs: 'EPSG:25832', demo: true, contentHash: 'hash',
        },
        levels, areas, indicators, values, referenceValues, publishedClasses, institutions, population,
        topics: [{ id: asId('topic'), name: 'Thema', order: 1 }],
        categories: [{ id: asId('kita'), name: 'Kita', symbol: 'kita', order: 1 }, { id: asId('school'), name: 'Schule', symbol: 'school', order: 2 }],
        targetGroups: [], streets: undefined, context: [], sources: [], addresses: undefined, importRecord: undefined, takenOver: [],
      };
    },
  };
  return builder;
}

/** A square area, its lower left corner at x, y. */
export const square = (x: number, y: number, size: number): MultiPolygon => [[[[x, y], [x + size, y], [x + size, y + size], [x, y + size], [x, y]]]];
