import type { TableColumn } from '#app/domain/source/columns.ts';
import type { NumberFormat, RecipeTable } from '#app/exchange/import/recipe/recipe-schema.ts';

export type ColumnRole = 'area' | 'date' | 'indicator' | 'value' | 'ignored';
export type RoleOf = { readonly role: ColumnRole; /** Place in `values` of the table. */ readonly value: number | undefined };

/** What a column is in the recipe's reading of the table. */
export function roleOf(table: RecipeTable, column: TableColumn): RoleOf {
  if ('column' in table.area && names(table.area.column, column)) return { role: 'area', value: undefined };
  if (table.date !== undefined && 'column' in table.date && names(table.date.column, column)) return { role: 'date', value: undefined };
  if (table.indicator?.column !== undefined && names(table.indicator.column, column)) return { role: 'indicator', value: undefined };
  const value = table.values.findIndex((entry) => names(entry.column, column));
  return value < 0 ? { role: 'ignored', value: undefined } : { role: 'value', value };
}

/** Whether a name of the recipe means this column: by header, by letter, or by a pattern with braces. */
export function names(reference: string, column: TableColumn): boolean {
  if (reference === column.reference || reference === `@${column.letter}`) return true;
  return reference.includes('{') && patternOf(reference).test(column.header);
}

function patternOf(reference: string): RegExp {
  const parts = reference.split(/(\{(?:year|day|area|indicator)\})/).map((part) => {
    switch (part) {
      case '{year}':
        return '(?:19|20)\\d\\d';
      case '{day}':
        return '[\\d.\\-/]{6,10}';
      case '{area}':
      case '{indicator}':
        return '.+';
      default:
        return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    }
  });
  return new RegExp(`^${parts.join('')}$`, 'u');
}

/** The table with another reading of one column. What the column was before is given up. */
export function withRole(table: RecipeTable, column: TableColumn, role: ColumnRole, indicator: string | undefined): RecipeTable {
  const former = roleOf(table, column);
  const values = former.role === 'value' ? table.values.filter((_, place) => place !== former.value) : table.values;
  const { date, indicator: byRow, ...rest } = table;
  const kept: RecipeTable = {
    ...rest,
    values,
    ...(date === undefined || former.role === 'date' ? {} : { date }),
    ...(byRow === undefined || former.role === 'indicator' ? {} : { indicator: byRow }),
  };
  switch (role) {
    case 'ignored':
      return former.role === 'area' ? { ...kept, area: { city: true } } : kept;
    case 'date':
      return { ...kept, date: { column: column.reference, form: 'year' } };
    case 'indicator':
      return { ...kept, indicator: { column: column.reference, assign: table.indicator?.assign ?? {} } };
    case 'value':
      return { ...kept, values: [...values, { column: column.reference, part: 'value', ...(indicator === undefined ? {} : { indicator }) }] };
    case 'area':
      return { ...kept, area: 'column' in table.area ? { ...table.area, column: column.reference } : { column: column.reference, level: '', by: 'key', prefix: '', assign: {}, ignore: [], city: [], otherAreas: 'refuse' } };
  }
}

/** Ways of writing numbers, with the example that the list shows. */
export const NUMBER_FORMATS: readonly { readonly id: string; readonly format: NumberFormat; readonly example: string }[] = [
  { id: 'german', format: { decimal: ',', thousands: '.' }, example: '1.234,5' },
  { id: 'germanPlain', format: { decimal: ',', thousands: '' }, example: '1234,5' },
  { id: 'germanSpace', format: { decimal: ',', thousands: ' ' }, example: '1 234,5' },
  { id: 'english', format: { decimal: '.', thousands: ',' }, example: '1,234.5' },
  { id: 'englishPlain', format: { decimal: '.', thousands: '' }, example: '1234.5' },
  { id: 'swiss', format: { decimal: '.', thousands: "'" }, example: "1'234.5" },
];

export const formatId = (format: NumberFormat | undefined): string | undefined => NUMBER_FORMATS.find(({ format: { decimal, thousands } }) => format !== undefined && decimal === format.decimal && thousands === format.thousands)?.id;

/** How a text reads under a format; undefined when it is no number under it. */
export function readAs(text: string, { decimal, thousands }: NumberFormat): number | undefined {
  const grouped = thousands === '' ? '' : `(?:[${thousands === '.' ? '\\.' : thousands}]\\d{3})*`;
  const shape = new RegExp(`^[+\\-−]?\\d+${grouped}(?:${decimal === '.' ? '\\.' : ','}\\d+)?$`);
  const bare = text.trim().replace(/[\u00a0\u202f]/g, ' ');
  if (!shape.test(bare)) return undefined;
  const plain = (thousands === '' ? bare : bare.replaceAll(thousands, '')).replace('−', '-').replace(decimal, '.');
  return Number(plain);
}

/** Texts of a column that are no number under the format, each once, in their order; numbers in round brackets are numbers. */
export function signsIn(rows: readonly (readonly (string | number | undefined)[])[], column: number, from: number, format: NumberFormat): readonly string[] {
  const signs = new Set<string>();
  for (const row of rows.slice(from)) {
    const cell = row[column];
    if (typeof cell !== 'string') continue;
    const text = cell.trim();
    if (text !== '' && readAs(text.replace(/^\((.*)\)$/, '$1'), format) === undefined) signs.add(text);
  }
  return [...signs].slice(0, 24);
}
