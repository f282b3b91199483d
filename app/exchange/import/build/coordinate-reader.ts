import { isKnownCrs, transformation } from '#app/domain/geometry/crs.ts';
import type { KnownCrs } from '#app/domain/geometry/crs.ts';
import type { Coordinate } from '#app/domain/geometry/shapes.ts';
import { columnNumberFormat } from '../recognise/column-number-format.ts';
import { plainText } from '#app/domain/source/columns.ts';
import { readNumber } from '../recognise/numbers.ts';
import type { NumberFormat } from '../recipe/recipe-schema.ts';
import type { RawCell } from '../source/source.ts';
import type { PlacingContext } from './build-context.ts';
import { columnIndex } from './rows.ts';
import type { Place, RowSource, SourceRow } from './rows.ts';

/** Reads two columns of coordinates in `crs` as metres of the city's system; undefined where one is missing. */
export function coordinateReader(source: RowSource, columns: { readonly x: string; readonly y: string; readonly crs: string; readonly numbers?: NumberFormat | undefined }, context: PlacingContext, place: Place): ((row: SourceRow) => Coordinate | undefined) | undefined {
  const [x, y] = [columnIndex(source, columns.x, context, place), columnIndex(source, columns.y, context, place)];
  if (x === undefined || y === undefined || !isKnownCrs(columns.crs)) return undefined;
  const toCity = transformation(columns.crs, context.crs);
  const read = [x, y].map((index) => numberIn(source.rows.map(({ cells }) => cells[index]), columns.crs as KnownCrs, columns.numbers));
  return ({ cells }) => {
    const [east, north] = [read[0]!(cells[x]), read[1]!(cells[y])];
    if (east === undefined || north === undefined || (east === 0 && north === 0)) return undefined;
    const at = toCity([east, north]);
    return at.every(Number.isFinite) ? at : undefined;
  };
}

const DEGREES: readonly string[] = ['EPSG:4326', 'EPSG:4258', 'EPSG:4314'];

/** Coordinates are never 1.234: degrees have one decimal sign however many digits follow, metres are larger than a thousand. */
function numberIn(cells: readonly RawCell[], crs: KnownCrs, given: NumberFormat | undefined): (raw: RawCell) => number | undefined {
  const texts = cells.filter((cell): cell is string => typeof cell === 'string');
  const decimal = texts.some((text) => text.includes(',')) && !texts.some((text) => /,\d{3}[.]/.test(text)) ? ',' : '.';
  const format: NumberFormat = given ?? (DEGREES.includes(crs) ? { decimal, thousands: '' } : columnNumberFormat(cells).format);
  return (raw) => {
    if (typeof raw === 'number') return raw;
    const reading = readNumber(plainText(raw), format);
    return reading.kind === 'number' ? reading.value : undefined;
  };
}
