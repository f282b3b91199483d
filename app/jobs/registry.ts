import { openCityBundle } from '#app/storage/bundle/open-city-bundle.ts';
import { openProjectFile } from '#app/storage/project/open-project-file.ts';
import { serialiseVerified } from '#app/storage/project/serialise-project.ts';
import type { JobRegistry } from './contract.ts';

/** Name → function of every job; workers and the command line call the same ones. */
export const jobs = {
  'bundle.open': ({ bytes, fileName }) => openCityBundle(bytes, fileName),
  'project.open': ({ bytes, fileName }) => openProjectFile(bytes, fileName),
  'project.serialise': ({ project }) => serialiseVerified(project),
} satisfies Partial<JobRegistry>;
