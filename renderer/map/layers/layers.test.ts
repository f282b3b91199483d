import { describe, expect, it } from 'vitest';
import { asId } from '#shared/ids.ts';
import { STATUS_FILL } from '#shared/palette.ts';
import type { Area, City } from '#app/domain/city/city.ts';
import { indexScheme } from '#app/domain/classification/index-scheme.ts';
import type { ReleasedIndex } from '#app/domain/social-index/released-index.ts';
import { hitAt } from '../hit-test.ts';
import { clusterInstitutions } from '../institution-clusters.ts';
import { mapGeometryOf } from '../map-geometry.ts';
import type { AreaPart } from '../map-geometry.ts';
import { areaFillLayer, hatchLayer } from './area-layers.ts';
import { outlineLayers, outlineWidths } from './outline-layers.ts';
import { signsOf } from './sign-layer.ts';

const quarter = asId<City['levels'][number]['id']>('quarter');
const square = (id: string, level: string, x: number, width: number): Area =>
  ({
    id: asId(id), level: asId(level), name: id, shortName: '', parent: undefined, validFrom: undefined, validTo: undefined, residential: undefined,
    shape: [[[[x, 5_800_000], [x + width, 5_800_000], [x + width, 5_801_000], [x, 5_801_000], [x, 5_800_000]]]],
  }) satisfies Area;

const city = {
  manifest: { crs: 'EPSG:25832' },
  levels: [{ id: 'city', order: 0 }, { id: 'quarter', order: 2 }],
  areas: [square('city', 'city', 550_000, 3000), square('a', 'quarter', 550_000, 1000), square('b', 'quarter', 551_000, 1000), square('c', 'quarter', 552_000, 1000)],
  institutions: ['one', 'two'].map((id) => ({ id, category: 'kita', location: [550_500, 5_800_500] })),
  categories: [{ id: 'kita', symbol: 'kita' }], context: [], topics: [], indicators: [], targetGroups: [], values: [], referenceValues: [],
} as unknown as City;
const index = {
  level: 'quarter', areas: [{ area: 'a', status: { class: 'veryLow' }, trend: { class: 'positive' } }, { area: 'b', status: { class: 'high' }, trend: { class: 'stable' } }], excluded: [{ area: 'c', reason: 'suppressedValue' }],
} as unknown as ReleasedIndex;

const geometry = mapGeometryOf(city);
const scheme = indexScheme(city, index);
const drawn = geometry.level(quarter).drawn('full');

describe('layers of the map', () => {
  it('fill every area in the colour of its class', () => {
    const { data, getFillColor } = areaFillLayer(drawn, scheme, 1).props as unknown as { data: readonly AreaPart[]; getFillColor: (part: AreaPart) => readonly number[] };
    expect(data.map((part) => [part.area, getFillColor(part)])).toMatchObject([['a', STATUS_FILL.veryLow], ['b', STATUS_FILL.high], ['c', [255, 255, 255]]]);
  });

  it('put a pattern only on areas without a class, by its name', () => {
    const { data, getFillPattern } = hatchLayer(drawn, scheme).props as unknown as { data: readonly AreaPart[]; getFillPattern: (part: AreaPart) => string };
    expect(data.map((part) => [part.area, getFillPattern(part)])).toEqual([['c', 'confidential']]);
  });

  it('sign trends that change, not stable ones', () => {
    expect(signsOf(geometry.level(quarter), scheme).map(({ area, sign }) => [area.id, sign])).toEqual([['a', 'up']]);
  });

  it('draw the city border last and each line above its casing', () => {
    expect(outlineLayers(geometry, city.levels, quarter, [], 11).map((layer) => layer.id)).toEqual(['outline-casing-quarter', 'outline-quarter', 'outline-casing-city', 'outline-city']);
  });

  it('keep the order of weights at every zoom', () => {
    for (const zoom of [6, 9, 11, 13, 18]) {
      const [fine, coarse, whole] = (['fine', 'coarse', 'city'] as const).map((weight) => outlineWidths(weight, zoom).line);
      expect(fine).toBeLessThan(coarse ?? 0);
      expect(coarse).toBeLessThan(whole ?? 0);
    }
  });
});

describe('pointing', () => {
  const clusters = clusterInstitutions(city, geometry.institutions, [asId('kita')]);
  const at = geometry.toLongitudeLatitude;

  it('meets an institution before the area below it, and the area beside it', () => {
    const marks = clusters.at(17);
    expect(marks.map((mark) => mark.kind)).toEqual(['single', 'single']);
    const [first] = marks;
    expect(hitAt(city, quarter, clusters.at(12), at([550_500, 5_800_500]), 12)).toMatchObject({ kind: 'cluster' });
    expect(first?.kind === 'single' && first.offset[1]).toBeCloseTo(-14);
    expect(hitAt(city, quarter, marks, at([551_500, 5_800_500]), 17)).toEqual({ kind: 'area', area: 'b' });
    expect(hitAt(city, quarter, marks, at([540_000, 5_800_500]), 17)).toBeUndefined();
  });

  it('knows who is in a cluster', () => {
    const [cluster] = clusters.at(10);
    expect(cluster).toMatchObject({ kind: 'cluster', count: 2, symbol: 'kita' });
    expect(cluster?.kind === 'cluster' && [...clusters.members(cluster.key)].sort()).toEqual(['one', 'two']);
  });
});
