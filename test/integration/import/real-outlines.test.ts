import { describe, expect, it } from 'vitest';
import { shapeFaults } from '#app/domain/geometry/check-shape.ts';
import { neighbourFaults } from '#app/domain/geometry/neighbour-faults.ts';
import type { MultiPolygon } from '#app/domain/geometry/shapes.ts';
import { readSource } from '#app/exchange/import/source/read-source.ts';
import { sharedBytes } from '#test/builders/files/shared-bytes.ts';
import { measured } from '#test/measured.ts';
import { reasonToSkip, sharedFile } from '#test/shared-data.ts';

const berlin = sharedFile('data/berlin-2021/geometry/lor_planungsraeume_2021.shp');
const flensburg = sharedFile('data/flensburg/flensburg_stadtbezirke.zip');

async function outlinesOf(path: string, key: string) {
  const part = (ending: string) => ({ name: `a.${ending}`, bytes: sharedBytes(path.replace(/shp$/, ending)) });
  const isZip = path.endsWith('.zip');
  const read = await readSource({ name: path, bytes: sharedBytes(path) }, [], {}).then((alone) => (isZip ? alone : readSource(part('shp'), [part('dbf'), part('prj')], {})));
  if (!read.ok || read.value.kind !== 'layers') throw new Error(path);
  return read.value.layers[0]!.features.map(({ geometry, attributes }) => ({
    id: String(attributes.get(key)),
    shape: (geometry?.type === 'Polygon' ? [geometry.coordinates] : geometry?.type === 'MultiPolygon' ? geometry.coordinates : []) as unknown as MultiPolygon,
  }));
}

describe(`outlines of real cities${reasonToSkip(berlin)}`, () => {
  it.skipIf(!berlin).each([['lor_planungsraeume_2021', 542, 'PLR_ID'], ['lor_bezirksregionen_2021', 143, 'BZR_ID'], ['lor_prognoseraeume_2021', 58, 'PGR_ID']])('%s: all are sound and fit together', async (name, count, key) => {
    const areas = await outlinesOf(`data/berlin-2021/geometry/${name}.shp`, key);
    expect(areas).toHaveLength(count);
    const checked = performance.now();
    expect(areas.filter(({ shape }) => shapeFaults(shape).length > 0).map(({ id }) => id)).toEqual([]);
    const compared = performance.now();
    const { gaps, overlaps, ignored } = neighbourFaults(areas);
    measured(`${name}: ${count} outlines checked in ${Math.round(compared - checked)} ms, compared in ${Math.round(performance.now() - compared)} ms, ${ignored.gaps.count + ignored.overlaps.count} slivers below 1 m²`);
    expect([gaps, overlaps]).toEqual([[], []]);
  });
  it.skipIf(!flensburg)('Flensburg: the districts are sound', async () => {
    const areas = await outlinesOf('data/flensburg/flensburg_stadtbezirke.zip', 'Nummer');
    expect(areas).toHaveLength(41);
    expect(areas.filter(({ shape }) => shapeFaults(shape).length > 0)).toEqual([]);
    const { gaps, overlaps, ignored } = neighbourFaults(areas);
    measured(`Flensburg: ${JSON.stringify(gaps.map(({ squareMetres }) => Math.round(squareMetres)))} m² gaps, ${JSON.stringify(overlaps.map(({ squareMetres }) => Math.round(squareMetres)))} m² overlaps, ${JSON.stringify(ignored)}`);
    expect(gaps.every(({ areas: around }) => around.length > 0)).toBe(true);
  });
});
