import { app } from 'electron';
import type { AppInfo } from '#shared/ipc/contract.ts';

/** Version of Electron that package.json names; written in when the program is built. */
declare const PINNED_ELECTRON: string;

/** For the about box and the help desk. */
export const appInfo = (): AppInfo => ({
  version: app.getVersion(),
  electron: process.versions.electron ?? '',
  chromium: process.versions['chrome'] ?? '',
  runtime: runtimeKind(),
  packaged: app.isPackaged,
});

/** The registry-only runtime is recognised by its version: it is older than the one pinned for shipping. */
function runtimeKind(): AppInfo['runtime'] {
  if (!app.isPackaged && process.env['ELECTRON_OVERRIDE_DIST_PATH'] !== undefined) return 'override';
  return process.versions.electron === PINNED_ELECTRON ? 'official' : 'registry';
}
