/**
 * Where one may walk, as data: docs/walking-rule.md says the same in words. One-way signs do not concern walkers. It is the rule of the
 * reference network the program is checked against, so that its lengths and distances can be compared one by one.
 */
export const WALKING_RULE = {
  /** Values of `highway` nobody walks on, or that are no ways. Every other value counts. */
  notHighways: ['motorway', 'motorway_link', 'trunk', 'trunk_link', 'construction', 'proposed', 'platform', 'raceway', 'services'],
  /** Squares drawn as areas: their outline is no way. */
  notAreas: ['yes'],
  /** Values of `foot` that forbid walking. */
  footForbidden: ['no', 'private', 'use_sidepath'],
  /** Values of `access` that forbid walking ... */
  accessForbidden: ['no', 'private'],
  /** ... unless `foot` allows it. */
  footAllowed: ['yes', 'designated'],
} as const;

export type Tags = ReadonlyMap<string, string>;
/** Whether the value of a key is one of a list; false for a key that is not there. */
export const has = (tags: Tags, key: string, values: readonly string[]): boolean => values.includes(tags.get(key) ?? '');

/** Whether an OpenStreetMap way is part of the walking network. */
export function isWalkable(tags: Tags, rule = WALKING_RULE): boolean {
  if (!tags.has('highway') || has(tags, 'highway', rule.notHighways) || has(tags, 'area', rule.notAreas)) return false;
  return isOpenOnFoot(tags, rule);
}

/** Whether access tags, of a way or of a barrier on it, let walkers pass. */
export const isOpenOnFoot = (tags: Tags, rule = WALKING_RULE): boolean =>
  !has(tags, 'foot', rule.footForbidden) && (!has(tags, 'access', rule.accessForbidden) || has(tags, 'foot', rule.footAllowed));
