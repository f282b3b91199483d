import type { Cell } from '#shared/cell.ts';
import type { RecipeIndicator, RecipeTable } from '../recipe/recipe-schema.ts';
import type { ColumnNumbers } from '../recognise/column-number-format.ts';
import { columnNumberFormat } from '../recognise/column-number-format.ts';
import { plainText } from '#app/domain/source/columns.ts';
import { cellReader } from '../recognise/read-cell.ts';
import type { CellReading } from '../recognise/read-cell.ts';
import type { NumberFormat } from '../recipe/recipe-schema.ts';
import type { RawCell } from '../source/source.ts';
import type { BuildContext } from './build-context.ts';
import type { Place, RowSource, SourceRow } from './rows.ts';
import type { TableFindings } from './table-findings.ts';
import type { ValueColumn } from './value-columns.ts';

type Reader = (column: ValueColumn, row: SourceRow, indicator: RecipeIndicator, findings: TableFindings) => Cell;

/**
 * Reads the cells of a table's columns. How a column writes its numbers is the recipe's word, else what all of its cells prove together; a column
 * with two readings ("1.234") is an error that asks for `numbers`, because both would look right.
 */
export function numberReaders(
  source: RowSource,
  columns: readonly ValueColumn[],
  table: RecipeTable,
  context: BuildContext,
  place: Place,
): Reader {
  const formats = columnFormats(source, columns, table, context, place);
  const readers = new Map<string, (raw: RawCell) => CellReading>();
  const readerFor = (column: ValueColumn, form: RecipeIndicator['form']): ((raw: RawCell) => CellReading) => {
    const key = `${column.index} ${form}`;
    const known = readers.get(key);
    if (known !== undefined) return known;
    const reader = cellReader({
      numbers: formats.get(column.index)!,
      signs: { ...table.signs, ...column.values.signs },
      form,
      factor: column.values.factor,
    });
    readers.set(key, reader);
    return reader;
  };
  return (column, { cells, line }, indicator, findings) => {
    const raw = cells[column.index];
    const reading = readerFor(column, column.values.part === 'value' ? indicator.form : 'absolute')(raw);
    if ('unreadable' in reading) {
      findings.unreadable.push(`${line} ${column.header}: ${reading.unreadable}`);
      findings.count('notAvailable');
      return { mark: 'notAvailable' };
    }
    if (reading.bound !== undefined) findings.bounds.push(`${line} ${column.header}: ${reading.bound}`);
    findings.count(reading.cell.mark);
    if ('value' in reading.cell) findings.judge(indicator, reading.cell.value, line, column);
    if (plainText(raw) !== '') findings.columnsRead.add(column.header);
    return reading.cell;
  };
}

function columnFormats(source: RowSource, columns: readonly ValueColumn[], table: RecipeTable, context: BuildContext, place: Place): ReadonlyMap<number, NumberFormat> {
  const known = new Map<number, NumberFormat>();
  const open = columns.filter(({ index, values }) => {
    const given = values.numbers ?? table.numbers;
    if (given !== undefined) known.set(index, given);
    return given === undefined;
  });
  const cellsOf = (index: number): RawCell[] => source.rows.map(({ cells }) => cells[index]);
  const alone = open.map(({ index }) => columnNumberFormat(cellsOf(index)));
  const sameTable = alone.find(({ confidence, reason }) => confidence === 'certain' && reason === 'evidence')?.format;
  // other years of the same figure say more about its size than other figures
  const neighboursOf = (column: ValueColumn): readonly number[] => {
    const wholeNumbers = open.flatMap((other, at) => (alone[at]!.reason === 'noSeparators' || alone[at]!.reason === 'typed' ? cellsOf(other.index).map(Number).filter((value) => Number.isInteger(value)).map((value) => ({ value, same: other.values === column.values })) : []));
    const same = wholeNumbers.filter((one) => one.same && one.value > 0);
    return (same.length > 0 ? same : wholeNumbers).map(({ value }) => value);
  };
  const unclear: string[] = [];
  const likely: string[] = [];
  open.forEach((column, at) => {
    const { index, header } = column;
    const first = alone[at]!;
    const judged = first.confidence === 'certain' ? first : columnNumberFormat(cellsOf(index), { sameTable, neighbours: neighboursOf(column) });
    const decided = judged.confidence === 'ambiguous' && isCount(column, context.recipe.indicators) ? asWholeNumbers(judged) : judged;
    known.set(index, decided.format);
    if (decided.confidence === 'ambiguous') unclear.push(`${header}: ${decided.sample}`);
    if (decided.confidence === 'likely') likely.push(`${header}: ${decided.sample}`);
  });
  if (unclear.length > 0) context.log.error(place.part, place.subject, 'numbersUnclear', {}, unclear);
  if (likely.length > 0) context.log.decision(place.part, place.subject, 'numbersLikely', {}, likely);
  return known;
}

/** Counts that are shown without decimals are whole: nobody counts 1.01 people. */
function isCount({ values }: ValueColumn, indicators: readonly RecipeIndicator[]): boolean {
  if (values.part !== 'value') return true;
  const indicator = indicators.find(({ id }) => id === values.indicator);
  return indicator?.form === 'absolute' && indicator.decimals === 0 && values.factor === undefined;
}

/** "1.010" of a count is a thousand and ten. Where signs of both kinds stand mixed, nothing is decided. */
const asWholeNumbers = (judged: ColumnNumbers): ColumnNumbers =>
  judged.reason === 'mixed' ? judged : { ...judged, confidence: 'likely', format: judged.sample.includes('.') ? { decimal: ',', thousands: '.' } : { decimal: '.', thousands: ',' } };
