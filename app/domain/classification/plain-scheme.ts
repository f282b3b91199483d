import type { LevelId } from '#shared/ids.ts';
import { NEUTRAL_FILL } from '#shared/palette.ts';
import type { City } from '../city/city.ts';
import type { ClassScheme } from './class-scheme.ts';
import { countedScheme } from './counted-scheme.ts';

/** The areas of a level without a theme: one pale class. */
export function plainScheme(city: City, level: LevelId): ClassScheme {
  const areas = city.areas.filter((area) => area.level === level).map((area) => area.id);
  const plain = { key: 'plain', row: 0, column: 0, label: ['map.plain'], fill: NEUTRAL_FILL.plain, sign: 'none', hatch: 'none' } as const;
  return countedScheme('map.title', [plain], areas, () => plain.key);
}
