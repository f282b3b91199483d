import { distance } from 'fastest-levenshtein';

/** The known word that was probably meant: at most a third of its letters differ. */
export function nearestWord(given: string, known: readonly string[]): string | undefined {
  const ranked = known
    .map((word) => ({ word, steps: distance(given.toLowerCase(), word.toLowerCase()) }))
    .sort((a, b) => a.steps - b.steps || (a.word < b.word ? -1 : 1));
  const [best] = ranked;
  return best !== undefined && best.steps <= Math.max(1, Math.floor(Math.max(best.word.length, given.length) / 3)) ? best.word : undefined;
}
