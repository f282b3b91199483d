import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readSmallFile, writeSmallFile } from '../settings/small-file.ts';

const schema = z.strictObject({ version: z.literal(1), keptAt: z.string(), draft: z.string(), paths: z.array(z.string()).max(2_000) });
export type KeptDraft = z.infer<typeof schema>;

/** The unfinished import of this machine: opaque text of the surface and where its files lie. One at a time; a new one replaces it. */
export type DraftFile = { readonly read: () => KeptDraft | undefined; readonly keep: (draft: string, paths: readonly string[]) => void; readonly discard: () => void };

export function draftFile(userData: string, now: () => string): DraftFile {
  const path = join(userData, 'import-draft.json');
  const none: KeptDraft = { version: 1, keptAt: '', draft: '', paths: [] };
  return {
    read: () => {
      const kept = readSmallFile(path, schema, none, `aside-${now().replaceAll(':', '-')}`);
      return kept.draft === '' ? undefined : kept;
    },
    keep: (draft, paths) => writeSmallFile(path, { version: 1, keptAt: now(), draft, paths: [...paths] } satisfies KeptDraft),
    discard: () => rmSync(path, { force: true }),
  };
}
