import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import type { RecentFile } from '#shared/ipc/contract.ts';
import { readSmallFile, writeSmallFile } from './small-file.ts';

const schema = z.strictObject({
  version: z.literal(1),
  files: z.array(z.strictObject({ path: z.string(), kind: z.enum(['bundle', 'project']), openedAt: z.string() })).max(100),
});
type Entry = z.infer<typeof schema>['files'][number];

const KEPT = 12;

export type RecentFiles = {
  /** Newest first. */
  readonly list: () => readonly RecentFile[];
  readonly pathOf: (recentId: string) => { readonly path: string; readonly kind: RecentFile['kind'] } | undefined;
  readonly remember: (path: string, kind: RecentFile['kind']) => void;
};

/** The files last opened on this machine. The surface sees names and ids, never paths. */
export function recentFiles(userData: string, now: () => string): RecentFiles {
  const file = join(userData, 'recent.json');
  let entries: readonly Entry[] | undefined;
  const load = () => (entries ??= readSmallFile(file, schema, { version: 1, files: [] }, `aside-${now().replaceAll(':', '-')}`).files);
  return {
    list: () =>
      load().map(({ path, kind, openedAt }) => ({ recentId: idOf(path), name: basename(path), kind, missing: !existsSync(path), openedAt })),
    pathOf: (recentId) => load().find(({ path }) => idOf(path) === recentId),
    remember: (path, kind) => {
      entries = [{ path, kind, openedAt: now() }, ...load().filter((entry) => entry.path !== path)].slice(0, KEPT);
      writeSmallFile(file, { version: 1, files: entries });
    },
  };
}

const idOf = (path: string) => createHash('sha256').update(path).digest('hex').slice(0, 24);
