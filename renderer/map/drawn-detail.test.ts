import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { borderLines, DETAILS, detailFor, ringThinner } from './drawn-detail.ts';
import { worldPixels } from './view.ts';

const pointsOf = (ring: Float64Array): readonly string[] =>
  Array.from({ length: ring.length / 2 }, (_, index) => `${ring[2 * index]} ${ring[2 * index + 1]}`);
const edgesOf = (line: Float64Array): readonly string[] => {
  const points = pointsOf(line);
  return points.slice(1).map((point, index) => [points[index] ?? '', point].sort().join(' – '));
};

/** A jagged border from south to north at 10.0 degrees, as two neighbours would bring it: one upwards, one downwards. */
const border = Array.from({ length: 400 }, (_, index): [number, number] => [10 + 0.0003 * Math.sin(index * 1.7), 52 + index * 0.0001]);
const west = Float64Array.from([...border, [9.9, 52.04], [9.9, 52], border[0] ?? [0, 0]].flat());
const east = Float64Array.from([...[...border].reverse(), [10.1, 52], [10.1, 52.04], border.at(-1) ?? [0, 0]].flat());

describe('detail', () => {
  it('grows with the zoom and ends with the borders as delivered', () => {
    expect([8, 9, 9.25, 12.75, 13, 13.25, 18].map(detailFor)).toEqual([9, 9, 10, 13, 13, 14, 'full']);
    expect(ringThinner([west])('full')[0]).toBe(west);
  });

  it('moves no border by as much as half a pixel', () => {
    for (const detail of DETAILS) {
      if (detail === 'full') continue;
      const drawn = ringThinner([west, east])(detail)[0] ?? new Float64Array();
      for (const corner of border) expect(distanceToLine(worldPixels(corner, detail), drawn, detail)).toBeLessThan(0.5);
    }
  });

  it('leaves out what cannot be seen', () => {
    expect(ringThinner([west, east])(9)[0]?.length).toBeLessThan(west.length / 4);
    expect(ringThinner([Float64Array.from([10, 52, 10.00001, 52, 10.00001, 52.00001, 10, 52])])(9)).toEqual([undefined]);
  });

  it('keeps neighbours on the same border', () => {
    for (const detail of DETAILS) {
      const [one, other] = ringThinner([west, east])(detail).map(
        (ring) => new Set(edgesOf(ring ?? new Float64Array()).filter((edge) => edge.match(/9\.9 |10\.1 /) === null)),
      );
      expect(one).toEqual(other);
      expect(one?.size).toBeGreaterThan(0);
    }
  });
});

function distanceToLine([x, y]: readonly [number, number], line: Float64Array, zoom: number): number {
  let nearest = Infinity;
  for (let at = 2; at + 1 < line.length; at += 2) {
    const [x1, y1] = worldPixels([line[at - 2] ?? 0, line[at - 1] ?? 0], zoom);
    const [x2, y2] = worldPixels([line[at] ?? 0, line[at + 1] ?? 0], zoom);
    const length = (x2 - x1) ** 2 + (y2 - y1) ** 2;
    const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length));
    nearest = Math.min(nearest, Math.hypot(x - x1 - along * (x2 - x1), y - y1 - along * (y2 - y1)));
  }
  return nearest;
}

describe('borders of many rings', () => {
  it('draw every stretch exactly once', () => {
    const corner = fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }));
    const ring = fc.array(corner, { minLength: 3, maxLength: 9 }).map((corners) => Float64Array.from([...corners, corners[0] ?? [0, 0]].flat()));
    fc.assert(
      fc.property(fc.array(ring, { maxLength: 8 }), (rings) => {
        const drawn = borderLines(rings).flatMap(edgesOf);
        expect(new Set(drawn).size).toBe(drawn.length);
        expect(new Set(drawn)).toEqual(new Set(rings.flatMap(edgesOf)));
      }),
    );
  });

  it('a border of two neighbours is one line, not two', () => {
    const edges = borderLines([west, east]).flatMap(edgesOf);
    expect(edges).toHaveLength(edgesOf(west).length + edgesOf(east).length - (border.length - 1));
  });
});
