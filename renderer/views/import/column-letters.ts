import { columnLetter } from '#app/domain/source/columns.ts';

/** Letters of the first so many spreadsheet columns: A, B … Z, AA. */
export const lettersOf = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => columnLetter(index));
