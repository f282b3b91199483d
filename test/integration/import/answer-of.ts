import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { kindOf } from '#app/domain/source/split-by-kind.ts';
import { readSource, SOURCE_READERS } from '#app/exchange/import/source/read-source.ts';
import type { DeclaredCrs, ImportFile, SourceContent } from '#app/exchange/import/source/source.ts';
import type { SourceReader } from '#app/exchange/import/source/source-reader.ts';
import { geoPackageReader } from '#app/storage/foreign/geopackage-reader.ts';
import type { Problem } from '#shared/problem.ts';
import type { Result } from '#shared/result.ts';

/** The readers of a job: those of the import and the one that needs a database. */
export const ALL_READERS: readonly SourceReader[] = [geoPackageReader, ...SOURCE_READERS];

export const fileAt = (path: string): ImportFile => ({ name: basename(path), bytes: new Uint8Array(readFileSync(path)) });

/** All files below a folder, by their path from there. */
export function filesBelow(folder: string, path = ''): readonly string[] {
  return readdirSync(join(folder, path)).sort().flatMap((name) => {
    const inner = path === '' ? name : `${path}/${name}`;
    return statSync(join(folder, inner)).isDirectory() ? filesBelow(folder, inner) : [inner];
  });
}

/** A file read with the files beside it. */
export function readWithParts(path: string): Promise<Result<SourceContent, Problem>> {
  const stem = basename(path).replace(/\.[^.]*$/, '');
  const beside = readdirSync(dirname(path)).filter((name) => name !== basename(path) && name.replace(/\.[^.]*$/, '') === stem).map((name) => fileAt(join(dirname(path), name)));
  return readSource(fileAt(path), beside, {}, ALL_READERS);
}

/** Layers beyond which they are only counted. */
const MANY = 6;

/** An answer in one line: what a table of expected answers holds. */
export function answerOf(read: Result<SourceContent, Problem>): string {
  if (!read.ok) return [read.failure.code, read.failure.details?.['fault'], read.failure.details?.['line'] === undefined ? undefined : `${read.failure.details['line']}:${read.failure.details['column']}`].filter((word) => word !== undefined).join(' ');
  const content = read.value;
  const remarks = content.remarks.map(({ code }) => code);
  const decoding = content.kind !== 'osm' && content.decoding !== undefined ? [`${content.decoding.encoding}${content.decoding.guessed ? '?' : ''}`] : [];
  const tables = content.kind === 'osm' ? [] : (content.tables ?? []).map(({ name, rows }) => `table ${name} ${rows.length}x${rows[0]?.length ?? 0}`);
  const layers = content.kind !== 'layers' ? [] : content.layers.map(({ name, features, crs }) => `${name} ${features.length} ${kindsOf(features)} ${crsWord(crs)}`);
  const shown = content.kind === 'layers' && layers.length > MANY ? [`${layers.length} layers, ${content.layers.reduce((sum, { features }) => sum + features.length, 0)} features, ${[...new Set(content.layers.map(({ crs }) => crsWord(crs)))].join(', ')}`] : layers;
  return [[...shown, ...tables].join('; '), ...decoding, ...new Set(remarks)].join(' | ');
}

function kindsOf(features: Extract<SourceContent, { kind: 'layers' }>['layers'][number]['features']): string {
  const empty = features.filter(({ geometry }) => geometry === undefined).length;
  const kinds = [...new Set(features.flatMap(({ geometry }) => (geometry === undefined ? [] : [kindOf(geometry)])))];
  return `${kinds.join('+') || '-'}${empty > 0 ? ` (${empty} without)` : ''}`;
}

const crsWord = (crs: DeclaredCrs): string => (crs.kind === 'known' ? crs.code : crs.kind);
