import type { NumberFormat } from '../../recipe/recipe-schema.ts';
import type { SourceTable } from '../../source/source.ts';
import type { AreaReading } from '../area-column.ts';
import { columnNumberFormat } from '../column-number-format.ts';
import type { ColumnNumbers } from '../column-number-format.ts';
import { readNumber } from '../numbers.ts';
import type { ShapeColumn, TableShape } from '../table-shape.ts';

const KEY_HEADER = /(?:^|[\s_-])(?:id|nr|nummer|key|schl(?:ü|ue)ssel|kennziffer|ags|plz|postleitzahl|objectid|fid|gid|oid|code)(?:$|[\s_.-])|_id$|^(?:objectid|fid|ogc_fid|gml_id)/i;
const PLACE_HEADER = /^(?:lat|lon|lng|latitude|longitude|x|y|x_?koord\S*|y_?koord\S*|rechtswert|hochwert|ostwert|nordwert|easting|northing|e|n)$|koordinate|shape_|st_area|st_length|perimeter|umfang/i;
const CLASS_HEADER = /klasse|class|_gr$|gruppe$|rang|rank|kategorie|stufe|_n$|einstufung|zuordnung/i;
/** Only among the attributes of layers, where every file has them; in tables land is a figure like others. */
const LAYER_MEASURE = /fl(?:ä|ae)che|area|gr(?:ö|oe)sse|größe|shape|length|l(?:ä|ae)nge/i;

export type NumbersOf = { readonly column: ShapeColumn; readonly numbers: ColumnNumbers; readonly values: readonly number[] };
export type Figures = {
  readonly figures: readonly NumbersOf[];
  /** Columns of numbers that are classes, ranks or codes. */
  readonly classes: readonly ShapeColumn[];
  /** The format of the table, when its columns agree. */
  readonly common: NumberFormat | undefined;
};

/** The columns of a table that are figures, with formats decided over the whole table: a column that proves its format speaks for the two-faced ones. */
export function figuresOf(table: SourceTable, shape: TableShape, area: AreaReading | undefined, isLayer: boolean): Figures {
  const numeric = shape.columns.filter(({ kind, index, header, numbers, distinct, day }) => kind === 'number' && index !== area?.column.index && !PLACE_HEADER.test(header) && !(isLayer && (LAYER_MEASURE.test(header) || (distinct < 2 && day === undefined) || /schl/i.test(header))) && !(KEY_HEADER.test(header) && numbers?.reason !== 'evidence'));
  const cellsOf = (index: number) => table.rows.slice(shape.rows.from - 1, shape.rows.to).map((row) => row[index]);
  const sure = numeric.find(({ numbers }) => numbers!.confidence === 'certain' && numbers!.reason === 'evidence')?.numbers!.format;
  const neighbours = numeric.filter(({ numbers }) => numbers!.reason === 'noSeparators' || numbers!.reason === 'typed').flatMap(({ index }) => valuesIn(cellsOf(index), { decimal: ',', thousands: '' })).slice(0, 5_000);
  const read = numeric.map((column): NumbersOf => {
    const cells = cellsOf(column.index);
    const open = column.numbers!.confidence !== 'certain' || column.numbers!.reason === 'noSeparators';
    const numbers = open ? columnNumberFormat(cells, { sameTable: sure, neighbours }) : column.numbers!;
    const sentinels = new Set(column.sentinels.map(Number));
    return { column, numbers, values: valuesIn(cells, numbers.format).filter((value) => !sentinels.has(value)) };
  });
  const classes = read.filter(({ column, values }) => CLASS_HEADER.test(column.header) && values.length >= 5 && values.every((value) => Number.isInteger(value) && value >= 0 && value < 100) && new Set(values).size <= 12);
  const figures = read.filter((one) => !classes.includes(one) && one.values.length > 0);
  const written = figures.filter(({ numbers }) => numbers.reason !== 'typed' && numbers.reason !== 'noNumbers' && numbers.reason !== 'noSeparators');
  const formats = new Set(written.map(({ numbers }) => JSON.stringify(numbers.format)));
  return { figures, classes: classes.map(({ column }) => column), common: formats.size === 1 ? written[0]!.numbers.format : undefined };
}

function valuesIn(cells: readonly (string | number | undefined)[], format: NumberFormat): number[] {
  return cells.flatMap((cell) => {
    if (typeof cell === 'number') return [cell];
    const reading = cell === undefined ? undefined : readNumber(cell, format);
    return reading?.kind === 'number' ? [reading.value] : [];
  });
}
