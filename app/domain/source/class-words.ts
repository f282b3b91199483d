/** How offices write the classes of a social index. "Hoch" is a high social status. */
export const STATUS_WORDS = { hoch: 'high', mittel: 'middle', niedrig: 'low', 'sehr niedrig': 'veryLow' } as const;
export const TREND_WORDS = { positiv: 'positive', stabil: 'stable', negativ: 'negative' } as const;
export type StatusClass = (typeof STATUS_WORDS)[keyof typeof STATUS_WORDS];
export type TrendClass = (typeof TREND_WORDS)[keyof typeof TREND_WORDS];

/** Text of the file → class, for the texts that say a class themselves; others are left out. */
export const classOfStatus = (texts: readonly string[]): Record<string, StatusClass> => known(texts, new Map<string, StatusClass>(Object.entries(STATUS_WORDS)));
/** As `classOfStatus`, for the trend. */
export const classOfTrend = (texts: readonly string[]): Record<string, TrendClass> => known(texts, new Map<string, TrendClass>(Object.entries(TREND_WORDS)));

const known = <Word>(texts: readonly string[], words: ReadonlyMap<string, Word>): Record<string, Word> =>
  Object.fromEntries(texts.flatMap((text): readonly (readonly [string, Word])[] => {
    const word = words.get(text.toLowerCase());
    return word === undefined ? [] : [[text, word]];
  }));
