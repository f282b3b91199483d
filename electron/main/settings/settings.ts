import { join } from 'node:path';
import { z } from 'zod';
import type { Settings } from '#shared/ipc/contract.ts';
import { readSmallFile, writeSmallFile } from './small-file.ts';

const panelId = z.string().regex(/^[a-z][A-Za-z0-9.-]{0,39}$/);

export const settingsSchema = z.strictObject({
  version: z.literal(1),
  language: z.enum(['de', 'en']),
  theme: z.enum(['system', 'light', 'dark']),
  panels: z
    .record(panelId, z.strictObject({ size: z.number().min(0).max(100_000), folded: z.boolean() }))
    .refine((panels) => Object.keys(panels).length <= 100),
  favourites: z.array(z.string().min(1).max(200)).max(500).optional(),
}) satisfies z.ZodType<Settings>;

export const FIRST_SETTINGS: Settings = { version: 1, language: 'de', theme: 'system', panels: {} };

export type SettingsFile = { readonly read: () => Settings; readonly write: (settings: Settings) => void };

/** The settings of this machine and user. `stamp` names a file that had to be put aside. */
export function settingsFile(userData: string, stamp: () => string): SettingsFile {
  const path = join(userData, 'settings.json');
  let current: Settings | undefined;
  return {
    read: () => (current ??= readSmallFile(path, settingsSchema, FIRST_SETTINGS, `aside-${stamp()}`)),
    write: (settings) => {
      writeSmallFile(path, settings);
      current = settings;
    },
  };
}
