import { openCityBundle } from '#app/storage/bundle/open-city-bundle.ts';
import type { JobRegistry } from './contract.ts';

/** Name → function of every job; workers and the command line call the same ones. */
export const jobs = {
  'bundle.open': ({ bytes, fileName }) => openCityBundle(bytes, fileName),
} satisfies Partial<JobRegistry>;
