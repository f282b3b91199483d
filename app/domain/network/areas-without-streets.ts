import KDBush from 'kdbush';
import { pointInShape } from '../geometry/point-in-shape.ts';
import { boundsOf } from '../geometry/shape-measures.ts';
import type { MultiPolygon } from '../geometry/shapes.ts';

/**
 * Areas that no node of a network lies in: a sign that a map extract does not reach so far. Metres of one system; an area without outline has
 * no streets.
 */
export function areasWithoutStreets<Item extends { readonly shape: MultiPolygon }>(areas: readonly Item[], { nodeX, nodeY }: { readonly nodeX: Float64Array; readonly nodeY: Float64Array }): readonly Item[] {
  if (nodeX.length === 0) return areas;
  const index = new KDBush(nodeX.length);
  for (let node = 0; node < nodeX.length; node += 1) index.add(nodeX[node]!, nodeY[node]!);
  index.finish();
  return areas.filter(({ shape }) => {
    const box = boundsOf(shape);
    return box === undefined || !index.range(box.minX, box.minY, box.maxX, box.maxY).some((node) => pointInShape([nodeX[node]!, nodeY[node]!], shape));
  });
}
