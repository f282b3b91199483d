import { crsFromWkt } from '#app/domain/geometry/crs-from-wkt.ts';
import { isShapefile, partNamed, READ_PARTS } from '#app/domain/source/shapefile-parts.ts';
import type { Problem } from '#shared/problem.ts';
import type { Result } from '#shared/result.ts';
import { failure, success } from '#shared/result.ts';
import type { DeclaredCrs, Decoding, ImportFile, RawCell, ReadOptions, SourceContent, SourceFeature, SourceLayer, SourceRemark } from '../source.ts';
import type { SourceReader } from '../source-reader.ts';
import { guardedUnzip, isIgnored, zipEntries } from '../zip/guarded-unzip.ts';
import { looksLikeZip } from '../zip/zip-directory.ts';
import type { DbfTable } from './read-dbf.ts';
import { readDbf } from './read-dbf.ts';
import { isShp, readShp } from './read-shp.ts';

/** The parts of one shapefile; the `.shp` alone is a layer without attributes and without coordinate system. */
export type ShapefileParts = { readonly name: string; readonly path: string; readonly shp: Uint8Array; readonly shx?: Uint8Array | undefined; readonly dbf?: Uint8Array | undefined; readonly prj?: Uint8Array | undefined; readonly cpg?: Uint8Array | undefined };

const PARTS = new RegExp(`\\.(?:shp|${READ_PARTS.join('|')})$`, 'i');

/** A shapefile by its `.shp`, the other parts beside it, or a zip with one or several. */
export const shapefileReader: SourceReader = {
  format: 'shapefile',
  // the index file begins with the same bytes
  recognises: (file) => isShapefile(file.name) || (isShp(file.bytes) && !/\.shx$/i.test(file.name)) || holdsShp(file),
  read: (file, beside, options) => Promise.resolve(looksLikeZip(file.bytes) ? readZip(file, options) : readParts(file, beside, options)),
};

/** An archive that cannot be listed is taken too, so that its fault is named. */
function holdsShp(file: ImportFile): boolean {
  if (!looksLikeZip(file.bytes)) return false;
  const entries = zipEntries(file);
  return entries.ok ? entries.value.some(({ name }) => isShapefile(name) && !isIgnored(name)) : /\.zip$/i.test(file.name);
}

function readZip(file: ImportFile, options: ReadOptions): Result<SourceContent, Problem> {
  const entries = guardedUnzip(file, (name) => PARTS.test(name));
  if (!entries.ok) return entries;
  const files = [...entries.value].map(([name, bytes]): ImportFile => ({ name, bytes }));
  const found = files.filter(({ name }) => isShapefile(name)).map((shp) => partsOf(shp, files));
  const isTwice = (name: string) => found.filter((other) => other.name === name).length > 1;
  return readAll(file, found.map((parts) => (isTwice(parts.name) ? { ...parts, name: parts.path } : parts)), options);
}

const readParts = (file: ImportFile, beside: readonly ImportFile[], options: ReadOptions): Result<SourceContent, Problem> => readAll(file, [partsOf(file, beside)], options);

function partsOf(shp: ImportFile, files: readonly ImportFile[]): ShapefileParts {
  const stem = shp.name.replace(/\.[^.]*$/, '');
  const names = files.map(({ name }) => name);
  const part = (ending: (typeof READ_PARTS)[number]) => {
    const found = partNamed(shp.name, ending, names);
    return files.find(({ name }) => name === found)?.bytes;
  };
  return { name: stem.replace(/^.*[/\\]/, ''), path: stem, shp: shp.bytes, shx: part('shx'), dbf: part('dbf'), prj: part('prj'), cpg: part('cpg') };
}

function readAll(file: ImportFile, shapefiles: readonly ShapefileParts[], options: ReadOptions): Result<SourceContent, Problem> {
  const layers: SourceLayer[] = [];
  const remarks: SourceRemark[] = [];
  let decoding: Decoding | undefined;
  for (const parts of shapefiles) {
    const read = readShapefile(parts, options);
    if (!read.ok) {
      const { fault, ...details } = read.failure;
      const name = shapefiles.length > 1 ? `${file.name}: ${parts.name}` : file.name;
      return failure(fault === 'tooMany' ? { code: 'import.tooBig', details: { file: name, ...details } } : { code: 'import.damaged', details: { file: name, fault, ...details } });
    }
    layers.push(read.value.layer);
    remarks.push(...read.value.remarks.map((remark) => (shapefiles.length > 1 ? { ...remark, details: { ...remark.details, layer: parts.name } } : remark)));
    // what was guessed is what the planner has to look at
    if (read.value.decoding !== undefined && (decoding === undefined || read.value.decoding.guessed)) decoding = read.value.decoding;
  }
  return success({ kind: 'layers', layers, remarks, ...(decoding === undefined ? {} : { decoding }) });
}

type Fault = { readonly fault: string } & Readonly<Record<string, string | number>>;
export type ReadShapefile = { readonly layer: SourceLayer; readonly decoding: Decoding | undefined; readonly remarks: readonly SourceRemark[] };

/** One shapefile from its parts. Records that the attribute table calls deleted are left out and told, as every GIS does. */
export function readShapefile(parts: ShapefileParts, options: ReadOptions = {}): Result<ReadShapefile, Fault> {
  const cpg = parts.cpg === undefined ? undefined : new TextDecoder().decode(parts.cpg.subarray(0, 100));
  const dbf = parts.dbf === undefined ? undefined : readDbf(parts.dbf, { cpg, encoding: options.encoding });
  if (dbf !== undefined && 'fault' in dbf) return failure(dbf);
  const shapes = readShp(parts.shp, parts.shx, dbf?.records.length);
  if ('fault' in shapes) return failure(shapes);
  if (dbf !== undefined && dbf.records.length !== shapes.geometries.length) return failure({ fault: 'shpCount', shapes: shapes.geometries.length, records: dbf.records.length });
  const crs = crsOf(parts.prj, options);
  const remarks: SourceRemark[] = [
    ...(dbf === undefined ? [{ code: 'noAttributes' }] : dbf.remarks),
    ...(crs.kind === 'missing' ? [{ code: 'noCrs' }] : []),
    ...(shapes.indexIgnored ? [{ code: 'indexIgnored' }] : []),
    ...(shapes.leftOver > 0 ? [{ code: 'bytesLeftOver', details: { amount: shapes.leftOver } }] : []),
    ...(shapes.unreadable.length > 0 ? [{ code: 'unreadableGeometries', details: { amount: shapes.unreadable.length, first: shapes.unreadable[0]! } }] : []),
  ];
  const features = shapes.geometries.flatMap((geometry, i): SourceFeature[] => {
    const record = dbf?.records[i];
    return dbf !== undefined && record === undefined ? [] : [{ geometry, attributes: attributesOf(dbf, record) }];
  });
  return success({ layer: { name: parts.name, crs, fields: dbf?.fields ?? [], features }, decoding: dbf?.decoding, remarks });
}

const attributesOf = (dbf: DbfTable | undefined, record: readonly RawCell[] | undefined): ReadonlyMap<string, RawCell> =>
  new Map(dbf?.fields.map((name, i) => [name, record?.[i]]));

function crsOf(prj: Uint8Array | undefined, options: ReadOptions): DeclaredCrs {
  if (options.crs !== undefined) return { kind: 'known', code: options.crs, from: 'choice' };
  const text = prj === undefined ? '' : new TextDecoder().decode(prj.subarray(0, 20_000)).trim();
  if (text === '') return { kind: 'missing' };
  const code = crsFromWkt(text);
  return code === undefined ? { kind: 'unknown', text: text.slice(0, 200) } : { kind: 'known', code, from: 'prj' };
}
