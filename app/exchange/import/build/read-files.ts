import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { isKnownCrs } from '#app/domain/geometry/crs.ts';
import { isPartOf } from '#app/domain/source/shapefile-parts.ts';
import type { Recipe, RecipeFile } from '../recipe/recipe-schema.ts';
import { withoutApostrophes } from './apostrophes.ts';
import { withShapes } from './text-shapes.ts';
import { readSource } from '../source/read-source.ts';
import type { SourceReader } from '../source/source-reader.ts';
import type { DegreesBox, ImportFile, ReadOptions, SourceContent } from '../source/source.ts';
import type { BuildLog } from './build-log.ts';

/** What the files of the recipe hold, by id; a file that cannot be read is an error of the report and not in the map. */
export type Contents = ReadonlyMap<string, { readonly file: RecipeFile; readonly content: SourceContent }>;

export const sha256Of = (bytes: Uint8Array): string => bytesToHex(sha256(bytes));

/** Ids of the OpenStreetMap extracts of a recipe. They are read when the areas are known, and only around the city. */
export const extractIds = ({ streets, context }: Recipe): ReadonlySet<string> =>
  new Set([...(streets === undefined ? [] : [streets.osm]), ...context.flatMap((part) => ('osm' in part ? [part.osm] : []))]);

/** Reads the files of the recipe that are `wanted`, each once; of extracts only what lies in the `box`. */
export async function readFiles(
  { wanted, box, files, readers, log }: { readonly wanted: readonly RecipeFile[]; readonly box?: DegreesBox | undefined; readonly files: readonly ImportFile[]; readonly readers: readonly SourceReader[]; readonly log: BuildLog },
  progress: (done: number, total: number) => void = () => undefined,
): Promise<Contents> {
  const contents = new Map<string, { file: RecipeFile; content: SourceContent }>();
  for (const [index, file] of wanted.entries()) {
    progress(index, wanted.length);
    const found = fileFor(file.path, files);
    if (found === undefined) {
      log.error('files', file.id, 'fileMissing', { path: file.path });
      continue;
    }
    const read = await readSource({ name: baseName(found.name), bytes: found.bytes }, partsBeside(found, files), { ...optionsOf(file), box }, readers);
    if (!read.ok) {
      log.error('files', file.id, 'fileUnreadable', { path: file.path, problem: read.failure.code, ...read.failure.details });
      continue;
    }
    const content = read.value;
    const decoding = content.kind === 'osm' ? undefined : content.decoding;
    log.files.push({
      id: file.id,
      path: file.path,
      bytes: found.bytes.byteLength,
      sha256: sha256Of(found.bytes),
      kind: content.kind,
      ...(decoding === undefined ? {} : { encoding: decoding.encoding }),
      ...(decoding?.delimiter === undefined ? {} : { delimiter: decoding.delimiter }),
    });
    if (decoding?.guessed === true) log.decision('files', file.id, 'encodingGuessed', { encoding: decoding.encoding });
    for (const remark of content.remarks) log.decision('files', file.id, 'remark', { remark: remark.code, ...remark.details });
    contents.set(file.id, { file, content: withShapes(withoutApostrophes(content, file), file, log) });
  }
  progress(wanted.length, wanted.length);
  return contents;
}

const optionsOf = ({ encoding, delimiter, crs }: RecipeFile): ReadOptions => ({ encoding, delimiter, crs: crs !== undefined && isKnownCrs(crs) ? crs : undefined });

/** The file of a path: named exactly so, or, where files come from a dialog without their folders, the one of that name. */
export function fileFor(path: string, files: readonly ImportFile[]): ImportFile | undefined {
  const wanted = path.normalize('NFC');
  const exact = files.find(({ name }) => name.normalize('NFC') === wanted);
  if (exact !== undefined) return exact;
  const byName = files.filter(({ name }) => baseName(name).normalize('NFC').toLowerCase() === baseName(wanted).toLowerCase());
  return byName.length === 1 ? byName[0] : undefined;
}

export const baseName = (path: string): string => path.split(/[/\\]/).at(-1) ?? path;

/** The other parts of a shapefile. */
const partsBeside = (file: ImportFile, files: readonly ImportFile[]): ImportFile[] =>
  files.filter((other) => other !== file && isPartOf(other.name, file.name)).map(({ name, bytes }) => ({ name: baseName(name), bytes }));
