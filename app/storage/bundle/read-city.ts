import type { City } from '#app/domain/city/city.ts';
import type { SqlDatabase } from '../sqlite/sqlite.ts';
import { readAddresses } from './tables/address.ts';
import { readAreas, readLevels } from './tables/area.ts';
import { readContext } from './tables/context.ts';
import { readImportRecord } from './tables/import-record.ts';
import { readIndicators, readPublishedClasses, readReferenceValues, readTopics, readValues } from './tables/indicator.ts';
import { readCategories, readInstitutions, readSources, readTargetGroups } from './tables/institution.ts';
import { manifestFrom, srsOf } from './tables/manifest.ts';
import { readPopulation } from './tables/population.ts';
import { readStreets } from './tables/streets.ts';

/** All tables of the present version as a city, in the order of the rows. Throws RowFault at the first row that does not fit. */
export function readCity(database: SqlDatabase, entries: ReadonlyMap<string, string>): City {
  const manifest = manifestFrom(entries);
  const srs = srsOf(manifest.crs);
  return {
    manifest,
    levels: readLevels(database),
    areas: readAreas(database, srs),
    topics: readTopics(database),
    indicators: readIndicators(database),
    values: readValues(database),
    referenceValues: readReferenceValues(database),
    publishedClasses: readPublishedClasses(database),
    categories: readCategories(database),
    targetGroups: readTargetGroups(database),
    institutions: readInstitutions(database, srs),
    population: readPopulation(database, entries, srs),
    streets: readStreets(database, srs),
    context: readContext(database, srs),
    addresses: readAddresses(database, srs),
    sources: readSources(database),
    ...readImportRecord(database),
  };
}
