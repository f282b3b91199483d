import type { Manifest, ProjectedCrs } from '#app/domain/city/city.ts';
import { asId } from '#shared/ids.ts';
import { isMoment, key, text } from '../column.ts';
import { RowFault } from '../row-fault.ts';
import { defineTable } from '../table.ts';

/** What this file is, as pairs of key and value; every key is written once. */
export const manifestTable = defineTable({
  name: 'qw_manifest',
  title: 'Stadtbündel: Angaben zur Ausgabe und Prüfsummen',
  key: ['key'],
  columns: { key: key(), value: text() },
});

/** Prefix of the keys that hold the SHA-256 of a table. */
export const HASH_PREFIX = 'sha256:';
/** SHA-256 over the hashes of all tables and over the keys of the manifest that are no hashes. */
export const CONTENT_HASH = 'content_hash';
export const POPULATION_DATE = 'population_date';
export const POPULATION_CELL_SIZE = 'population_cell_size';
export const SCHEMA_VERSION = 'schema_version';
export const CRS = 'crs';

/** Keys of the manifest that describe the edition; the manual explains each. */
export const MANIFEST_KEYS = [
  'bundle_id', 'city', 'ags', 'edition', 'title', 'licence', 'producer', 'created', SCHEMA_VERSION, CRS, 'demo',
] as const;

const DIRECTLY_KNOWN: Readonly<Record<ProjectedCrs, number>> = { 'EPSG:25832': 25832, 'EPSG:25833': 25833 };
export const srsOf = (crs: ProjectedCrs): number => DIRECTLY_KNOWN[crs];
const isProjectedCrs = (value: string): value is ProjectedCrs => Object.hasOwn(DIRECTLY_KNOWN, value);

export function manifestEntries(manifest: Manifest, schemaVersion: number): [string, string][] {
  return [
    ['bundle_id', manifest.bundleId],
    ['city', manifest.city],
    ['ags', manifest.ags],
    ['edition', manifest.edition],
    ['title', manifest.title],
    ['licence', manifest.licence],
    ['producer', manifest.producer],
    ['created', manifest.created],
    [SCHEMA_VERSION, String(schemaVersion)],
    [CRS, manifest.crs],
    ['demo', manifest.demo ? 'yes' : 'no'],
  ];
}

export function manifestFrom(entries: ReadonlyMap<string, string>): Manifest {
  const wanted = (name: string): string => {
    const value = entries.get(name);
    if (value === undefined) throw new RowFault(manifestTable.name, `key ${name}`, 'value', 'is missing');
    return value;
  };
  const crs = wanted(CRS);
  if (!isProjectedCrs(crs)) throw new RowFault(manifestTable.name, `key ${CRS}`, 'value', 'not a system of this format');
  const created = wanted('created');
  if (!isMoment(created)) throw new RowFault(manifestTable.name, 'key created', 'value', 'not a date and time');
  return {
    bundleId: asId(wanted('bundle_id')),
    city: wanted('city'),
    ags: wanted('ags'),
    edition: wanted('edition'),
    title: wanted('title'),
    licence: wanted('licence'),
    producer: wanted('producer'),
    created,
    schemaVersion: Number(wanted(SCHEMA_VERSION)),
    crs,
    demo: wanted('demo') === 'yes',
    contentHash: wanted(CONTENT_HASH),
  };
}
