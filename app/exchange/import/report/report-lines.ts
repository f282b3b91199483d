import type { CellMark } from '#shared/cell.ts';
import { isMessageKey } from '#shared/i18n/translator.ts';
import type { Translate } from '#shared/i18n/translator.ts';
import type { ImportReport, ReportEntry, ReportPart } from './import-report.ts';

/** The order in which an import works, and a report is read. */
export const REPORT_PARTS: readonly ReportPart[] = ['files', 'areas', 'tables', 'indicators', 'classes', 'institutions', 'population', 'streets', 'context'];

/** The sentence of an entry; a code without words is shown as it is. */
export function entrySentence({ code, details }: ReportEntry, translate: Translate): string {
  const key = `importReport.${code}`;
  return isMessageKey(key) ? translate(key, details) : code;
}

/** How often each mark was read, over all tables. */
export function cellsByMark(report: ImportReport): Readonly<Partial<Record<CellMark, number>>> {
  const sums: Partial<Record<CellMark, number>> = {};
  for (const { cells } of report.tables) for (const [mark, count] of Object.entries(cells) as [CellMark, number][]) sums[mark] = (sums[mark] ?? 0) + count;
  return sums;
}

/** A report as lines of text: what was read, then errors, warnings and decisions by part. Lists are cut after `most` names; the JSON has them all. */
export function reportLines(report: ImportReport, translate: Translate, most = 10): readonly string[] {
  return [...countLines(report, translate), ...(['error', 'warning', 'decision'] as const).flatMap((level) => levelLines(report, level, translate, most))];
}

function countLines(report: ImportReport, translate: Translate): readonly string[] {
  const cells = Object.entries(cellsByMark(report)).map(([mark, count]) => `${translate(`importRecipe.mark.${mark as CellMark}`)} ${count}`);
  const unmatched = report.tables.reduce((sum, table) => sum + table.unmatchedRows.length, 0);
  return [
    translate('importRecipe.cli.files', { count: report.files.length }),
    translate('importRecipe.cli.areas', { list: report.areas.map(({ level, count }) => `${level} ${count}`).join(', ') }),
    ...report.tables.map((table) =>
      translate('importRecipe.cli.table', {
        table: table.id,
        rows: table.rows,
        cells: Object.entries(table.cells).map(([mark, count]) => `${translate(`importRecipe.mark.${mark as CellMark}`)} ${count}`).join(', '),
        unmatchedRows: table.unmatchedRows.length,
        unmatchedAreas: table.unmatchedAreas.length,
      })),
    translate('importRecipe.cli.cells', { list: cells.join(', '), unmatched }),
    ...report.institutions.map(({ source, rows, kept, byPlacement }) =>
      translate('importRecipe.cli.institutions', { source, rows, kept, list: Object.entries(byPlacement).map(([placement, count]) => `${placement} ${count}`).join(', ') })),
  ];
}

function levelLines(report: ImportReport, level: ReportEntry['level'], translate: Translate, most: number): readonly string[] {
  const entries = report.entries.filter((entry) => entry.level === level).sort((a, b) => REPORT_PARTS.indexOf(a.part) - REPORT_PARTS.indexOf(b.part));
  if (entries.length === 0) return [];
  return ['', translate(`importRecipe.cli.${level}`, { count: entries.length }), ...entries.flatMap((entry) => entryLines(entry, translate, most))];
}

function entryLines(entry: ReportEntry, translate: Translate, most: number): readonly string[] {
  const list = entry.list ?? [];
  const more = list.length > most ? [`      ${translate('importRecipe.cli.more', { count: list.length - most })}`] : [];
  return [`  ${entry.subject}: ${entrySentence(entry, translate)}`, ...list.slice(0, most).map((name) => `      ${name}`), ...more];
}
