import { describe, expect, test } from 'vitest';
import { areaOf } from '#app/domain/geometry/shape-measures.ts';
import type { ContextShape } from '#app/domain/city/city.ts';
import type { DrawnOsm } from '#test/builders/files/osm-file.ts';
import { osmXml } from '#test/builders/files/osm-file.ts';
import type { ContextOptions } from './osm-context.ts';
import { osmContext } from './osm-context.ts';
import { readSource } from '../../source/read-source.ts';

/** Nodes on a grid of about 111 m north and 73 m east: number 10·row + column. */
const nodes: DrawnOsm['nodes'] = Array.from({ length: 100 }, (_, id) => ({ id, at: [9 + (id % 10) / 1000, 49 + Math.floor(id / 10) / 1000] as const }));
const block = (id: number, corner: number, size: number, tags?: Readonly<Record<string, string>>) => ({ id, refs: [corner, corner + size, corner + 11 * size, corner + 10 * size, corner], tags });
const CELL = 111.2 * 73.1;

async function contextOf(drawn: Omit<DrawnOsm, 'nodes'>, options: Partial<ContextOptions> = {}) {
  const answer = await readSource({ name: 'x.osm', bytes: osmXml({ nodes, ...drawn }) }, [], {});
  if (!answer.ok || answer.value.kind !== 'osm') throw new Error(JSON.stringify(answer));
  return osmContext(answer.value.extract, { crs: 'EPSG:25832', kinds: ['water', 'green', 'rail', 'builtUp', 'mainRoad'], ...options });
}
const areas = (shapes: readonly ContextShape[]): readonly number[] => shapes.map((shape) => (shape.type === 'area' ? Math.round(areaOf(shape.shape) / CELL) : 0));

describe('map ground of hand-drawn OpenStreetMap', () => {
  test('areas and lines go to their layers, with their names', async () => {
    const { layers, report } = await contextOf({
      ways: [
        block(1, 0, 2, { landuse: 'residential' }), block(2, 3, 1, { landuse: 'retail', name: 'Markt' }), block(3, 5, 1, { natural: 'wood' }), block(4, 7, 1, { leisure: 'park', name: 'Stadtpark' }),
        block(5, 30, 1, { natural: 'water' }), { id: 6, refs: [50, 51, 52], tags: { waterway: 'river', name: 'Halm' } }, { id: 7, refs: [60, 61], tags: { railway: 'rail' } },
        { id: 8, refs: [61, 62], tags: { railway: 'rail', service: 'yard' } }, { id: 9, refs: [70, 71], tags: { highway: 'primary' } }, { id: 10, refs: [71, 72], tags: { highway: 'residential' } },
        { id: 11, refs: [80, 81], tags: { railway: 'subway', tunnel: 'yes' } },
      ],
    });
    expect(layers.map(({ kind, name, shapes }) => [kind, name, shapes.map((shape) => `${shape.type} ${shape.name}`.trim())])).toEqual([
      ['builtUp', 'Wohnbauflächen', ['area']], ['builtUp', 'Gewerbe und Handel', ['area Markt']], ['green', 'Wälder', ['area']], ['green', 'Parks und Friedhöfe', ['area Stadtpark']],
      ['water', 'Gewässer', ['area', 'line Halm']], ['rail', 'Bahnanlagen', ['line']], ['mainRoad', 'Hauptstraßen', ['line']],
    ]);
    expect(report).toEqual({ shapes: { builtUp: 2, green: 2, water: 2, rail: 1, mainRoad: 1 }, small: 0, tunnels: 1, yardTracks: 1, outside: 0, open: [] });
  });

  test('a lake of two ways with an island whose role is wrong; the outline is not drawn twice', async () => {
    const { layers } = await contextOf({
      ways: [{ id: 1, refs: [0, 4, 44], tags: { natural: 'water' } }, { id: 2, refs: [0, 40, 44] }, block(3, 11, 1)],
      relations: [{ id: 9, tags: { type: 'multipolygon', natural: 'water', name: 'See' }, members: [['way', 1, 'outer'], ['way', 2, 'outer'], ['way', 3, 'outer']] }],
    });
    expect(layers.map(({ shapes }) => areas(shapes))).toEqual([[15]]);
  });

  test('what stands in the hole is drawn: an island can be a wood', async () => {
    const { layers } = await contextOf({
      ways: [block(1, 0, 4), block(3, 11, 1, { natural: 'wood' })],
      relations: [{ id: 9, tags: { type: 'multipolygon', natural: 'water' }, members: [['way', 1, 'outer'], ['way', 3, 'inner']] }],
    });
    expect(layers.map(({ kind, shapes }) => [kind, areas(shapes)])).toEqual([['green', [1]], ['water', [15]]]);
  });

  test('outlines that do not close are named; the rest of them is drawn', async () => {
    const { layers, report } = await contextOf({
      ways: [block(1, 0, 2), { id: 2, refs: [5, 6, 16] }, { id: 3, refs: [70, 71, 72], tags: { landuse: 'forest' } }],
      relations: [{ id: 9, tags: { type: 'multipolygon', natural: 'water' }, members: [['way', 1, 'outer'], ['way', 2, 'outer']] }, { id: 10, tags: { type: 'multipolygon', landuse: 'forest' }, members: [['way', 77, 'outer']] }],
    });
    expect(layers.map(({ shapes }) => areas(shapes))).toEqual([[4]]);
    expect(report.open).toEqual(['relation 9', 'relation 10', 'way 3']);
  });

  test('small areas, and what lies outside the frame, are counted; areas are cut at the frame', async () => {
    const drawn = { ways: [block(1, 0, 9, { landuse: 'forest' }), { id: 2, refs: [0, 1, 2, 3], tags: { waterway: 'stream' } }, block(3, 77, 2, { natural: 'water' }), { id: 4, refs: [88, 89], tags: { railway: 'rail' } }] };
    const first = (await contextOf(drawn)).layers.find(({ kind }) => kind === 'green')!.shapes[0]!;
    const [x, y] = first.type === 'area' ? first.shape[0]![0]![0]! : [0, 0];
    const outline = [[[[x, y], [x + 80, y], [x + 80, y + 120], [x, y + 120], [x, y]] as const]];
    const { layers, report } = await contextOf(drawn, { within: { outline, margin: 20 } });
    expect(layers.map(({ kind, shapes }) => [kind, shapes.length])).toEqual([['green', 1], ['water', 1]]);
    const cut = layers[0]!.shapes[0]!;
    expect(cut.type === 'area' && Math.round(areaOf(cut.shape) / 100)).toBe(140);
    const stream = layers[1]!.shapes[0]!;
    expect(stream.type === 'line' && stream.line.length).toBe(3);
    expect(report).toMatchObject({ outside: 2, small: 0 });
  });

  test('only the kinds asked for', async () => {
    expect((await contextOf({ ways: [block(1, 0, 2, { landuse: 'residential' }), block(2, 5, 2, { natural: 'water' })] }, { kinds: ['water'] })).layers.map(({ kind }) => kind)).toEqual(['water']);
  });

  test('an area under 400 m² is counted, not drawn', async () => {
    const tiny = { id: 1, refs: [200, 201, 202, 200], tags: { natural: 'water' } };
    const answer = await readSource({ name: 'x.osm', bytes: osmXml({ nodes: [{ id: 200, at: [9, 49] }, { id: 201, at: [9.0001, 49] }, { id: 202, at: [9, 49.0001] }], ways: [tiny] }) }, [], {});
    if (!answer.ok || answer.value.kind !== 'osm') throw new Error();
    expect(osmContext(answer.value.extract, { crs: 'EPSG:25832', kinds: ['water'] })).toEqual({ layers: [], report: { shapes: {}, small: 1, tunnels: 0, yardTracks: 0, outside: 0, open: [] } });
  });
});
