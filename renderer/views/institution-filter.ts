import type { Institution } from '#app/domain/city/city.ts';
import type { Filters } from '../state/view.ts';

/** Any of the chosen categories and any of the chosen target groups; an empty choice lets everything through. */
export const matchesFilters = (institution: Institution, { categories, targetGroups }: Filters): boolean =>
  (categories.length === 0 || categories.includes(institution.category)) &&
  (targetGroups.length === 0 || institution.targetGroups.some((group) => targetGroups.includes(group)));
