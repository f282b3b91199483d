import { expect, test } from 'vitest';
import { asId, type AreaId, type LevelId } from '#shared/ids.ts';
import { aCity, square } from '#test/builders/a-city.ts';
import { mapGeometryOf } from './map-geometry.ts';

const district = (id: string, x: number) => ({ id: asId<AreaId>(id), level: asId<LevelId>('district'), shape: square([x, 5_900_000], 1000) });

test('a city without an area of its own is outlined by its districts together, and dimmed outside', () => {
  const level = { id: asId<LevelId>('district'), name: 'District', singular: 'District', plural: 'Districts', order: 1, nestsIn: undefined };
  const base = aCity().build();
  const city = { ...base, levels: [level], areas: [district('a', 500_000), district('b', 501_000)].map((area) => ({ ...area, name: area.id, shortName: '', parent: undefined, validFrom: undefined, validTo: undefined, residential: undefined })) };
  const geometry = mapGeometryOf(city as unknown as typeof base);
  expect(geometry.wholeCity?.outlines).toHaveLength(1);
  expect(geometry.outside?.holeIndices).toHaveLength(1);
});

test('a city delivered in parts that touch shows no border between them', () => {
  const base = aCity().withQuarters(1).build();
  const parts = [...square([500_000, 5_900_000], 1000), ...square([501_000, 5_900_000], 1000)];
  const city = { ...base, areas: base.areas.map((area) => (area.level === 'city' ? { ...area, shape: parts } : area)) };
  expect(mapGeometryOf(city).wholeCity?.outlines).toHaveLength(1);
});
