import { readFileSync } from 'node:fs';
import type { FeatureCollection, MultiPolygon as GeoMultiPolygon, Polygon as GeoPolygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { measured } from '#test/measured.ts';
import { sharedFile } from '#test/shared-data.ts';
import { shapeFaults } from './check-shape.ts';
import { intersectionOf } from './overlay.ts';
import { repairShape } from './repair-shape.ts';
import { areaOf, boundsOf } from './shape-measures.ts';
import type { MultiPolygon } from './shapes.ts';

const folder = 'vectors/areal_interpolation_sacramento';
const expected = sharedFile(`${folder}/intersection_areas.csv`);

function shapesIn(name: string): readonly MultiPolygon[] {
  const { features } = JSON.parse(readFileSync(sharedFile(`${folder}/${name}`)!, 'utf8')) as FeatureCollection<GeoPolygon | GeoMultiPolygon>;
  return features.map(({ geometry }) => (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates) as unknown as MultiPolygon);
}

const lengthOf = (shape: MultiPolygon): number =>
  shape.flat().reduce((sum, ring) => sum + ring.slice(1).reduce((length, [x, y], i) => length + Math.hypot(x - ring[i]![0], y - ring[i]![1]), 0), 0);

describe('403 tracts over 125 postal areas (skipped when the vectors are absent)', () => {
  it.skipIf(!expected)('share the same land as GEOS computes, pair by pair, sound or repaired', () => {
    const [tracts, areas] = ['source_tracts_utm10n.geojson', 'target_zips_utm10n.geojson'].map(shapesIn);
    const unsound = [...tracts!, ...areas!].filter((shape) => shapeFaults(shape).length > 0).length;
    const sound = (shape: MultiPolygon): MultiPolygon => {
      const repaired = repairShape(shape);
      if (repaired.status === 'refused') throw new Error(repaired.reason);
      return repaired.shape;
    };
    const [from, to] = [tracts!.map(sound), areas!.map(sound)];
    const reference = new Map(readFileSync(expected!, 'utf8').trim().split(/\r?\n/).slice(1).map((line): [string, number] => {
      const [source, target, area] = line.split(',');
      return [`${source} ${target}`, Number(area)];
    }));
    let worst = 0;
    const missed: string[] = [];
    const started = performance.now();
    from.forEach((one, i) => {
      const a = boundsOf(one)!;
      to.forEach((other, j) => {
        const b = boundsOf(other)!;
        const apart = a.minX > b.maxX || a.maxX < b.minX || a.minY > b.maxY || a.maxY < b.minY;
        const common = apart ? [] : intersectionOf(one, other);
        const ours = areaOf(common);
        const theirs = reference.get(`${i} ${j}`) ?? 0;
        worst = Math.max(worst, Math.abs(ours - theirs));
        // new corners lie on millimetres: half of one along the whole outline
        if (Math.abs(ours - theirs) > 0.01 + lengthOf(common) * 0.0005) missed.push(`${i} ${j}: ${ours} instead of ${theirs}`);
      });
    });
    measured(`overlay: ${reference.size} pairs in ${Math.round(performance.now() - started)} ms, worst ${worst.toFixed(2)} m² off GEOS, ${unsound} outlines repaired before`);
    expect(missed).toEqual([]);
  });
});
