import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { borderLines, DETAILS, detailFor, drawnRing } from './drawn-detail.ts';
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
    expect([8, 9, 9.25, 12.75, 13, 13.25, 18].map(detailFor)).toEqual([9, 9, 10, 13, 13, 'full', 'full']);
    expect(drawnRing(west, 'full')).toBe(west);
  });

  it('moves no corner by more than a pixel', () => {
    for (const detail of DETAILS) {
      if (detail === 'full') continue;
      const drawn = drawnRing(west, detail);
      expect(drawn?.length).toBeLessThanOrEqual(west.length);
      const corners = border.map((corner) => worldPixels(corner, detail));
      for (let at = 0; at < (drawn?.length ?? 0); at += 2) {
        const [x, y] = worldPixels([drawn?.[at] ?? 0, drawn?.[at + 1] ?? 0], detail);
        const nearest = Math.min(...[...corners, ...[[9.9, 52.04], [9.9, 52]].map(([a = 0, b = 0]) => worldPixels([a, b], detail))].map(([a, b]) => Math.hypot(a - x, b - y)));
        expect(nearest).toBeLessThan(1);
      }
    }
  });

  it('leaves out what cannot be seen', () => {
    expect(drawnRing(west, 9)?.length).toBeLessThan(west.length);
  });

  it('keeps neighbours on the same border', () => {
    const shared = (ring: Float64Array | undefined) => new Set(pointsOf(ring ?? new Float64Array()).filter((point) => Math.abs(Number(point.split(' ')[0]) - 10) < 0.05));
    expect(shared(drawnRing(west, 10))).toEqual(shared(drawnRing(east, 10)));
  });

  it('drops what is smaller than half a pixel', () => {
    expect(drawnRing(Float64Array.from([10, 52, 10.00001, 52, 10.00001, 52.00001, 10, 52]), 9)).toBeUndefined();
  });
});

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
