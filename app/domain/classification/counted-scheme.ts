import type { AreaId } from '#shared/ids.ts';
import type { MessageKey } from '#shared/i18n/translator.ts';
import type { ClassScheme, MapClass } from './class-scheme.ts';

export type UncountedClass = Omit<MapClass, 'count'>;

/**
 * Puts every area into exactly one class and counts: the only way a `ClassScheme` comes about, so that the counts of a legend
 * add up to the areas of its map. Classes keep the given order; a class without areas stays, with count 0.
 *
 * @param keyOf key of the class of an area; must be one of `classes`
 */
export function countedScheme(
  title: MessageKey,
  classes: readonly UncountedClass[],
  areas: readonly AreaId[],
  keyOf: (area: AreaId) => string,
): ClassScheme {
  const keys = new Map(areas.map((area) => [area, keyOf(area)]));
  const counts = new Map<string, number>();
  for (const key of keys.values()) counts.set(key, (counts.get(key) ?? 0) + 1);

  const counted = new Map(classes.map((mapClass) => [mapClass.key, { ...mapClass, count: counts.get(mapClass.key) ?? 0 }]));
  const classOf = new Map<AreaId, MapClass>();
  for (const [area, key] of keys) {
    const mapClass = counted.get(key);
    if (mapClass === undefined) throw new Error(`Class ${key} of area ${area} is not part of the scheme ${title}`);
    classOf.set(area, mapClass);
  }
  return { title, classes: [...counted.values()], classOf };
}
