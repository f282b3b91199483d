import type { AreaId } from '#shared/ids.ts';
import type { Area } from '#app/domain/city/city.ts';

/**
 * Which areas share a border: those with at least two corners in common (to a tenth of a metre). Meeting in a single corner is
 * not a border. Relies on borders being drawn with the same corners on both sides, as statistics offices deliver them.
 */
export function neighboursOf(areas: readonly Area[]): ReadonlyMap<AreaId, ReadonlySet<AreaId>> {
  const owners = new Map<string, AreaId[]>();
  for (const area of areas) {
    for (const key of cornersOf(area)) {
      const known = owners.get(key);
      if (known) known.push(area.id);
      else owners.set(key, [area.id]);
    }
  }
  const shared = new Map<AreaId, Map<AreaId, number>>(areas.map((area) => [area.id, new Map()]));
  for (const together of owners.values()) {
    for (const one of together) {
      for (const other of together) {
        if (one !== other) shared.get(one)?.set(other, (shared.get(one)?.get(other) ?? 0) + 1);
      }
    }
  }
  return new Map([...shared].map(([area, others]) => [area, new Set([...others].filter(([, corners]) => corners >= 2).map(([id]) => id))]));
}

function cornersOf(area: Area): ReadonlySet<string> {
  const corners = new Set<string>();
  for (const polygon of area.shape) {
    for (const ring of polygon) for (const [x, y] of ring) corners.add(`${Math.round(x * 10)} ${Math.round(y * 10)}`);
  }
  return corners;
}
