import type { GrantedFile } from '#shared/ipc/contract.ts';
import type { Problem } from '#shared/problem.ts';
import type { Result } from '#shared/result.ts';
import { readGranted } from './granted-file.ts';
import type { Grants } from './grants.ts';
import { demoBundle } from './places.ts';
import type { RecentFiles } from './settings/recent-files.ts';

/** How a file of each kind is opened, wherever its path comes from: dialog, recent list, second start, first start. */
export type Openers = { readonly [Kind in 'bundle' | 'project']: (path: string) => Promise<Result<GrantedFile, Problem>> };

/** Bundles are only read, so they need no lock; the demo city is always at hand and not listed as recent. */
export const bundleOpener = (grants: Grants, recent: RecentFiles): Openers['bundle'] => async (path) => {
  const file = await readGranted(path, grants);
  if (file.ok && path !== demoBundle()) recent.remember(path, 'bundle');
  return file;
};
