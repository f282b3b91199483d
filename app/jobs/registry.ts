import { releaserFor } from '#app/domain/confidentiality/release.ts';
import { releaseCoverage } from '#app/domain/coverage/release-coverage.ts';
import { straightLineCoverage } from '#app/domain/coverage/straight-line-coverage.ts';
import { openCityBundle } from '#app/storage/bundle/open-city-bundle.ts';
import { openProjectFile } from '#app/storage/project/open-project-file.ts';
import { serialiseVerified } from '#app/storage/project/serialise-project.ts';
import { success } from '#shared/result.ts';
import type { JobRegistry } from './contract.ts';
import { editionJobs } from './edition-jobs.ts';
import { exportJobs } from './export-jobs.ts';
import { importJobs } from './import-jobs.ts';
import { registerJobs } from './register-jobs.ts';
import { indexFor, releasedIndex } from './released-index.ts';

/** Name → function of every job; workers and the command line call the same ones. */
export const jobs = {
  'bundle.open': ({ bytes, fileName }) => openCityBundle(bytes, fileName),
  'project.open': ({ bytes, fileName }) => openProjectFile(bytes, fileName),
  'project.serialise': ({ project }) => serialiseVerified(project),
  'index.compute': async ({ city, profile, level, date, audience }) => releasedIndex(city, { profile, level, date, audience: audience ?? 'internal' }),
  'coverage.compute': async ({ city, request, index, audience }, { progress }) => {
    const need = index && indexFor(city, index, audience);
    const result = straightLineCoverage(city, request, need?.ok ? need.value : undefined, (done, total) => progress({ done, total, step: 'cells' }), audience);
    return result.ok ? success(releaseCoverage(result.value, releaserFor(city, audience))) : result;
  },
  ...exportJobs,
  ...editionJobs,
  ...importJobs,
  ...registerJobs,
} satisfies JobRegistry;
