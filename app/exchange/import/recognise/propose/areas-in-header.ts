import { matchByName } from '#app/domain/city/match-areas.ts';
import type { SourceTable } from '../../source/source.ts';
import type { TableShape } from '../table-shape.ts';
import { plainText } from '#app/domain/source/columns.ts';
import { readNumber } from '../numbers.ts';
import { totalKind } from '../totals.ts';
import { indicatorFor, withAges } from './indicator-for.ts';
import type { NumbersOf } from './value-columns.ts';
import { fileStem, subjectOf } from './file-words.ts';
import { slug } from '#app/domain/source/plain-ids.ts';
import { indicatorGuess } from './indicator-words.ts';
import { placeInput } from './table-context.ts';
import type { TableContext, TablePlace } from './table-context.ts';
import type { TableDates } from './table-dates.ts';
import { figuresOf } from './value-columns.ts';

/**
 * A table with the areas as columns, and a row per day, or a row per age or other label on one day: adds it and answers true. Rows that several labels tell
 * apart are not read this way, nor tables whose day nothing tells.
 */
export function areasInHeader(table: SourceTable, shape: TableShape, dates: TableDates, place: TablePlace, context: TableContext): boolean {
  const { figures, common } = figuresOf(table, shape, undefined, false);
  const headers = figures.map(({ column }) => column.header);
  const tried = context.levels.map(({ level, areas }) => ({ level, matching: matchByName(headers, areas, { propose: false }) })).sort((a, b) => b.matching.matched.size - a.matching.matched.size)[0];
  if (tried === undefined) return false;
  const { level, matching } = tried;
  const city = headers.filter((header) => totalKind(header, context.city.name) === 'city');
  if (matching.matched.size < 3 || matching.matched.size + city.length < headers.length * 0.8) return false;
  const rows = shape.rows.to - shape.rows.from + 1;
  const labels = dates.column === undefined ? shape.columns.filter(({ kind, distinct, filled }) => (kind === 'text' || kind === 'key') && distinct === filled && distinct > rows * 0.9 && distinct <= MOST_LABELS) : [];
  if (dates.column === undefined ? labels.length !== 1 || dates.guessed : dates.days.length < rows * 0.6) return false;
  const subject = subjectOf(shape.title[0] ?? fileStem(place.fileName), context.city.name, context.sharedBeginning);
  const indicator = labels[0] === undefined ? undefined : { column: labels[0].reference, assign: labelled(table, shape, labels[0].index, figures, subject, level, dates, context) };
  const id = indicator === undefined ? indicatorFor(indicatorGuess('', subject, true, { values: figures.flatMap(({ values }) => values) }), level, dates.days, context) : undefined;
  if (indicator === undefined ? id === undefined : Object.keys(indicator.assign).length === 0) return false;
  const assign = [...matching.matched].filter(([, { how }]) => how === 'alike').map(([text, { key }]) => [text, key]);
  // the pattern fits every header: those of other columns are no areas
  const ignore = shape.columns.map(({ header }) => header).filter((header) => header !== '' && !matching.matched.has(header) && !city.includes(header));
  context.tables.push({
    id: context.giveTable(slug(subject)),
    ...placeInput(place),
    header: [shape.header?.[0] ?? 1, shape.header?.[1] ?? 1],
    area: { inHeader: true, level, by: 'name', ...(assign.length > 0 ? { assign: Object.fromEntries(assign) as Record<string, string> } : {}), ...(ignore.length > 0 ? { ignore } : {}), ...(city.length > 0 ? { city } : {}) },
    date: dates.date,
    ...(indicator === undefined ? {} : { indicator }),
    values: [{ column: '{area}', ...(id === undefined ? {} : { indicator: id }) }],
    ...(common === undefined ? {} : { numbers: common }),
  });
  return true;
}

const MOST_LABELS = 60;

/** The indicator of each row's label, judged by the row's numbers. */
function labelled(table: SourceTable, shape: TableShape, at: number, figures: readonly NumbersOf[], subject: string, level: string, dates: TableDates, context: TableContext): Record<string, string> {
  const assign: Record<string, string> = {};
  for (let row = shape.rows.from; row <= shape.rows.to; row++) {
    const cells = table.rows[row - 1] ?? [];
    const text = plainText(cells[at]);
    if (text === '') continue;
    const values = figures.flatMap(({ column, numbers }) => {
      const raw = cells[column.index];
      const reading = typeof raw === 'string' ? readNumber(raw, numbers.format) : undefined;
      return typeof raw === 'number' ? [raw] : reading?.kind === 'number' ? [reading.value] : [];
    });
    const label = text.replace(/^total$/i, 'insgesamt');
    const id = indicatorFor(withAges(indicatorGuess(label, subject, false, { values }), label, subject), level, dates.days, context);
    if (id !== undefined) assign[text] = id;
  }
  return assign;
}
