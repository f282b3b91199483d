import type { City } from '#app/domain/city/city.ts';
import { compareEditions } from '#app/domain/edition/compare-editions.ts';
import { nextEdition } from '#app/domain/edition/next-edition.ts';
import { exportCity } from '#app/exchange/export/tables/export-city.ts';
import { packFolder } from '#app/exchange/export/zip/pack-folder.ts';
import { openCityBundle } from '#app/storage/bundle/open-city-bundle.ts';
import { writeCityBundle } from '#app/storage/bundle/write-city-bundle.ts';
import type { Problem } from '#shared/problem.ts';
import type { Result } from '#shared/result.ts';
import { failure, success } from '#shared/result.ts';
import type { EditionFile, EditionJobs } from './edition-contract.ts';
import type { JobRegistry } from './contract.ts';

export const editionJobs: Pick<JobRegistry, keyof EditionJobs> = {
  'edition.compare': async ({ one, other, order, audience }, { progress }) => {
    const first = await cityIn(one);
    if (!first.ok) return first;
    const second = await cityIn(other);
    if (!second.ok) return second;
    const [older, newer] = order === 'byCreation' && isLater(first.value, second.value) ? [second.value, first.value] : [first.value, second.value];
    if (older.manifest.bundleId !== newer.manifest.bundleId) {
      return failure({
        code: 'edition.otherCity',
        details: { one: older.manifest.title, other: newer.manifest.title, oneId: older.manifest.bundleId, otherId: newer.manifest.bundleId },
      });
    }
    return success(compareEditions(older, newer, audience, (done, total) => progress({ done, total, step: 'edition.compare' })));
  },
  'edition.next': async ({ fresh, ...request }, { progress }) => {
    progress({ done: 0, total: 3, step: 'edition.next' });
    const joining = fresh === undefined ? success(undefined) : await cityIn(fresh);
    if (!joining.ok) return joining;
    progress({ done: 1, total: 3, step: 'edition.next' });
    const next = nextEdition({ ...request, fresh: joining.value });
    if (!next.ok) return next;
    const { city, unapplied, ...amounts } = next.value;
    const bytes = await writeCityBundle(city);
    progress({ done: 2, total: 3, step: 'edition.next' });
    const written = await cityIn({ bytes, fileName: city.manifest.title });
    if (!written.ok) return written;
    const names = new Map(request.city.institutions.map(({ id, name }) => [id, name]));
    return success({
      ...amounts,
      bytes,
      contentHash: written.value.manifest.contentHash,
      institutions: city.institutions.length,
      unapplied: unapplied.map(({ revision, reason }) => ({ institution: names.get(revision.institution) ?? revision.institution, reason })),
    });
  },
  'tables.export': async ({ city, format, mode, language }, { progress }) => {
    progress({ done: 0, total: 1, step: 'tables.export' });
    return exportCity(city, format, mode, language);
  },
  'tables.package': async ({ city, language, ...wanted }, { progress }) => {
    progress({ done: 0, total: 3, step: 'tables.package' });
    if (wanted.format === 'gpkg') return success(await writeCityBundle(city));
    const files = await exportCity(city, wanted.format, wanted.mode, language, (done, total) => progress({ done: (2 * done) / total, total: 3, step: 'tables.package' }));
    const [first] = files;
    return success(wanted.format === 'xlsx' && first !== undefined ? first.bytes : packFolder(files));
  },
};

async function cityIn(file: EditionFile): Promise<Result<City, Problem>> {
  if ('city' in file) return success(file.city);
  const opened = await openCityBundle(file.bytes, file.fileName);
  switch (opened.status) {
    case 'ok':
    case 'migrated':
      return success(opened.city);
    case 'foreign':
      return failure({ code: 'bundle.notABundle', details: { file: file.fileName } });
    case 'refused':
      return failure(opened.problem);
  }
}

/** By the time of creation; where that is the same, by the name of the edition. */
function isLater({ manifest: one }: City, { manifest: other }: City): boolean {
  const [a, b] = [Date.parse(one.created), Date.parse(other.created)];
  return a === b ? one.edition > other.edition : a > b;
}
