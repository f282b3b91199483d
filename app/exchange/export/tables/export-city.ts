import type { City } from '#app/domain/city/city.ts';
import { translator } from '#shared/i18n/translator.ts';
import type { Language } from '#shared/localized.ts';
import { recipeSchema } from '#app/exchange/import/recipe/recipe-schema.ts';
import { writeRecipe } from '#app/exchange/import/recipe/write-recipe.ts';
import { cityRecipe, RECIPE_FILE } from './city-recipe.ts';
import { cityTables } from './city-tables.ts';
import type { ExportMode } from './export-table.ts';
import { readMe } from './read-me.ts';
import { shapesFile, shapeTables } from './shape-tables.ts';
import { tablesWorkbook } from './tables-workbook.ts';
import { writeCsv } from './write-csv.ts';
import { writeGeoJson } from './write-geojson.ts';

export type TablesFormat = 'csv' | 'xlsx' | 'geojson';
/** A file of a folder; `path` is a plain name of our own, never one out of the data. */
/** How many of the files are written; they differ in size. */
export type OnFile = (done: number, total: number) => void;
export type ExportedFile = { readonly path: string; readonly bytes: Uint8Array };

/**
 * A city for people without the program. `csv`: a file per table; `geojson`: a file per table with places; both with `LIESMICH.txt`. `xlsx`: one workbook. The same
 * city gives the same bytes.
 *
 * The copy as CSV holds a recipe that makes the same city again of the files beside it.
 */
export async function exportCity(city: City, format: TablesFormat, mode: ExportMode, language: Language, onFile: OnFile = () => undefined): Promise<readonly ExportedFile[]> {
  const t = translator(language);
  const tables = cityTables(city, mode);
  const { manifest } = city;
  switch (format) {
    case 'xlsx':
      return [{ path: 'tabellen.xlsx', bytes: await tablesWorkbook(city, tables, mode, language, t) }];
    case 'csv': {
      const plain = tables.map((table) => ({ path: `${table.name}.csv`, about: t(`editions.table.${table.name}`), bytes: () => writeCsv(table) }));
      const toBuildAgain = mode === 'public'
        ? []
        : [
            ...shapeTables(tables).map((table) => ({ path: shapesFile(table.name), about: t('editions.readMe.shapes', { table: t(`editions.table.${table.name}`) }), bytes: () => writeCsv(table) })),
            { path: RECIPE_FILE, about: t('editions.readMe.recipe'), bytes: () => writeRecipe(recipeSchema.parse(cityRecipe(city))) },
          ];
      return folderOf([...plain, ...toBuildAgain]);
    }
    case 'geojson': {
      const origin = { title: manifest.title, source: manifest.producer, licence: manifest.licence, edition: manifest.edition };
      return folderOf(
        tables
          .filter(({ shapes }) => shapes !== undefined)
          .map((table) => ({ path: `${table.name}.geojson`, about: t(`editions.table.${table.name}`), bytes: () => writeGeoJson(table, manifest.crs, origin) })),
      );
    }
  }

  function folderOf(files: readonly { readonly path: string; readonly about: string; readonly bytes: () => Uint8Array }[]): readonly ExportedFile[] {
    const written = files.map(({ path, bytes }, index) => {
      onFile(index, files.length);
      return { path, bytes: bytes() };
    });
    return [...written, { path: READ_ME, bytes: readMe(city, mode, files, language, t) }];
  }
}

export const READ_ME = 'LIESMICH.txt';
