import type { Translate } from '#shared/i18n/translator.ts';
import type { Language } from '#shared/localized.ts';
import type { City } from '#app/domain/city/city.ts';
import { notesSheet } from '../xlsx/notes-sheet.ts';
import type { Sheet, SheetCell } from '../xlsx/workbook.ts';
import { dateCell, keyCell, numberCell, textCell } from '../xlsx/workbook.ts';
import { writeWorkbook } from '../xlsx/write-workbook.ts';
import { withDaysAcross } from './days-across.ts';
import type { ExportCell, ExportColumn, ExportMode, ExportTable, TableName } from './export-table.ts';

/** Drawn things nobody reads as a table, and which would not fit: they are in CSV, GeoJSON and the GeoPackage. */
const NOT_IN_SHEETS: readonly TableName[] = ['area_residential', 'street_node', 'street_edge', 'context'];
/** Rows a sheet holds at most (1,048,576), without the header; longer tables go on in a second sheet. */
const ROWS = 1_000_000;

/** One workbook, a sheet for each table, and the notes: source, licence, signs. */
export function tablesWorkbook(city: City, tables: readonly ExportTable[], mode: ExportMode, language: Language, t: Translate): Promise<Uint8Array> {
  const { manifest } = city;
  const title = `${manifest.title} · ${manifest.edition}`;
  const shown = tables.filter(({ name }) => !NOT_IN_SHEETS.includes(name)).map(withDaysAcross);
  const left = tables.filter(({ name }) => NOT_IN_SHEETS.includes(name));
  return writeWorkbook({
    title,
    subject: t(`editions.mode.${mode}`),
    publisher: manifest.producer === '' ? t('paper.imprint.cityDefault', { city: manifest.city }) : manifest.producer,
    createdAt: manifest.created,
    sheets: [
      ...shown.flatMap((table) => sheetsOf(table, title, city, t)),
      notesSheet(city, language, manifest.created, t, [
        [t('editions.readMe.scope'), t(`editions.mode.${mode}`)],
        [t('editions.readMe.leftOut'), [...left.map(({ name }) => t(`editions.table.${name}`)), ...(mode === 'copy' ? [t('editions.readMe.counts')] : [])].join(', ')] as const,
      ]),
    ],
  });
}

function sheetsOf(table: ExportTable, title: string, city: City, t: Translate): readonly Sheet[] {
  const name = t(`editions.table.${table.name}`);
  return Array.from({ length: Math.max(1, Math.ceil(table.rows.length / ROWS)) }, (_, part): Sheet => ({
    name,
    title: `${name} · ${title}`,
    footer: t('paper.sheet.footer', { city: city.manifest.city, edition: city.manifest.edition }),
    pageWords: { page: t('paper.sheet.page'), of: t('paper.sheet.of') },
    columns: table.columns.map(({ name: column, kind }) => ({ title: column, width: kind === 'text' ? 24 : 13 })),
    rows: table.rows.slice(part * ROWS, (part + 1) * ROWS).map((row) => row.map((cell, index) => sheetCell(cell, table.columns[index]!))),
    filter: true,
    landscape: true,
  }));
}

function sheetCell(cell: ExportCell, { kind, precision }: ExportColumn): SheetCell {
  if (cell === undefined) return { kind: 'empty' };
  if (typeof cell === 'number') return numberCell(cell, precision ?? decimalsOf(cell));
  return kind === 'date' ? dateCell(cell) : kind === 'key' ? keyCell(cell) : textCell(cell);
}

/** As many decimals as the number has, up to six: a column of values mixes units. */
const decimalsOf = (value: number): number => Math.min(6, String(value).split('.')[1]?.length ?? 0);
