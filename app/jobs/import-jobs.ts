import type { BuildSteps, BuiltCity } from '#app/exchange/import/build/build-city.ts';
import { buildCity } from '#app/exchange/import/build/build-city.ts';
import { readRecipe } from '#app/exchange/import/recipe/read-recipe.ts';
import { writeRecipe } from '#app/exchange/import/recipe/write-recipe.ts';
import type { ImportReport, ReportEntry } from '#app/exchange/import/report/import-report.ts';
import { readSource, SOURCE_READERS } from '#app/exchange/import/source/read-source.ts';
import type { SourceReader } from '#app/exchange/import/source/source-reader.ts';
import { openCityBundle } from '#app/storage/bundle/open-city-bundle.ts';
import { writeCityBundle } from '#app/storage/bundle/write-city-bundle.ts';
import { geoPackageReader } from '#app/storage/foreign/geopackage-reader.ts';
import type { Result } from '#shared/result.ts';
import { failure, success } from '#shared/result.ts';
import type { JobContext, JobRegistry } from './contract.ts';
import type { BuiltBundle, FailedBuild, ImportJobs } from './import-contract.ts';
import { inspected } from './import-inspect.ts';
import { previewOf } from './import-preview.ts';
import { proposed } from './import-propose.ts';

/** GeoPackages need the database, which exchange does not know. */
export const ALL_READERS: readonly SourceReader[] = [geoPackageReader, ...SOURCE_READERS];

export const importJobs = {
  'import.inspect': async ({ file, beside, options }, { progress }) => {
    progress({ done: 0, total: 1, step: 'import.files' });
    const read = await readSource(file, beside, { ...options, glance: true }, ALL_READERS);
    return read.ok ? success(inspected(file, read.value)) : read;
  },
  'import.propose': async ({ files, recipe, city }, { progress }) => success(await proposed({ files, recipe, city, readers: ALL_READERS }, (done, total) => progress({ done, total, step: 'import.files' }))),
  'import.preview': async ({ files, recipe }, context) => success(previewOf(await buildCity({ recipe, files, readers: ALL_READERS, createdAt: UNDATED }, stepsOf(context)))),
  'import.build': async ({ files, recipe, createdAt }, context) => {
    const built = await buildCity({ recipe, files, readers: ALL_READERS, createdAt }, stepsOf(context));
    return built.isSound ? written(built, recipe.city.name, context) : failure(notBuilt(built.report, recipe.city.name));
  },
  'import.readRecipe': async ({ bytes, fileName }) => readRecipe(bytes, fileName),
  'import.writeRecipe': async ({ recipe }) => writeRecipe(recipe),
} satisfies Partial<Pick<JobRegistry, keyof ImportJobs>>;

/** A preview is never written, so its day is of no matter. */
const UNDATED = '1970-01-01T00:00:00.000Z';

const stepsOf = ({ progress }: JobContext): BuildSteps => (step, done, total) => progress({ done, total, step: `import.${step}` });

/** Bytes that were opened again: what cannot be read back is not handed out. */
async function written({ city, report }: BuiltCity, name: string, { progress }: JobContext): Promise<Result<BuiltBundle, FailedBuild>> {
  progress({ done: 0, total: 2, step: 'import.write' });
  const bytes = await bytesOf(city);
  if (!bytes.ok) return failure(notBuilt(withError(report, bytes.failure), name));
  progress({ done: 1, total: 2, step: 'import.write' });
  const opened = await openCityBundle(bytes.value, `${name}.gpkg`);
  if (opened.status === 'ok') return success({ bytes: bytes.value, report, contentHash: opened.city.manifest.contentHash });
  return failure(notBuilt(withError(report, opened.status === 'refused' ? (opened.problem.technical ?? opened.problem.code) : opened.status), name));
}

/** A text that cannot be stored, for instance, is an answer: the writer names table, row and column. */
async function bytesOf(city: BuiltCity['city']): Promise<Result<Uint8Array, string>> {
  try {
    return success(await writeCityBundle(city));
  } catch (cause) {
    return failure(cause instanceof Error ? cause.message : String(cause));
  }
}

function withError(report: ImportReport, reason: string): ImportReport {
  const entry: ReportEntry = { level: 'error', part: 'files', subject: 'bundle', code: 'bundleRefused', details: { reason } };
  return { ...report, entries: [...report.entries, entry] };
}

function notBuilt(report: ImportReport, name: string): FailedBuild {
  const errors = report.entries.filter(({ level }) => level === 'error');
  const first = errors[0];
  return { problem: { code: 'import.notBuilt', details: { file: name, errors: errors.length, first: first === undefined ? '' : `${first.subject}: ${first.code}` } }, report };
}
