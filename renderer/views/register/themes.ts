import type { Category } from '#app/domain/city/city.ts';
import { symbolOf, type SymbolName } from '#app/domain/city/symbols.ts';

/** Topics that keep a long list of kinds together; which one a kind belongs to is told by its symbol, as on the map. */
export const THEMES = ['learning', 'youth', 'advice', 'care', 'meeting', 'other'] as const;
export type Theme = (typeof THEMES)[number];

const THEME_OF: Readonly<Record<SymbolName, Theme>> = {
  kita: 'learning', school: 'learning', youth: 'youth', counselling: 'advice', care: 'care', health: 'care', neighbourhood: 'meeting', sport: 'meeting', religion: 'meeting', other: 'other',
};

export const themeOf = (category: Category): Theme => THEME_OF[symbolOf(category)];
