/** What a cell of a yes-no column says; `partly` and `unknown` only where the field has them. */
export type YesNo = 'yes' | 'no' | 'partly' | 'unknown';

/** The words of offices and programs, in lower case. The only table of them. */
export const YES_NO_WORDS: ReadonlyMap<string, YesNo> = new Map([
  ...['ja', 'j', 'x', '1', 'true', 'wahr', 'yes', 'y'].map((word) => [word, 'yes'] as const),
  ...['nein', 'n', '0', 'false', 'falsch', 'no'].map((word) => [word, 'no'] as const),
  ...['teilweise', 'bedingt', 'eingeschränkt', 'partly', 'limited'].map((word) => [word, 'partly'] as const),
  ...['unbekannt', 'unknown'].map((word) => [word, 'unknown'] as const),
]);
