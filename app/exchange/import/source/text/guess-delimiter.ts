import type { Delimiter } from '../source.ts';
import { parseDelimited } from './parse-delimited.ts';

/** On a tie the first wins. The comma comes last: in German tables it stands inside numbers. */
const CANDIDATES: readonly Delimiter[] = ['\t', ';', '|', ','];
const SAMPLE_LINES = 300;
const SAMPLE_CHARACTERS = 200_000;

/**
 * The delimiter that splits the most rows into equally many columns; title lines and footnotes split by none. The comma must be clearly better than
 * the others, because decimals split by it are just as regular. Undefined: none of them separates anything (a single column).
 */
export function guessDelimiter(text: string): Delimiter | undefined {
  const sample = sampleOf(text);
  const scored = CANDIDATES.map((delimiter) => ({ delimiter, ...regularity(sample, delimiter) }));
  const decimalsOnly = onlyDecimals(sample);
  return scored
    .filter(({ columns, delimiter }) => columns > 1 && !(delimiter === ',' && decimalsOnly))
    .reduce<(typeof scored)[number] | undefined>((best, candidate) => {
      if (best === undefined) return candidate;
      const margin = candidate.delimiter === ',' ? 1.1 : 1;
      const better = candidate.share > best.share * margin || (candidate.delimiter !== ',' && candidate.share === best.share && candidate.columns > best.columns);
      return better ? candidate : best;
    }, undefined)?.delimiter;
}

function sampleOf(text: string): string {
  const head = text.slice(0, SAMPLE_CHARACTERS);
  const lines = (head.includes('\n') ? head : head.replaceAll('\r', '\n')).split('\n', SAMPLE_LINES + 1);
  // the last line may be cut off in the middle
  return (lines.length > SAMPLE_LINES || head.length < text.length ? lines.slice(0, Math.max(1, lines.length - 1)) : lines).join('\n');
}

/** The most frequent number of columns above one, and the share of rows that have it. */
function regularity(sample: string, delimiter: Delimiter): { readonly columns: number; readonly share: number } {
  const parsed = parseDelimited(sample, delimiter, { rows: SAMPLE_LINES + 1, cells: 5_000_000 });
  const rows = parsed.ok ? parsed.value.rows.filter((row) => row.some((cell) => cell !== undefined)) : [];
  const counts = new Map<number, number>();
  for (const { length } of rows) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [columns, number] = [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [1, 0]);
  return { columns, share: rows.length === 0 ? 0 : number / rows.length };
}

/** A single column of German decimals: every comma stands between digits, and no line has two. */
function onlyDecimals(sample: string): boolean {
  const lines = sample.split('\n').filter((line) => line.includes(','));
  return lines.length > 1 && lines.every((line) => /^"?[−-]?[\d.\s]*\d,\d+"?\s*$/.test(line));
}
