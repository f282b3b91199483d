/** What may stand in braces in the name of a column, for headers that differ in a year, a day, an area or an indicator. */
export const HEADER_PATTERNS = ['year', 'day', 'area', 'indicator'] as const;
export type HeaderPattern = (typeof HEADER_PATTERNS)[number];

export const bracesIn = (column: string): readonly string[] => [...column.matchAll(/\{[^{}]*\}/g)].map(([text]) => text);

export const patternsIn = (column: string): readonly HeaderPattern[] => HEADER_PATTERNS.filter((name) => column.includes(`{${name}}`));
