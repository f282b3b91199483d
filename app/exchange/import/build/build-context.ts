import type { ProjectedCrs } from '#app/domain/city/city.ts';
import type { Nearby } from '#app/domain/geometry/crs-finding.ts';
import type { Recipe } from '../recipe/recipe-schema.ts';
import type { BuildLog } from './build-log.ts';
import type { Contents } from './read-files.ts';

/** What every part of the build needs. */
export type BuildContext = {
  readonly recipe: Recipe;
  readonly contents: Contents;
  readonly log: BuildLog;
};

/** And those that place things, once the city's system is known. */
export type PlacingContext = BuildContext & { readonly crs: ProjectedCrs; /** Where the city lies, for doubting what other files say about their coordinates. */ readonly nearby: Nearby | undefined };
