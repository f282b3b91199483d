import { shell } from 'electron';
import type { Handlers } from '#shared/ipc/contract.ts';
import { failure, success } from '#shared/result.ts';
import { appInfo } from '../app-info.ts';
import type { Dialogs } from '../dialogs.ts';
import type { FileChannels } from '../files/index.ts';
import type { Grants } from '../grants.ts';
import type { ImportChannels } from '../import/import-handlers.ts';
import type { Openers } from '../open-bundle-at.ts';
import { demoBundle } from '../places.ts';
import { printPdf } from '../print/print-pdf.ts';
import { allowedLink } from '../security/allowed-link.ts';
import type { RecentFiles } from '../settings/recent-files.ts';
import type { SettingsFile } from '../settings/settings.ts';
import { writeExport } from '../write-export.ts';

export type ShellNeeds = {
  readonly openers: Openers;
  readonly grants: Grants;
  readonly dialogs: Dialogs;
  readonly recent: RecentFiles;
  readonly settings: SettingsFile;
  /** The city named by `--bundle`. */
  readonly initialBundle: string | undefined;
  readonly onSettings: () => void;
  readonly onDocument: (state: { readonly title: string; readonly unsaved: boolean }) => void;
};

/** Channels of the shell itself; those of projects and journals come from `files/`, those of the workbench from `import/`. */
export function shellHandlers(needs: ShellNeeds): Omit<Handlers, FileChannels | ImportChannels> {
  const openBundle = needs.openers.bundle;
  return {
    'bundle:initial': async () => {
      if (needs.initialBundle !== undefined) return openBundle(needs.initialBundle);
      const last = needs.recent.list().find((file) => file.kind === 'bundle' && !file.missing);
      const known = last === undefined ? undefined : needs.recent.pathOf(last.recentId);
      return openBundle(known?.path ?? demoBundle());
    },
    'bundle:chooseFile': async () => {
      const path = await needs.dialogs.chooseBundle();
      return path === undefined ? 'cancelled' : openBundle(path);
    },
    'bundle:openDemo': () => openBundle(demoBundle()),
    'bundle:openWritten': async (grant) => {
      const path = needs.grants.pathOf(grant);
      return path === undefined ? failure({ code: 'file.unreadable', details: { file: '' } }) : openBundle(path);
    },
    'recent:list': () => needs.recent.list(),
    'recent:open': async (recentId) => {
      const known = needs.recent.pathOf(recentId);
      return known === undefined ? failure({ code: 'file.unreadable', details: { file: '' } }) : needs.openers[known.kind](known.path);
    },
    'export:save': async ({ kind, suggestedName, bytes }) => {
      const path = await needs.dialogs.chooseExportTarget(suggestedName, kind);
      if (path === undefined) return 'cancelled';
      const written = await writeExport(path, bytes);
      return written.ok ? success({ ...written.value, grant: needs.grants.issue(path) }) : written;
    },
    'print:pdf': printPdf,
    'settings:read': () => needs.settings.read(),
    'settings:write': (settings) => {
      try {
        needs.settings.write(settings);
      } catch (problem) {
        return failure({ code: 'save.failed', details: { file: 'settings.json' }, technical: String(problem) });
      }
      needs.onSettings();
      return success(true);
    },
    'app:info': appInfo,
    'window:document': (state) => {
      needs.onDocument(state);
      return true;
    },
    'link:open': async (address) => {
      const link = allowedLink(address);
      if (link === undefined) return failure({ code: 'unexpected', technical: 'address not allowed' });
      if (await needs.dialogs.confirmLink(link)) await shell.openExternal(link);
      return success(true);
    },
  };
}
