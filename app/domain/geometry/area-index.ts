import Flatbush from 'flatbush';
import { positionIn } from './point-in-shape.ts';
import { boundsOf } from './shape-measures.ts';
import type { Coordinate, MultiPolygon } from './shapes.ts';

export type AreaIndex<Item> = {
  /** The item whose shape holds the point, undefined when none does. */
  at(point: Coordinate): Item | undefined;
};

/**
 * Finds the area at a point. A point exactly on a common border belongs to the area whose id comes first in text order, so
 * that nobody is counted twice and the order of rows in a file does not matter; one strictly inside always wins.
 */
export function areaIndexOf<Item extends { readonly id: string; readonly shape: MultiPolygon }>(items: readonly Item[]): AreaIndex<Item> {
  const boxed = items
    .flatMap((item) => {
      const box = boundsOf(item.shape);
      return box ? [{ item, box }] : [];
    })
    .sort((a, b) => (a.item.id < b.item.id ? -1 : 1));
  if (boxed.length === 0) return { at: () => undefined };
  const index = new Flatbush(boxed.length);
  for (const { box } of boxed) index.add(box.minX, box.minY, box.maxX, box.maxY);
  index.finish();
  return {
    at(point) {
      const [x, y] = point;
      let onBorder: Item | undefined;
      for (const position of index.search(x, y, x, y).sort((a, b) => a - b)) {
        const { item } = boxed[position]!;
        const where = positionIn(point, item.shape);
        if (where === 'inside') return item;
        if (where === 'onBorder') onBorder ??= item;
      }
      return onBorder;
    },
  };
}
