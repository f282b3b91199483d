import { app, Menu, nativeTheme, session } from 'electron';
import type { Handlers } from '#shared/ipc/contract.ts';
import { translator } from '#shared/i18n/translator.ts';
import { createDialogs } from './dialogs.ts';
import { planningFiles } from './files/index.ts';
import { createGrants } from './grants.ts';
import { draftFile } from './import/draft-file.ts';
import { importHandlers } from './import/import-handlers.ts';
import { bundleOpener } from './open-bundle-at.ts';
import { openChannels } from './ipc/registry.ts';
import { shellHandlers } from './ipc/shell-handlers.ts';
import type { Launch } from './launch-arguments.ts';
import { openMainWindow, type MainWindow } from './main-window.ts';
import { menuBar } from './menu.ts';
import { surfaceFolder } from './places.ts';
import { serveSurface } from './security/app-protocol.ts';
import { lockSession } from './security/session-lock.ts';
import { recentFiles } from './settings/recent-files.ts';
import { settingsFile } from './settings/settings.ts';

type WindowLaunch = Extract<Launch, { mode: 'window' }>;

/** The workstation with its window. `handOver` takes the files of a second start. */
export function openWorkstation(launch: WindowLaunch): { readonly handOver: (later: WindowLaunch) => void } {
  const userData = app.getPath('userData');
  const now = () => new Date().toISOString();
  const settings = settingsFile(userData, () => now().replaceAll(':', '-'));
  const recent = recentFiles(userData, now);
  const grants = createGrants();
  const translate = () => translator(settings.read().language);
  let main = undefined as MainWindow | undefined;
  let unsaved = false;
  let releaseFiles = () => Promise.resolve();
  const dialogs = createDialogs(() => main?.window, translate);

  // In memory only: the browser part keeps no cache, no cookies and no history on disk.
  const surface = session.fromPartition('surface', { cache: false });
  lockSession(surface);
  serveSurface(surface, surfaceFolder());

  const applySettings = () => {
    nativeTheme.themeSource = settings.read().theme;
    Menu.setApplicationMenu(menuBar(translate(), (command) => main?.tell('command:run', { command })));
  };
  const planning = planningFiles({
    userData,
    grants,
    initialProject: launch.project,
    chooseProjectToOpen: dialogs.chooseProject,
    chooseProjectToSave: dialogs.chooseProjectTarget,
    remember: recent.remember,
    beforeClosing: (release) => {
      releaseFiles = release;
    },
  });
  const openers = { bundle: bundleOpener(grants, recent), project: planning.openProjectAt };
  const handlers: Handlers = {
    ...planning.handlers,
    ...importHandlers({ dialogs, grants, draft: draftFile(userData, now) }),
    ...shellHandlers({
      openers,
      grants,
      dialogs,
      recent,
      settings,
      initialBundle: launch.bundle,
      onSettings: applySettings,
      onDocument: (state) => {
        unsaved = state.unsaved;
        main?.window.setTitle(state.title);
        main?.window.setDocumentEdited(state.unsaved);
      },
    }),
  };
  const requests = openChannels(handlers, (contentsId) => main?.window.webContents.id === contentsId);
  applySettings();
  main = openMainWindow(surface, async () => {
    await untilQuiet(requests.underWay);
    const choice = unsaved ? await dialogs.confirmClose() : 'close';
    // the surface saves and closes the window itself when the file is written; a cancelled or failed save leaves it open
    if (choice === 'save') main?.tell('window:saveAndClose', {});
    if (choice !== 'close') return false;
    await releaseFiles();
    return true;
  });
  return {
    handOver: (later) => {
      void hand(later);
    },
  };

  async function hand(later: WindowLaunch): Promise<void> {
    if (main === undefined) return;
    if (main.window.isMinimized()) main.window.restore();
    main.window.focus();
    for (const kind of ['bundle', 'project'] as const) {
      const path = later[kind];
      if (path === undefined) continue;
      const file = await openers[kind](path);
      if (file.ok) main.tell('file:opened', { kind, file: file.value });
      else main.tell('file:refused', { problem: file.failure });
    }
  }
}

/** Waits for requests under way, at most three seconds: what the surface sends when it hears that the window closes is an edit on its way to the journal. */
async function untilQuiet(underWay: () => number): Promise<void> {
  for (let waited = 0; waited < 3_000; waited += 50) {
    await new Promise((resume) => setTimeout(resume, 50));
    if (underWay() === 0 && waited >= 100) return;
  }
}
