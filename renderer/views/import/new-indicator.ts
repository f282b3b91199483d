import { freeId, slug } from '#app/domain/source/plain-ids.ts';
import type { Recipe, RecipeIndicator } from '#app/exchange/import/recipe/recipe-schema.ts';

/** A full record for a column that has none yet; its title is the header until the planner says better. */
export function newIndicator(recipe: Recipe, title: string): RecipeIndicator {
  const known = new Set(recipe.indicators.map(({ id }) => id));
  return {
    id: freeId(slug(title, 'indicator'), (id) => known.has(id)),
    title,
    topic: recipe.topics[0]?.id ?? 'general',
    unit: '',
    decimals: 0,
    kind: 'status',
    form: 'absolute',
    direction: 'neutral',
    interpretation: '',
    process: '',
    licence: '',
    minimumNumerator: 3,
    minimumDenominator: 10,
    additive: false,
    targetGroups: [],
    aggregateTo: [],
  };
}
