import { ageChain, ageRangeOf, namedAges } from '#app/domain/source/age-words.ts';
import { plainText, type TableColumn } from '#app/domain/source/columns.ts';
import type { RawCell } from '#app/domain/source/source-parts.ts';
import type { Recipe } from '#app/exchange/import/recipe/recipe-schema.ts';
import type { ImportPreview } from '#app/jobs/import-contract.ts';
import { sourceColumns, type BenchSource } from '../../state/bench-sources.ts';

export type AreaColumn = Recipe['publishedClasses'][number]['area'];
export type AgeGroup = NonNullable<Recipe['population']>['ageGroups'][number];
export type Header = [number, number];
type Rows = readonly (readonly RawCell[])[];

const TOP_ROWS = 12;

/** The header under which a wanted thing is found, one or two rows among the first; otherwise the first of the fullest rows. */
export function headerOf(source: BenchSource, wanted: (columns: readonly TableColumn[]) => boolean): Header {
  if (source.fields !== undefined) return [1, 1];
  const rows = source.rows.slice(0, TOP_ROWS);
  for (const more of [0, 1]) {
    const found = rows.findIndex((_, row) => row + more < rows.length && wanted(sourceColumns(source, [row + 1, row + 1 + more])));
    if (found >= 0) return [found + 1, found + 1 + more];
  }
  const filled = rows.map((row) => row.filter((cell) => plainText(cell) !== '').length);
  const fullest = Math.max(1, filled.indexOf(Math.max(...filled)) + 1);
  return [fullest, fullest];
}

/** Age groups that the headers name, following each other from 0 without a gap; empty when they do not. */
export const ageGroupsIn = (columns: readonly TableColumn[]): readonly AgeGroup[] =>
  (
    ageChain(
      columns.flatMap((item) => {
        const ages = ageRangeOf(item.header);
        return ages === undefined ? [] : [{ item, ages }];
      }),
    ) ?? []
  ).map(({ item, from, to }) => ({ ...namedAges(from, to), column: item.reference }));

/**
 * The column that names areas of the city, by comparing its texts with the areas as last built, and how well it fits (share of its texts, 0 to 1). While nothing is
 * built, or nothing fits, the first column and the finest level stand for it, with 0.
 */
export function areaColumnOf(columns: readonly TableColumn[], rows: Rows, levels: Recipe['levels'], areas: ImportPreview['areas']): { readonly area: AreaColumn; readonly fit: number } {
  const rest = { prefix: '', assign: {}, ignore: [] };
  let best: { area: AreaColumn; fit: number } = { area: { column: columns[0]?.reference ?? '@A', level: levels.at(-1)?.id ?? '', by: 'key', ...rest }, fit: 0 };
  for (const column of columns) {
    const texts = [...new Set(rows.map((row) => plainText(row[column.index])))].filter((text) => text !== '');
    if (texts.length === 0) continue;
    for (const level of levels) {
      const own = areas.filter((area) => area.level === level.id);
      const keys = new Set(own.map(({ id }) => id));
      const names = new Set(own.map(({ name }) => name.toLowerCase()));
      const digits = new Set(own.map(({ id }) => id.length)).size === 1 ? own[0]?.id.length : undefined;
      const share = (fits: (text: string) => boolean) => texts.filter(fits).length / texts.length;
      const ways: readonly (readonly [number, AreaColumn])[] = [
        [share((text) => keys.has(text)), { column: column.reference, level: level.id, by: 'key', ...rest }],
        ...(digits === undefined ? [] : [[share((text) => keys.has(text.padStart(digits, '0'))), { column: column.reference, level: level.id, by: 'key', ...rest, digits }] as const]),
        [share((text) => names.has(text.toLowerCase())), { column: column.reference, level: level.id, by: 'name', ...rest }],
      ];
      for (const [fit, area] of ways) if (fit > best.fit) best = { area, fit };
    }
  }
  return best;
}

/** A column whose texts are keys of the European grid, such as "CRS3035RES100mN2691700E4341100". */
export const gridColumnOf = (columns: readonly TableColumn[], rows: Rows): string | undefined =>
  columns.find(({ index }) => {
    const texts = rows.map((row) => plainText(row[index])).filter((text) => text !== '');
    return texts.length > 0 && texts.every((text) => /^(?:CRS3035RES)?\d+k?mN\d+E\d+$/i.test(text));
  })?.reference;

/** Columns of easting and northing by their headers. */
export function coordinateColumnsOf(columns: readonly TableColumn[]): { readonly x: string; readonly y: string } | undefined {
  const find = (pattern: RegExp) => columns.find(({ header }) => pattern.test(header))?.reference;
  const x = find(/rechtswert|^ost|east|^x(?:$|[^a-z])|^lon|länge/i);
  const y = find(/hochwert|^nord|north|^y(?:$|[^a-z])|^lat|breite/i);
  return x === undefined || y === undefined ? undefined : { x, y };
}

/** The last day of the year that the file's name or the edition speaks of. */
export function dayOf(path: string, edition: string): string | undefined {
  const year = /(?:^|\D)((?:19|20)\d\d)(?!\d)/.exec(path.replace(/^.*\//, ''))?.[1] ?? /(?:19|20)\d\d/.exec(edition)?.[0];
  return year === undefined ? undefined : `${year}-12-31`;
}
