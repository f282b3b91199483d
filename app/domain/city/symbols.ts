import type { Category } from './city.ts';

/**
 * Symbols of institutions as drawings without words: one closed outline each, in a box of 24 × 24 units with y downwards,
 * filled by the even-odd rule. The same paths are drawn on the screen map, in the legend and on printed sheets.
 *
 * Each silhouette is unlike the others in grey and at 14 pixels; colour carries no meaning.
 */
export const SYMBOL_BOX = 24;

export const SYMBOLS = {
  /** Two building blocks with a third on top. */
  kita: 'M3 13H11V21H3ZM13 13H21V21H13ZM8 3H16V11H8Z',
  /** A house with a flag and a wide door. */
  school: 'M11.2 1.5H18L16.2 3.75L18 6H12.8V8.2L21 13V21H14.5V16H9.5V21H3V13L11.2 8.2Z',
  /** Play triangle in a ring. */
  youth: 'M12 2A10 10 0 1 0 12 22A10 10 0 1 0 12 2ZM12 4.6A7.4 7.4 0 1 1 12 19.4A7.4 7.4 0 1 1 12 4.6ZM9.6 7.8L16.8 12L9.6 16.2Z',
  /** Speech bubble with three dots. */
  counselling: 'M4.5 3H19.5A2.5 2.5 0 0 1 22 5.5V14.5A2.5 2.5 0 0 1 19.5 17H12.5L7 22V17H4.5A2.5 2.5 0 0 1 2 14.5V5.5A2.5 2.5 0 0 1 4.5 3ZM7.2 8.4A1.6 1.6 0 1 0 7.2 11.6A1.6 1.6 0 1 0 7.2 8.4ZM12 8.4A1.6 1.6 0 1 0 12 11.6A1.6 1.6 0 1 0 12 8.4ZM16.8 8.4A1.6 1.6 0 1 0 16.8 11.6A1.6 1.6 0 1 0 16.8 8.4Z',
  /** Bed. */
  care: 'M2 4.5H4.6V13H11V7.5H17.5A4.5 4.5 0 0 1 22 12V19.5H19.4V16.4H4.6V19.5H2ZM7.6 7.2A2.3 2.3 0 1 1 7.6 11.8A2.3 2.3 0 1 1 7.6 7.2Z',
  /** Dumbbell. */
  sport: 'M1.5 9H4V6H8V10.7H16V6H20V9H22.5V15H20V18H16V13.3H8V18H4V15H1.5Z',
  /** Open book, for all confessions. */
  religion: 'M2 5C5.2 3.6 8.4 3.8 11.2 5.6V20C8.4 18.3 5.2 18.1 2 19.4ZM22 5C18.8 3.6 15.6 3.8 12.8 5.6V20C15.6 18.3 18.8 18.1 22 19.4Z',
  /** Two houses under one roof line. */
  neighbourhood: 'M8 4L14 9.2V7.4L17 5L22.5 10V21H15.5V15.5H12.8V21H10V15.5H6V21H1.5V10Z',
  /** Cross. */
  health: 'M8.6 2.5H15.4V8.6H21.5V15.4H15.4V21.5H8.6V15.4H2.5V8.6H8.6Z',
  /** Diamond. */
  other: 'M12 2.5L21.5 12L12 21.5L2.5 12Z',
} as const satisfies Record<string, string>;

export type SymbolName = keyof typeof SYMBOLS;
export const SYMBOL_NAMES = Object.keys(SYMBOLS) as readonly SymbolName[];

export const isSymbolName = (name: string): name is SymbolName => Object.hasOwn(SYMBOLS, name);

/** The symbol of a category; a name the set does not know gets the diamond, so that no institution is invisible. */
export const symbolOf = (category: Pick<Category, 'symbol'> | undefined): SymbolName =>
  category !== undefined && isSymbolName(category.symbol) ? category.symbol : 'other';
