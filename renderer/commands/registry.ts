import { COMMANDS, type CommandId } from '#shared/commands.ts';
import type { Settings } from '#shared/ipc/contract.ts';
import { cityOf } from '../state/bundle.ts';
import { currentCity } from '../state/current-city.ts';
import { panelOf } from '../state/settings.ts';
import type { Step } from '../state/view.ts';
import type { Workspace } from '../state/workspace.ts';
import { compareEditions } from './editions.ts';
import { currentPaper, exportInstitutions, exportMap, exportPaperDocx, exportPaperPdf, exportRecommendations, printRegister } from './exports.ts';
import { openRegister, startTask } from './register.ts';
import { goToStep } from './go-to-step.ts';
import { redoDraft, undoDraft } from './import/edit-draft.ts';
import { beginNewCity, openWorkbench } from './import/go-to-import.ts';
import { openCity } from './open-city.ts';
import { savedProject } from './open-generation.ts';
import { openPalette } from './open-palette.ts';
import { openProject } from './open-project.ts';
import { saveProject } from './save-project.ts';
import { showDialog } from './show-dialog.ts';
import { changePanel, changeSettings } from './settings.ts';
import { redoOnce, undoOnce } from './undo-redo.ts';

export type Command = { readonly enabled: (workspace: Workspace) => boolean; readonly run: (workspace: Workspace) => void | Promise<void> };

const always = () => true;
/** While the workbench takes the middle, undo is about what lies on it. */
const atWorkbench = ({ stores }: Workspace): boolean => stores.import.getState().open;
const withCity = ({ stores }: Workspace): boolean => currentCity(stores) !== undefined;
const withProject = ({ stores }: Workspace): boolean => stores.project.getState().project !== undefined;
const withPaper = (workspace: Workspace): boolean => withCity(workspace) && currentPaper(workspace) !== undefined;
const toStep = (step: Step): Command => ({ enabled: always, run: (workspace) => goToStep(workspace, step) });
const toTheme = (theme: Settings['theme']): Command => ({ enabled: always, run: (workspace) => changeSettings(workspace, (settings) => ({ ...settings, theme })) });
const zoom = (direction: 'in' | 'out'): Command => ({
  enabled: withCity,
  run: ({ stores }) => stores.view.setState((state) => ({ zoom: { direction, turn: (state.zoom?.turn ?? 0) + 1 } })),
});

/** What each command does. Menu bar, palette, toolbar and shortcuts all come here. */
export const ACTIONS: Record<CommandId, Command> = {
  'bundle.open': { enabled: always, run: async (workspace) => openCity(workspace, await workspace.platform.request('bundle:chooseFile')) },
  'bundle.openDemo': { enabled: always, run: async (workspace) => openCity(workspace, await workspace.platform.request('bundle:openDemo')) },
  'bundle.build': { enabled: always, run: openWorkbench },
  'bundle.buildNew': { enabled: always, run: beginNewCity },
  'edition.compare': { enabled: withCity, run: compareEditions },
  'bundle.export': { enabled: ({ stores }) => cityOf(stores.bundle.getState()) !== undefined, run: (workspace) => showDialog(workspace, { kind: 'cityExport' }) },
  'edition.next': { enabled: withCity, run: (workspace) => showDialog(workspace, { kind: 'nextEdition' }) },
  'project.open': { enabled: always, run: async (workspace) => openProject(workspace, await workspace.platform.request('project:chooseFile')) },
  'project.save': { enabled: withProject, run: async (workspace) => void (await saveProject(workspace, false)) },
  'project.saveAs': { enabled: withProject, run: async (workspace) => void (await saveProject(workspace, true)) },
  'project.generations': { enabled: ({ stores }) => savedProject(stores.project.getState()) !== undefined, run: (workspace) => showDialog(workspace, { kind: 'generations' }) },
  'export.paperDocx': { enabled: withPaper, run: exportPaperDocx },
  'export.paperPdf': { enabled: withPaper, run: exportPaperPdf },
  'export.recommendations': { enabled: withProject, run: exportRecommendations },
  'export.institutions': { enabled: withCity, run: (workspace) => exportInstitutions(workspace) },
  'export.register': { enabled: withCity, run: (workspace) => printRegister(workspace, true) },
  'register.search': { enabled: withCity, run: openRegister },
  'register.add': {
    enabled: (workspace) => withCity(workspace) && withProject(workspace),
    run: (workspace) => {
      openRegister(workspace);
      startTask(workspace, { kind: 'add', at: undefined });
    },
  },
  'export.map': { enabled: withCity, run: exportMap },
  'edit.undo': {
    enabled: (workspace) => (atWorkbench(workspace) ? workspace.stores.import.getState().undoable : workspace.stores.project.getState().history.undoable).length > 0,
    run: (workspace) => (atWorkbench(workspace) ? undoDraft(workspace) : undoOnce(workspace)),
  },
  'edit.redo': {
    enabled: (workspace) => (atWorkbench(workspace) ? workspace.stores.import.getState().redoable : workspace.stores.project.getState().history.redoable).length > 0,
    run: (workspace) => (atWorkbench(workspace) ? redoDraft(workspace) : redoOnce(workspace)),
  },
  'palette.open': { enabled: always, run: openPalette },
  'step.city': toStep('city'),
  'step.index': toStep('socialIndex'),
  'step.coverage': toStep('coverage'),
  'step.dialogue': toStep('dialogue'),
  'step.measures': toStep('measures'),
  'step.paper': toStep('paper'),
  'step.controlling': toStep('controlling'),
  'step.presentation': toStep('presentation'),
  'view.table': { enabled: withCity, run: ({ stores }) => stores.view.setState((state) => ({ drawer: { ...state.drawer, open: !state.drawer.open } })) },
  'view.inspector': {
    enabled: always,
    run: (workspace) => changePanel(workspace, 'inspector', { folded: !panelOf(workspace.stores.settings.getState(), 'inspector').folded }),
  },
  'view.zoomIn': zoom('in'),
  'view.zoomOut': zoom('out'),
  'language.toggle': {
    enabled: always,
    run: (workspace) => changeSettings(workspace, (settings) => ({ ...settings, language: settings.language === 'de' ? 'en' : 'de' })),
  },
  'theme.system': toTheme('system'),
  'theme.light': toTheme('light'),
  'theme.dark': toTheme('dark'),
  'help.shortcuts': { enabled: always, run: (workspace) => showDialog(workspace, { kind: 'shortcuts' }) },
  'help.about': { enabled: always, run: (workspace) => showDialog(workspace, { kind: 'about' }) },
};

export const isCommand = (id: string): id is CommandId => COMMANDS.some((command) => command.id === id);

/** Runs a command when it is possible now. */
export function runCommand(workspace: Workspace, id: CommandId): void {
  const command = ACTIONS[id];
  if (command.enabled(workspace)) void command.run(workspace);
}
