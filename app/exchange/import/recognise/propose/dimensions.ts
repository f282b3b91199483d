import type { SourceTable } from '../../source/source.ts';
import { plainText } from '#app/domain/source/columns.ts';
import type { ShapeColumn, TableShape } from '../table-shape.ts';
import { ageChain, ageRangeOf } from '#app/domain/source/age-words.ts';
import { repeatedRows, seriesOf } from './series.ts';
import type { Dimension } from './series.ts';
import type { TableContext } from './table-context.ts';
import type { TableDates } from './table-dates.ts';
import type { Figures } from './value-columns.ts';

/** A column with rows of a further kind (sex, age, nationality): the words whose rows are read; all of them when they are added up. */
export type Narrowing = { readonly column: ShapeColumn; readonly words: readonly string[]; readonly taken: readonly string[]; readonly isSum: boolean };
export type Narrowed = { readonly narrowings: readonly Narrowing[]; readonly dimension: Dimension | undefined };

const MOST_WORDS = 40;
/** Words for everybody: "insgesamt", "beide Geschlechter", "alle Altersgruppen", "Personen insgesamt". */
const ALL = /^(?:insgesamt|gesamt|gesamtbevölkerung|zusammen|total|alle|alles|all|summe|sum|beide|both|ohne unterscheidung)(?:[\s(,:].*)?$|[\s,](?:insgesamt|gesamt|zusammen|total)$|^(?:m|männlich|männer)\s?(?:\+|\/|u\.?|und)\s?(?:w|weiblich|frauen)$/i;
/** Headers of a column that names the indicator of each row. */
export const INDICATOR_HEADER = /merkmal|indikator|indicator|kennzahl|variable|messgröße/i;
const NO_COUNT = /anteil|quote|prozent|percent|share|%|rate|durchschnitt|mittelwert|average|median|index|quotient|je 1|pro 1|dichte/i;
const SEX = /^(?:m|w|d|x|männlich\S*|weiblich\S*|divers\S*|männer|frauen|male|female|jungen|mädchen|ohne angabe|unbekannt|keine angabe)$/i;
const NATION = /^(?:deutsche?r?|deutsche staatsangeh\S*|nicht[- ]?deutsche?r?|ausländ\S*|ausländisch\S*|ohne angabe|unbekannt|staatenlos|sonstige)$/i;

/**
 * Rows to read where several columns tell rows of one area and day apart, or one does beside several columns of figures. Of each column the word that means everybody is taken; counts of
 * parts that make a whole (both sexes, ages from 0 without an upper end) are added up; else the first word is taken. Undefined when rows stay apart even so.
 */
export function narrowed(table: SourceTable, shape: TableShape, area: ShapeColumn | undefined, apartFrom: readonly (ShapeColumn | undefined)[], dates: TableDates, figures: Figures, context: TableContext): Narrowed | undefined {
  const taken = new Set([area, dates.column, ...apartFrom, ...figures.figures.map(({ column }) => column)].map((column) => column?.index));
  const candidates = shape.columns
    .filter(({ index, kind, distinct }) => !taken.has(index) && (kind === 'text' || kind === 'key') && distinct >= 2 && distinct <= MOST_WORDS)
    .filter((column) => !INDICATOR_HEADER.test(column.header) && !followsArea(table, shape, area, column))
    .map((column) => ({ column, words: wordsIn(table, shape, column) }))
    .sort((a, b) => Number(b.words.some(isAll)) - Number(a.words.some(isAll)));
  const labels = shape.labels === undefined ? [] : wordsIn(table, shape, shape.labels);
  const counts = ![...figures.figures.map(({ column }) => column.header), ...labels, ...shape.title].some((text) => NO_COUNT.test(text)) && figures.figures.every(({ values }) => values.every((value) => Number.isInteger(value) && value >= 0));
  const narrowings: Narrowing[] = [];
  let rows = table;
  for (const { column, words } of candidates) {
    const all = words.find(isAll);
    const isSum = all === undefined && counts && areWhole(words);
    const chosen = all === undefined ? (isSum ? words : words.slice(0, 1)) : [all];
    rows = onlyRows(rows, shape, column, chosen);
    narrowings.push({ column, words, taken: chosen, isSum });
    const summed = narrowings.filter((one) => one.isSum).map((one) => one.column);
    if (!repeatedRows(rows, shape, area, dates, summed)) return { narrowings, dimension: undefined };
    const series = seriesOf(rows, shape, area, dates, figures, context, summed);
    if (series !== undefined && !narrowings.some((one) => one.column.index === series.dimension.labels.index)) return { narrowings, dimension: series.dimension };
  }
  return undefined;
}

const isAll = (word: string): boolean => ALL.test(word);

/** Whether the parts make up everybody without overlap. */
function areWhole(words: readonly string[]): boolean {
  if (words.every((word) => SEX.test(word)) || words.every((word) => NATION.test(word))) return true;
  const ages = words.flatMap((word) => {
    const range = ageRangeOf(word);
    return range === undefined ? [] : [{ item: word, ages: range }];
  });
  return ages.length === words.length && ageChain(ages)?.length === words.length;
}

function wordsIn(table: SourceTable, { rows }: TableShape, { index }: ShapeColumn): readonly string[] {
  const words = new Set(table.rows.slice(rows.from - 1, rows.to).map((row) => plainText(row[index])));
  words.delete('');
  return [...words];
}

/** A column that says the same in all rows of an area (its district) tells no rows apart. */
function followsArea(table: SourceTable, { rows }: TableShape, area: ShapeColumn | undefined, { index }: ShapeColumn): boolean {
  if (area === undefined) return false;
  const first = new Map<string, string>();
  return table.rows.slice(rows.from - 1, rows.to).every((row) => {
    const [key, text] = [plainText(row[area.index]), plainText(row[index])];
    if (key === '' || text === '') return true;
    if (!first.has(key)) first.set(key, text);
    return first.get(key) === text;
  });
}

/** Other rows are emptied, so that rows keep their numbers. */
function onlyRows(table: SourceTable, { rows }: TableShape, { index }: ShapeColumn, words: readonly string[]): SourceTable {
  const kept = new Set(words);
  return { ...table, rows: table.rows.map((row, at) => (at < rows.from - 1 || at >= rows.to || kept.has(plainText(row[index])) ? row : [])) };
}
