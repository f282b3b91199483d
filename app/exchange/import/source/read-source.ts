import type { Problem } from '#shared/problem.ts';
import type { Result } from '#shared/result.ts';
import { failure } from '#shared/result.ts';
import { geojsonReader } from './geojson/geojson-reader.ts';
import { dbfReader } from './shapefile/dbf-reader.ts';
import { shapefileReader } from './shapefile/shapefile-reader.ts';
import type { ImportFile, ReadOptions, SourceContent } from './source.ts';
import { BUDGET } from './source.ts';
import { OSM_READERS } from './osm/osm-readers.ts';
import type { SourceReader } from './source-reader.ts';
import { csvReader } from './text/read-csv.ts';
import { workbookReader } from './workbook/read-workbook.ts';

/** Readers of this room, the most particular first. GeoPackages need a database and are handed in by the job. */
export const SOURCE_READERS: readonly SourceReader[] = [
  ...OSM_READERS,
  shapefileReader,
  dbfReader,
  geojsonReader,
  workbookReader,
  csvReader,
];

/** Reads a file with the first reader that recognises it. */
export async function readSource(
  file: ImportFile,
  beside: readonly ImportFile[],
  options: ReadOptions,
  readers: readonly SourceReader[] = SOURCE_READERS,
): Promise<Result<SourceContent, Problem>> {
  if (file.bytes.byteLength === 0) return failure({ code: 'import.empty', details: { file: file.name } });
  if (file.bytes.byteLength > BUDGET.fileBytes) {
    return failure({ code: 'import.tooBig', details: { file: file.name, what: 'MB', amount: Math.round(file.bytes.byteLength / 1e6), limit: Math.round(BUDGET.fileBytes / 1e6) } });
  }
  const reader = readers.find((candidate) => candidate.recognises(file, beside));
  return reader === undefined ? failure({ code: 'import.unknownFormat', details: { file: file.name } }) : reader.read(file, beside, options);
}
