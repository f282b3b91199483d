import { matchByName } from '#app/domain/city/match-areas.ts';
import type { SourceTable } from '../../source/source.ts';
import type { TableShape } from '../table-shape.ts';
import { totalKind } from '../totals.ts';
import { fileStem, subjectOf } from './file-words.ts';
import { slug } from './ids.ts';
import { indicatorGuess } from './indicator-words.ts';
import { placeInput } from './table-context.ts';
import type { TableContext, TablePlace } from './table-context.ts';
import type { TableDates } from './table-dates.ts';
import { figuresOf } from './value-columns.ts';

/** A table with the areas as columns and a row per day: adds it and answers true. Rows of something else (ages, sexes) are not read this way. */
export function areasInHeader(table: SourceTable, shape: TableShape, dates: TableDates, place: TablePlace, context: TableContext): boolean {
  const { figures, common } = figuresOf(table, shape, undefined, false);
  const headers = figures.map(({ column }) => column.header);
  const tried = context.levels.map(({ level, areas }) => ({ level, matching: matchByName(headers, areas) })).sort((a, b) => b.matching.matched.size - a.matching.matched.size)[0];
  if (tried === undefined || dates.column === undefined || dates.days.length < (shape.rows.to - shape.rows.from + 1) * 0.6) return false;
  const { level, matching } = tried;
  const city = headers.filter((header) => totalKind(header, context.city.name) === 'city');
  if (matching.matched.size < 3 || matching.matched.size + city.length < headers.length * 0.8) return false;
  const subject = subjectOf(shape.title[0] ?? fileStem(place.fileName), context.city.name, context.sharedBeginning);
  const guess = indicatorGuess('', subject, true, { values: figures.flatMap(({ values }) => values) });
  const id = context.indicators.has(guess.id) ? context.giveIndicator(guess.id) : guess.id;
  context.giveIndicator(id);
  const { title, topic, unit, decimals, kind, form, direction, additive } = guess;
  context.indicators.set(id, { input: { id, title, topic, unit, decimals, kind, form, direction, additive }, guess });
  context.provided.set(`${id}|${level}`, new Set(dates.days));
  const assign = [...matching.matched].filter(([, { how }]) => how === 'alike').map(([text, { key }]) => [text, key]);
  // the pattern fits every header: those of other columns are no areas
  const ignore = shape.columns.map(({ header }) => header).filter((header) => header !== '' && !matching.matched.has(header) && !city.includes(header));
  context.tables.push({
    id: context.giveTable(slug(subject)),
    ...placeInput(place),
    header: [shape.header?.[0] ?? 1, shape.header?.[1] ?? 1],
    area: { inHeader: true, level, by: 'name', ...(assign.length > 0 ? { assign: Object.fromEntries(assign) as Record<string, string> } : {}), ...(ignore.length > 0 ? { ignore } : {}), ...(city.length > 0 ? { city } : {}) },
    date: dates.date,
    values: [{ column: '{area}', indicator: id }],
    ...(common === undefined ? {} : { numbers: common }),
  });
  return true;
}
