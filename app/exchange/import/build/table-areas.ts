import type { RecipeLevel, RecipeTable } from '../recipe/recipe-schema.ts';
import { areaLookup } from './area-lookup.ts';
import type { AreaFound, AreaRule } from './area-lookup.ts';
import type { BuiltCrosswalk } from './crosswalks.ts';
import type { BuiltLevel } from './shaped-area.ts';
import type { RawCell } from '../source/source.ts';

/** How a table's texts lead to areas: of the level, or of the older areas of its crosswalk. */
export type TableAreas = {
  readonly find: (raw: RawCell) => AreaFound;
  readonly level: BuiltLevel;
  readonly crosswalk: BuiltCrosswalk | undefined;
};

type AreaEntry = Exclude<RecipeTable['area'], { city: true }>;

export function tableAreas(area: AreaEntry, levels: readonly BuiltLevel[], crosswalks: ReadonlyMap<string, BuiltCrosswalk>): TableAreas | undefined {
  const level = levels.find((candidate) => candidate.level.id === area.level);
  if (level === undefined) return undefined;
  const crosswalk = area.crosswalk === undefined ? undefined : crosswalks.get(area.crosswalk);
  if (area.crosswalk !== undefined && crosswalk === undefined) return undefined;
  const find = crosswalk === undefined ? lookupIn(level, area) : areaLookup(crosswalk.oldKeys.map((key) => ({ id: key, fileKey: key, name: key })), area, undefined);
  return { find, level, crosswalk };
}

export const lookupIn = ({ level, areas }: BuiltLevel, rule: AreaRule): ((raw: RawCell) => AreaFound) => areaLookup(areas, rule, keyRuleOf(level));

const keyRuleOf = ({ areas }: RecipeLevel) => ('dissolve' in areas ? undefined : areas.key);
