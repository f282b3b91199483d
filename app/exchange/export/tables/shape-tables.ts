import type { Coordinate, Ring } from '#app/domain/geometry/shapes.ts';
import type { ExportShape, ExportTable, TableName } from './export-table.ts';

/** Tables whose shapes no two columns of numbers can hold. */
const WITH_SHAPES: readonly TableName[] = ['area', 'area_residential', 'context'];
export const WKT_COLUMN = 'wkt';
export const shapesFile = (table: string): string => `${table}_wkt.csv`;

/**
 * The tables with their shapes as text (WKT, metres of the city's system, every digit), apart from the plain ones: a spreadsheet cannot hold a cell of more than 32,767 characters,
 * an outline has more.
 */
export const shapeTables = (tables: readonly ExportTable[]): readonly ExportTable[] =>
  tables
    .filter(({ name, shapes }) => shapes !== undefined && WITH_SHAPES.includes(name))
    .map((table) => ({ ...table, columns: [...table.columns, { name: WKT_COLUMN, kind: 'value' }], rows: table.rows.map((row, index) => [...row, wktOf(table.shapes?.[index])]) }));

function wktOf(shape: ExportShape | undefined): string {
  switch (shape?.type) {
    case undefined:
      return '';
    case 'point':
      return `POINT (${placeText(shape.at)})`;
    case 'line':
      return `LINESTRING ${lineText(shape.line)}`;
    case 'area':
      return shape.shape.length === 0 ? 'MULTIPOLYGON EMPTY' : `MULTIPOLYGON (${shape.shape.map((polygon) => `(${polygon.map(lineText).join(', ')})`).join(', ')})`;
  }
}

const lineText = (line: Ring): string => `(${line.map(placeText).join(', ')})`;
/** The shortest text that reads as the same number again; WKT knows exponents. */
const placeText = ([x, y]: Coordinate): string => `${x} ${y}`;
