/** Something with a place on the screen, y downwards. */
export type OnScreen<Id> = { readonly id: Id; readonly x: number; readonly y: number };

/**
 * Order in which a German reader would go through places: in rows from north to south, each from west to east. Places whose
 * heights differ by less than `rowHeight` from the row's first are one row.
 */
export function readingOrder<Id>(places: readonly OnScreen<Id>[], rowHeight: number): readonly Id[] {
  const byHeight = [...places].sort((a, b) => a.y - b.y || a.x - b.x);
  const rows: OnScreen<Id>[][] = [];
  for (const place of byHeight) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row !== undefined && first !== undefined && place.y - first.y < rowHeight) row.push(place);
    else rows.push([place]);
  }
  return rows.flatMap((row) => row.sort((a, b) => a.x - b.x).map((place) => place.id));
}

/** The neighbour of `current` in the order, round and round; the first (or last) one when `current` is not in it. */
export function stepInOrder<Id>(order: readonly Id[], current: Id | undefined, direction: 'next' | 'previous'): Id | undefined {
  if (order.length === 0) return undefined;
  const at = current === undefined ? -1 : order.indexOf(current);
  if (at < 0) return direction === 'next' ? order[0] : order.at(-1);
  return order[(at + (direction === 'next' ? 1 : order.length - 1)) % order.length];
}
