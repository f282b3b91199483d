import type { Cell } from '#shared/cell.ts';
import { carryOver } from '#app/domain/values/carry-over.ts';
import { sumOfCells } from '#app/domain/values/sum-of-cells.ts';
import type { RecipeIndicator, RecipeTable } from '../recipe/recipe-schema.ts';
import { plainText } from '#app/domain/source/columns.ts';
import type { RawCell } from '../source/source.ts';
import type { AreaFound } from './area-lookup.ts';
import type { BuildContext } from './build-context.ts';
import type { BuiltCrosswalk } from './crosswalks.ts';
import { dayInForm, dayInName } from './days.ts';
import { numberReaders } from './number-readers.ts';
import { openRows, columnIndex } from './rows.ts';
import type { Place, RowSource, SourceRow } from './rows.ts';
import type { BuiltLevel } from './shaped-area.ts';
import { tableAreas } from './table-areas.ts';
import type { TableAreas } from './table-areas.ts';
import { tableFindings } from './table-findings.ts';
import type { TableFindings } from './table-findings.ts';
import { valueColumns } from './value-columns.ts';
import type { ValueColumn } from './value-columns.ts';
import { CITY } from './value-store.ts';
import type { Slot, ValueStore } from './value-store.ts';

type Tools = { readonly context: BuildContext; readonly levels: readonly BuiltLevel[]; readonly crosswalks: ReadonlyMap<string, BuiltCrosswalk>; readonly store: ValueStore };

/** Reads every table of the recipe into the store. */
export function buildValues(tools: Tools, progress: (done: number, total: number) => void = () => undefined): void {
  const { tables } = tools.context.recipe;
  tables.forEach((table, index) => {
    progress(index, tables.length);
    readTable(tools, table);
  });
  progress(tables.length, tables.length);
}

/** A key that was assigned by hand must be there: a misspelt one would lose the row. */
function reportUnknownAssigned(assign: Readonly<Record<string, string>>, { level, crosswalk }: TableAreas, context: BuildContext, place: Place): void {
  const known = new Set<string>(crosswalk?.oldKeys ?? level.areas.map(({ id }) => id));
  const unknown = Object.entries(assign).filter(([, key]) => !known.has(key));
  if (unknown.length > 0) context.log.error(place.part, place.subject, 'assignedNowhere', { level: level.level.id }, unknown.map(([text, key]) => `${text}: ${key}`));
}

/** A figure of a table before it has its place among the areas of today. */
type Figure = { readonly slot: Slot; readonly part: ValueColumn['values']['part']; readonly cell: Cell };

function readTable(tools: Tools, table: RecipeTable): void {
  const { context, store } = tools;
  const place: Place = { part: 'tables', subject: table.id };
  const areas = 'level' in table.area ? tableAreas(table.area, tools.levels, tools.crosswalks) : undefined;
  if ('level' in table.area && areas === undefined) return;
  if ('level' in table.area) reportUnknownAssigned(table.area.assign, areas!, context, place);
  const findings = tableFindings(table);
  const figures: Figure[] = [];
  for (const sheet of table.sheets ?? [table.sheet]) {
    const source = openRows(context, { ...table, sheet }, place);
    if (source !== undefined) figures.push(...figuresIn(source, table, areas, findings, context, place));
  }
  const complete = withoutTwice(figures, table, findings);
  const unknownCut = findings.report(context, areas, table);
  const kept = complete.filter(({ slot }) => !unknownCut.has(slot.date));
  for (const { slot, part, cell } of areas?.crosswalk === undefined ? kept : carriedOver(kept, areas.crosswalk, context, place)) {
    const before = store.put(slot, part, cell, table.id);
    if (before !== undefined && JSON.stringify(before) !== JSON.stringify(cell)) findings.otherTable.push(`${slot.indicator} ${slot.area} ${slot.date} (${store.tableOf(slot)})`);
  }
  if (findings.otherTable.length > 0) context.log.error('tables', table.id, 'valueInTwoTables', {}, findings.otherTable);
}

function figuresIn(source: RowSource, table: RecipeTable, areas: TableAreas | undefined, findings: TableFindings, context: BuildContext, place: Place): Figure[] {
  const areaAt = 'column' in table.area ? columnIndex(source, table.area.column, context, place) : undefined;
  const nameAt = 'column' in table.area && table.area.checkName !== undefined ? columnIndex(source, table.area.checkName, context, place) : undefined;
  const dateAt = table.date !== undefined && 'column' in table.date ? columnIndex(source, table.date.column, context, place) : undefined;
  const indicatorAt = table.indicator?.column === undefined ? undefined : columnIndex(source, table.indicator.column, context, place);
  const described = new Set([areaAt, nameAt, dateAt, indicatorAt].filter((index) => index !== undefined));
  const columns = valueColumns(source, table, described, context, place);
  const rowless = ('column' in table.area && areaAt === undefined) || (table.date !== undefined && 'column' in table.date && dateAt === undefined) || (table.indicator?.column !== undefined && indicatorAt === undefined);
  if (columns.length === 0 || rowless) return [];
  const tableDay = fixedDay(source, table, context, place);
  const indicatorOf = indicatorFinder(table, context.recipe.indicators, findings);
  const readers = numberReaders(source, columns, table, context, place);
  const figures: Figure[] = [];
  for (const row of source.rows) {
    findings.rows += 1;
    const isEmpty = columns.every(({ index }) => plainText(row.cells[index]) === '');
    const rowArea = areaAt === undefined ? undefined : areaOfRow(row, areaAt, areas!);
    if (rowArea !== undefined && !isAreaOrCity(rowArea)) {
      findings.rowWithoutArea(rowArea, row, isEmpty, daysOfRow(row, columns, dateAt === undefined ? tableDay : dayOfRow(row, dateAt, table)));
      continue;
    }
    const rowDay = dateAt === undefined ? tableDay : dayOfRow(row, dateAt, table);
    if (dateAt !== undefined && rowDay === undefined) {
      if (!isEmpty) findings.daysUnreadable.push(`${row.line}: ${plainText(row.cells[dateAt])}`);
      continue;
    }
    if (nameAt !== undefined && rowArea?.kind === 'area') findings.checkName(rowArea.id, plainText(row.cells[nameAt]), areas!);
    for (const column of columns) {
      const indicator = indicatorOf(column, indicatorAt, row);
      const date = column.date ?? rowDay;
      const found: AreaFound = column.areaText === undefined ? (rowArea ?? { kind: 'city' }) : areas!.find(column.areaText);
      if (indicator === undefined || date === undefined) continue;
      if (!isAreaOrCity(found)) {
        findings.headerWithoutArea(found, column.header, date);
        continue;
      }
      const area = found.kind === 'city' ? CITY : found.id;
      if (found.kind === 'area') findings.matched(found, date);
      const cell = readers(column, row, indicator, findings);
      figures.push({ slot: { indicator: indicator.id, area, date }, part: column.values.part, cell });
    }
  }
  return figures;
}

/** Totals leave the column of the areas empty and stand in another: "", "Stadt insgesamt". Only what the recipe says of such a text counts. */
function areaOfRow({ cells }: SourceRow, areaAt: number, { find }: TableAreas): AreaFound {
  const found = find(cells[areaAt]);
  if (found.kind !== 'blank') return found;
  const title = find(cells.find((cell) => plainText(cell) !== ''));
  return title.kind === 'city' || title.kind === 'ignored' ? title : found;
}

const isAreaOrCity = (found: AreaFound): found is Extract<AreaFound, { kind: 'area' }> | { readonly kind: 'city' } => found.kind === 'area' || found.kind === 'city';

/** Days that the row says something about: with years in the headers those of its columns that are not empty. */
function daysOfRow({ cells }: SourceRow, columns: readonly ValueColumn[], rowDay: string | undefined): ReadonlySet<string> {
  return new Set(columns.filter(({ index }) => plainText(cells[index]) !== '').flatMap(({ date }) => date ?? rowDay ?? []));
}

function dayOfRow(row: SourceRow, dateAt: number, { date, monthDay }: RecipeTable): string | undefined {
  return date !== undefined && 'column' in date ? dayInForm(row.cells[dateAt], date.form, monthDay) : undefined;
}

function fixedDay(source: RowSource, { date, monthDay }: RecipeTable, context: BuildContext, place: Place): string | undefined {
  if (date === undefined || 'column' in date) return undefined;
  if ('fixed' in date) return date.fixed;
  const day = dayInName(source.name, monthDay);
  if (day === undefined) context.log.error(place.part, place.subject, 'sheetNameWithoutDay', { sheet: source.name });
  return day;
}

type IndicatorFinder = (column: ValueColumn, indicatorAt: number | undefined, row: SourceRow | undefined) => RecipeIndicator | undefined;

function indicatorFinder(table: RecipeTable, indicators: readonly RecipeIndicator[], findings: TableFindings): IndicatorFinder {
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const assigned = new Map(Object.entries(table.indicator?.assign ?? {}).map(([text, id]) => [plainText(text).toLowerCase(), id]));
  const byText = (raw: RawCell): RecipeIndicator | undefined => {
    const text = plainText(raw);
    const id = assigned.get(text.toLowerCase());
    if (id === undefined && text !== '') findings.indicatorsLeftOut.set(text, (findings.indicatorsLeftOut.get(text) ?? 0) + 1);
    return id === undefined ? undefined : byId.get(id);
  };
  return (column, indicatorAt, row) => {
    if (column.values.indicator !== undefined) return byId.get(column.values.indicator);
    if (column.indicatorText !== undefined) return byText(column.indicatorText);
    return indicatorAt === undefined || row === undefined ? undefined : byText(row.cells[indicatorAt]);
  };
}

/** An area twice on one day: an error that names it, or a sum where the recipe says so. The same figure written twice is one figure. */
function withoutTwice(figures: readonly Figure[], table: RecipeTable, findings: TableFindings): readonly Figure[] {
  const groups = new Map<string, Figure[]>();
  for (const figure of figures) {
    const key = JSON.stringify([figure.slot, figure.part]);
    const same = groups.get(key);
    if (same === undefined) groups.set(key, [figure]);
    else same.push(figure);
  }
  return [...groups.values()].map((same) => {
    const [first] = same as [Figure, ...Figure[]];
    if (same.length === 1) return first;
    if (table.twice === 'sum') return { ...first, cell: sumOfCells(same.map(({ cell }) => cell)) };
    if (same.some(({ cell }) => JSON.stringify(cell) !== JSON.stringify(first.cell))) findings.twice.push(`${first.slot.indicator} ${first.slot.area} ${first.slot.date}`);
    return first;
  });
}

/** Counts of older areas on the areas of today. Values of the city stay; rates cannot be carried over and are an error. */
function carriedOver(figures: readonly Figure[], crosswalk: BuiltCrosswalk, context: BuildContext, place: Place): readonly Figure[] {
  const counts = new Set(context.recipe.indicators.filter(({ form, additive }) => form === 'absolute' && additive).map(({ id }) => id));
  const isCount = ({ slot, part }: Figure): boolean => part !== 'value' || counts.has(slot.indicator);
  const rates = figures.filter((figure) => figure.slot.area !== CITY && !isCount(figure));
  if (rates.length > 0) context.log.error(place.part, place.subject, 'crosswalkRate', { crosswalk: crosswalk.id }, [...new Set(rates.map(({ slot }) => slot.indicator))]);
  const groups = new Map<string, Figure[]>();
  for (const figure of figures.filter((candidate) => candidate.slot.area !== CITY && isCount(candidate))) {
    const key = JSON.stringify([figure.slot.indicator, figure.slot.date, figure.part]);
    groups.set(key, [...(groups.get(key) ?? []), figure]);
  }
  const carried = [...groups.values()].flatMap((same) => {
    const byArea = new Map(same.map(({ slot, cell }) => [slot.area, cell]));
    return [...carryOver(crosswalk.shares, (old) => byArea.get(old))].map(([area, cell]): Figure => ({ ...same[0]!, slot: { ...same[0]!.slot, area }, cell }));
  });
  context.log.decision(place.part, place.subject, 'crosswalkUsed', { crosswalk: crosswalk.id, count: carried.length });
  return [...figures.filter(({ slot }) => slot.area === CITY), ...carried];
}
