import type { Recipe } from '../../recipe/recipe-schema.ts';
import { plainText } from '#app/domain/source/columns.ts';
import { dayIn } from '../dates.ts';
import type { DayFound } from '../dates.ts';
import { partsReading } from './file-parts.ts';
import type { FilePart, FixedDay } from './file-parts.ts';
import { fileStem } from './file-words.ts';
import { layerOf } from './known-areas.ts';
import type { Question, RecogniseSource } from './proposal-parts.ts';
import { tableNamed } from './source-columns.ts';

type Path = readonly (string | number)[];
export type MovedDays = { readonly recipe: Recipe; readonly questions: readonly Question[] };

/**
 * Fixed days of a file that took another's place move by the years between the two names ("einwohner_2022.csv" → "einwohner_2023.csv"), or to the later year that sheet or header
 * tell. A day that nothing tells is asked about: figures of this year must not be stored under last year's date. So is how long outlines are valid.
 */
export function withMovedDays(recipe: Recipe, fileId: string, before: string, source: RecogniseSource): MovedDays {
  const parts = partsReading(recipe, fileId);
  const latest = parts.flatMap(({ days }) => days.filter((one) => one.of === 'figures')).map(({ day }) => day).sort().at(-1);
  const questions: Question[] = [];
  let moved = recipe;
  for (const part of parts) {
    moved = withSheets(moved, part, source);
    for (const fixed of part.days) {
      if (saidByHeader(recipe, fixed)) continue;
      const day = fixed.of === 'figures' ? movedDay(fixed.day, before, source, part, latest!) : undefined;
      if (day === undefined) questions.push(dayQuestion(fixed, source.file));
      else moved = withValueAt(moved, fixed.path, day);
    }
  }
  return { recipe: moved, questions };
}

/** Every fixed day of a file is asked about, because it is open which file takes its place. */
export const dayQuestions = (recipe: Recipe, fileId: string, file: string): readonly Question[] =>
  partsReading(recipe, fileId).flatMap(({ days }) => days.filter((fixed) => !saidByHeader(recipe, fixed)).map((fixed) => dayQuestion(fixed, file)));

function dayQuestion({ path, day }: FixedDay, file: string): Question {
  const choices = [day, ...[1, 2, -1].map((years) => yearsLater(day, years))];
  return { code: 'fixedDay', path, details: { file, day }, choices: choices.map((value) => ({ value, label: 'edition', details: { day: value } })) };
}

/** The column "Einwohner 2022" with its date: another file with that column speaks of the same day. */
function saidByHeader(recipe: Recipe, { path: [list, at, key, index], day }: FixedDay): boolean {
  const column = list === 'tables' && key === 'values' ? recipe.tables[at as number]!.values[index as number]!.column : '';
  return dayIn(column)?.day.slice(0, 4) === day.slice(0, 4);
}

function movedDay(day: string, before: string, source: RecogniseSource, part: FilePart, latest: string): string | undefined {
  const earlier = dayIn(fileStem(before));
  const named = dayIn(fileStem(source.file));
  if (named === undefined) {
    const told = dayInContent(source, part);
    // a year that is not later may speak of something else, as of the day of the outlines
    return told !== undefined && yearOf(told.day) > yearOf(latest) ? dayMoved(day, latest, told) : undefined;
  }
  if (named.day === earlier?.day) return day;
  const result = dayMoved(day, earlier?.day ?? latest, named);
  return result !== day || named.day === day || (earlier === undefined && named.form === 'year') ? result : undefined;
}

/** A day that was the file's own becomes the new file's own; others keep their distance in years. */
const dayMoved = (day: string, from: string, to: DayFound): string => (day === from && to.form !== 'year' ? to.day : yearsLater(day, yearOf(to.day) - yearOf(from)));

const yearOf = (day: string): number => Number(day.slice(0, 4));
/** The 29 February becomes the 28th. */
function yearsLater(day: string, years: number): string {
  const rest = day.slice(4) === '-02-29' && years % 4 !== 0 ? '-02-28' : day.slice(4);
  return `${String(yearOf(day) + years).padStart(4, '0')}${rest}`;
}

/** The one day that the sheet's name, or the title and header above the rows tell. */
function dayInContent(source: RecogniseSource, part: FilePart): DayFound | undefined {
  const layer = layerOf(source, part.layer);
  const table = tableNamed(source, part.sheet);
  const named = dayIn(layer?.name ?? table?.name ?? '');
  if (named !== undefined) return named;
  const texts = layer === undefined ? (table?.rows.slice(0, part.header[1]).flat() ?? []) : layer.fields;
  const found = texts.flatMap((text) => dayIn(plainText(text)) ?? []);
  return new Set(found.map(({ day }) => day)).size === 1 ? found[0] : undefined;
}

/** Sheets of the new file that are called like the old ones but for their year. */
function withSheets(recipe: Recipe, { path, sheet, sheets }: FilePart, source: RecogniseSource): Recipe {
  if (source.content.kind !== 'tables') return recipe;
  if (sheet !== undefined) return withValueAt(recipe, [...path, 'sheet'], tableNamed(source, sheet)?.name ?? sheet);
  if (sheets === undefined) return recipe;
  const patterns = new Set(sheets.map((name) => dayIn(name)?.rest));
  const found = source.content.tables.filter(({ name, hidden }) => !hidden && dayIn(name) !== undefined && patterns.has(dayIn(name)!.rest)).map(({ name }) => name);
  return found.length === 0 ? recipe : withValueAt(recipe, [...path, 'sheets'], found);
}

/** A copy with another value at a path that is there. */
function withValueAt<Whole>(whole: Whole, [head, ...rest]: Path, value: unknown): Whole {
  if (head === undefined) return value as Whole;
  if (Array.isArray(whole)) return whole.map((entry: unknown, at) => (at === head ? withValueAt(entry, rest, value) : entry)) as Whole;
  return { ...whole, [head]: withValueAt((whole as Record<string | number, unknown>)[head], rest, value) };
}
