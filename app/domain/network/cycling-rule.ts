import type { Tags } from './walking-rule.ts';
import { has } from './walking-rule.ts';

/**
 * Where one may cycle in Germany, as data: docs/walking-rule.md says the same in words. Pushing the bicycle is walking, so `dismount` and
 * stairs do not count.
 */
export const CYCLING_RULE = {
  /** Values of `highway` nobody cycles on. */
  notHighways: [
    'motorway', 'motorway_link', 'trunk', 'trunk_link', 'construction', 'proposed', 'platform', 'raceway', 'services', 'steps', 'corridor', 'elevator', 'escalator', 'bus_guideway',
  ],
  notAreas: ['yes'],
  /** Ways for walkers or riders: cycling needs a word that allows it. */
  onlyWhereAllowed: ['footway', 'pedestrian', 'bridleway'],
  bicycleAllowed: ['yes', 'designated', 'permissive', 'official', 'destination', 'customers'],
  bicycleForbidden: ['no', 'private', 'use_sidepath', 'dismount'],
  /** Values of `access` and `vehicle` that forbid cycling unless `bicycle` allows it. */
  accessForbidden: ['no', 'private'],
  /** Signs that open a one-way street to bicycles against it: `oneway:bicycle=no` and the lanes against the traffic. */
  againstOneway: ['opposite', 'opposite_lane', 'opposite_track', 'opposite_share_busway'],
} as const;

/** `along`: only in the direction the way is drawn in; `against`: only the other way. */
export type CyclingDirection = 'none' | 'both' | 'along' | 'against';

/** Whether and in which direction one may cycle on an OpenStreetMap way. */
export function cyclingOn(tags: Tags, rule = CYCLING_RULE): CyclingDirection {
  if (!tags.has('highway') || has(tags, 'highway', rule.notHighways) || has(tags, 'area', rule.notAreas)) return 'none';
  if (has(tags, 'bicycle', rule.bicycleForbidden) || tags.get('motorroad') === 'yes') return 'none';
  const allowed = has(tags, 'bicycle', rule.bicycleAllowed);
  if (!allowed) {
    if (has(tags, 'highway', rule.onlyWhereAllowed)) return 'none';
    // a path signed for walkers (sign 239) without a word about bicycles
    if (tags.get('highway') === 'path' && tags.get('foot') === 'designated') return 'none';
    if (has(tags, 'access', rule.accessForbidden) || has(tags, 'vehicle', rule.accessForbidden)) return 'none';
  }
  return directionOn(tags, rule);
}

function directionOn(tags: Tags, rule: typeof CYCLING_RULE): CyclingDirection {
  const own = onewayWord(tags.get('oneway:bicycle') ?? tags.get('bicycle:oneway'));
  if (own !== undefined) return own;
  if (['cycleway', 'cycleway:left', 'cycleway:right', 'cycleway:both'].some((key) => has(tags, key, rule.againstOneway))) return 'both';
  // a track of its own on one side that may be used both ways, or against the traffic
  if (['cycleway:left:oneway', 'cycleway:right:oneway'].some((key) => has(tags, key, ['no', '-1']))) return 'both';
  const general = onewayWord(tags.get('oneway'));
  if (general !== undefined) return general;
  return has(tags, 'junction', ['roundabout', 'circular']) ? 'along' : 'both';
}

function onewayWord(word: string | undefined): CyclingDirection | undefined {
  switch (word) {
    case 'yes': case 'true': case '1': return 'along';
    case '-1': case 'reverse': return 'against';
    case 'no': case 'false': case '0': return 'both';
    default: return undefined;
  }
}
