import { expect, test } from 'vitest';
import { cyclingOn } from './cycling-rule.ts';
import { isWalkable } from './walking-rule.ts';

const tags = (text: string): ReadonlyMap<string, string> => new Map(text.split(' ').map((pair) => pair.split('=') as [string, string]));

test.each([
  ['highway=residential', true], ['highway=track', true], ['highway=steps', true], ['highway=primary oneway=yes', true], ['highway=cycleway', true], ['highway=corridor indoor=yes', true],
  ['highway=motorway', false], ['highway=trunk_link', false], ['highway=construction', false], ['highway=proposed', false], ['highway=platform', false], ['highway=raceway', false], ['highway=services', false],
  ['highway=pedestrian area=yes', false], ['highway=pedestrian area=no', true],
  ['highway=path foot=no', false], ['highway=path foot=private', false], ['highway=secondary foot=use_sidepath', false],
  ['highway=service access=private', false], ['highway=service access=no', false], ['highway=service access=private foot=yes', true], ['highway=service access=no foot=designated', true],
  ['highway=service access=private foot=permissive', false], ['highway=service access=destination', true], ['railway=rail', false], ['railway=platform', false],
] as const)('walking on %s: %s', (text, expected) => {
  expect(isWalkable(tags(text))).toBe(expected);
});

test.each([
  ['highway=residential', 'both'], ['highway=cycleway', 'both'], ['highway=track', 'both'], ['highway=path', 'both'], ['highway=living_street', 'both'],
  ['highway=motorway', 'none'], ['highway=steps bicycle=yes', 'none'], ['highway=footway', 'none'], ['highway=footway bicycle=yes', 'both'], ['highway=pedestrian bicycle=permissive', 'both'],
  ['highway=path foot=designated', 'none'], ['highway=path foot=designated bicycle=designated', 'both'], ['highway=primary motorroad=yes', 'none'], ['highway=secondary bicycle=use_sidepath', 'none'],
  ['highway=service access=private', 'none'], ['highway=service access=private bicycle=yes', 'both'], ['highway=track vehicle=no', 'none'], ['highway=path bicycle=dismount', 'none'],
  ['highway=residential oneway=yes', 'along'], ['highway=residential oneway=1', 'along'], ['highway=residential oneway=-1', 'against'], ['highway=residential oneway=no', 'both'],
  ['highway=residential oneway=yes oneway:bicycle=no', 'both'], ['highway=residential oneway=yes cycleway=opposite', 'both'], ['highway=residential oneway=yes cycleway:left=opposite_lane', 'both'],
  ['highway=secondary oneway=yes cycleway:right:oneway=no', 'both'], ['highway=residential oneway:bicycle=yes', 'along'], ['highway=tertiary junction=roundabout', 'along'],
  ['highway=tertiary junction=roundabout oneway=-1', 'against'], ['waterway=river', 'none'],
] as const)('cycling on %s: %s', (text, expected) => {
  expect(cyclingOn(tags(text))).toBe(expected);
});
