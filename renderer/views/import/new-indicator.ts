import type { Recipe, RecipeIndicator } from '#app/exchange/import/recipe/recipe-schema.ts';

/** A full record for a column that has none yet; its title is the header until the planner says better. */
export function newIndicator(recipe: Recipe, title: string): RecipeIndicator {
  const known = new Set(recipe.indicators.map(({ id }) => id));
  const wanted = plainId(title);
  let id = wanted;
  for (let number = 2; known.has(id); number += 1) id = `${wanted}_${number}`;
  return {
    id,
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

const UMLAUTS: readonly (readonly [RegExp, string])[] = [
  [/ä/g, 'ae'],
  [/ö/g, 'oe'],
  [/ü/g, 'ue'],
  [/ß/g, 'ss'],
];

/** Small letters, digits and underscores, made from any text; never empty. */
export function plainId(text: string): string {
  const spelled = UMLAUTS.reduce((word, [letter, plain]) => word.replace(letter, plain), text.toLowerCase());
  return spelled.normalize('NFD').replace(/[^a-z0-9]+/g, '_').replace(/^_+|_+$/g, '').slice(0, 60) || 'indicator';
}
