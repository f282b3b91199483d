import { splitByKind } from '#app/domain/source/split-by-kind.ts';
import type { Problem } from '#shared/problem.ts';
import type { Result } from '#shared/result.ts';
import { failure, success } from '#shared/result.ts';
import { parseJson } from '../json/parse-json.ts';
import { kommonitorContent } from '../kommonitor/kommonitor-tables.ts';
import type { DeclaredCrs, ImportFile, ReadOptions, SourceContent, SourceRemark } from '../source.ts';
import { BUDGET } from '../source.ts';
import type { SourceReader } from '../source-reader.ts';
import { decodeText } from '../text/decode-text.ts';
import { guardedGunzip } from '../zip/guarded-gunzip.ts';
import { featuresFrom, isGeometryType } from './features-from.ts';
import { geojsonCrs } from './geojson-crs.ts';

const NAMES = /\.(geojson|json|topojson|geojsonl|geojsons|ndjson|jsonl)(\.gz)?$/i;

/**
 * GeoJSON (RFC 7946 and the format of 2008 with `crs`): a collection, one feature, one geometry, or one of them per line; also gzipped. Mixed kinds of
 * geometry become a layer each. JSON that is none of these may be the metadata of KomMonitor, which become tables.
 */
export const geojsonReader: SourceReader = {
  format: 'geojson',
  recognises: (file) => NAMES.test(file.name) || beginsWithObject(file.bytes),
  read: (file, _beside, options) => Promise.resolve(readGeojson(file, options)),
};

/** A brace and a quoted name behind it, perhaps in a list, in any Unicode form: no table begins like this. */
function beginsWithObject(bytes: Uint8Array): boolean {
  const start = Array.from(bytes.subarray(0, 64)).filter((byte) => byte !== 0 && byte !== 0xef && byte !== 0xbb && byte !== 0xbf && byte !== 0xfe && byte !== 0xff);
  return /^\s*\[?\s*\{\s*"/.test(String.fromCharCode(...start));
}

function readGeojson(file: ImportFile, options: ReadOptions): Result<SourceContent, Problem> {
  const unpacked = file.bytes[0] === 0x1f && file.bytes[1] === 0x8b ? guardedGunzip(file) : success(file.bytes);
  if (!unpacked.ok) return unpacked;
  if (unpacked.value.length > BUDGET.entryBytes) return tooBig(file, 'MB', Math.round(unpacked.value.length / 1e6), Math.round(BUDGET.entryBytes / 1e6));
  const decoded = decodeText(unpacked.value, options.encoding);
  if (decoded === undefined) return damaged(file, { fault: 'unknownEncoding', encoding: options.encoding ?? '' });
  if (decoded.text.trim() === '') return failure({ code: 'import.empty', details: { file: file.name } });
  const values = parseJson(decoded.text);
  if ('fault' in values) return damaged(file, values);
  const roots = values.map(rootOf);
  if (roots.some((root) => root.kind === 'topology')) return damaged(file, { fault: 'topojson' });
  if (roots.some((root) => root.kind === 'other') || (roots.length > 1 && roots.some((root) => root.kind === 'collection'))) {
    return kommonitorContent(values, file, decoded.decoding) ?? failure({ code: 'import.unknownFormat', details: { file: file.name } });
  }
  const [first] = roots;
  const read = featuresFrom(roots.flatMap((root) => (root.kind === 'collection' ? root.features : root.kind === 'single' ? [root.value] : [])));
  if ('fault' in read) return read.fault === 'tooMany' ? tooBig(file, read.what, read.amount, read.limit) : damaged(file, read);
  const declared: DeclaredCrs = first?.kind === 'collection' || first?.kind === 'single' ? first.crs : { kind: 'missing' };
  const crs: DeclaredCrs = options.crs === undefined ? declared : { kind: 'known', code: options.crs, from: 'choice' };
  const name = (first?.kind === 'collection' ? first.name : undefined) ?? baseName(file.name);
  const foreign: readonly SourceRemark[] = decoded.strays === 0 ? [] : [{ code: 'foreignBytes', details: { amount: decoded.strays, encoding: decoded.decoding.encoding } }];
  const layers = splitByKind({ name, crs, fields: read.fields, features: read.features });
  return success({ kind: 'layers', layers, decoding: decoded.decoding, remarks: [...foreign, ...read.remarks] });
}

type Root =
  | { readonly kind: 'collection'; readonly features: readonly unknown[]; readonly name: string | undefined; readonly crs: DeclaredCrs }
  | { readonly kind: 'single'; readonly value: object; readonly crs: DeclaredCrs }
  | { readonly kind: 'topology' | 'other' };

function rootOf(value: unknown): Root {
  if (typeof value !== 'object' || value === null) return { kind: 'other' };
  const { type, features, name } = value as { readonly type?: unknown; readonly features?: unknown; readonly name?: unknown };
  if (type === 'FeatureCollection' && Array.isArray(features)) {
    return { kind: 'collection', features: features as readonly unknown[], name: typeof name === 'string' && name !== '' ? name : undefined, crs: geojsonCrs(value) };
  }
  if (type === 'Feature' || isGeometryType(type)) return { kind: 'single', value, crs: geojsonCrs(value) };
  return { kind: type === 'Topology' ? 'topology' : 'other' };
}

export const baseName = (name: string): string => name.replace(/^.*[/\\]/, '').replace(/\.gz$/i, '').replace(/\.[^.]+$/, '');

const damaged = (file: ImportFile, details: Readonly<Record<string, string | number>>) => failure<Problem>({ code: 'import.damaged', details: { file: file.name, ...details } });
const tooBig = (file: ImportFile, what: string, amount: number, limit: number) => failure<Problem>({ code: 'import.tooBig', details: { file: file.name, what, amount, limit } });
