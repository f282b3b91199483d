import type { AreaCounts } from './values.ts';

/**
 * Areas whose number is kept secret: a count of 1 or 2 people, and, so that the sum of the parent does not give it away, the
 * smallest further count among its siblings. Nobody (0) is no secret.
 */
export function secretAreas(areas: readonly AreaCounts[], count: string, minimum: number, aboutPeople: boolean): ReadonlySet<string> {
  const secret = new Set<string>();
  if (!aboutPeople) return secret;
  const value = (area: AreaCounts) => area.counts[count] ?? 0;
  for (const area of areas) if (value(area) > 0 && value(area) < minimum) secret.add(area.area);
  for (const siblings of siblingsOf(areas)) {
    const hidden = siblings.filter((area) => secret.has(area.area));
    if (hidden.length !== 1) continue;
    const cover = siblings.filter((area) => !secret.has(area.area) && value(area) > 0).sort((a, b) => value(a) - value(b) || a.area.localeCompare(b.area))[0];
    if (cover !== undefined) secret.add(cover.area);
  }
  return secret;
}

function siblingsOf(areas: readonly AreaCounts[]): AreaCounts[][] {
  const families = new Map<string, AreaCounts[]>();
  for (const area of areas) {
    const key = `${area.level}/${area.parent ?? ''}`;
    families.set(key, [...(families.get(key) ?? []), area]);
  }
  return [...families.values()];
}
