import type { MessageKey } from './i18n/translator.ts';

/**
 * Every action of the workstation that has a name: one registry for menu bar, command palette, toolbar and shortcuts. The surface runs them;
 * the menu bar only says which was chosen (`command:run`). Shortcuts are those of Office programs and leave AltGr alone.
 */
export const COMMANDS = [
  { id: 'bundle.open', label: 'commands.bundle.open', shortcut: 'CmdOrCtrl+Shift+O', menu: 'file', group: 1 },
  { id: 'bundle.openDemo', label: 'commands.bundle.openDemo', menu: 'file', group: 1 },
  { id: 'bundle.build', label: 'commands.bundle.build', shortcut: 'CmdOrCtrl+Shift+N', menu: 'file', group: 1 },
  { id: 'bundle.buildNew', label: 'commands.bundle.buildNew', menu: 'file', group: 1 },
  { id: 'edition.compare', label: 'commands.edition.compare', menu: 'file', group: 1 },
  { id: 'edition.next', label: 'commands.edition.next', menu: 'file', group: 1 },
  { id: 'bundle.export', label: 'commands.bundle.export', menu: 'file', group: 1 },
  { id: 'project.open', label: 'commands.project.open', shortcut: 'CmdOrCtrl+O', menu: 'file', group: 2 },
  { id: 'project.save', label: 'commands.project.save', shortcut: 'CmdOrCtrl+S', menu: 'file', group: 2 },
  { id: 'project.saveAs', label: 'commands.project.saveAs', shortcut: 'CmdOrCtrl+Shift+S', menu: 'file', group: 2 },
  { id: 'project.generations', label: 'commands.project.generations', menu: 'file', group: 2 },
  { id: 'export.paperDocx', label: 'commands.export.paperDocx', menu: 'export', group: 1 },
  { id: 'export.paperPdf', label: 'commands.export.paperPdf', shortcut: 'CmdOrCtrl+P', menu: 'export', group: 1 },
  { id: 'export.recommendations', label: 'commands.export.recommendations', menu: 'export', group: 2 },
  { id: 'export.institutions', label: 'commands.export.institutions', menu: 'export', group: 2 },
  { id: 'export.register', label: 'commands.export.register', menu: 'export', group: 2 },
  { id: 'export.map', label: 'commands.export.map', menu: 'export', group: 3 },
  { id: 'edit.undo', label: 'commands.edit.undo', shortcut: 'CmdOrCtrl+Z', menu: 'edit', group: 1 },
  { id: 'edit.redo', label: 'commands.edit.redo', shortcut: 'CmdOrCtrl+Y', menu: 'edit', group: 1 },
  { id: 'palette.open', label: 'commands.palette.open', shortcut: 'CmdOrCtrl+K', menu: 'edit', group: 3 },
  { id: 'register.search', label: 'commands.register.search', shortcut: 'CmdOrCtrl+F', menu: 'edit', group: 2 },
  { id: 'register.add', label: 'commands.register.add', menu: 'edit', group: 2 },
  { id: 'step.city', label: 'commands.step.city', shortcut: 'CmdOrCtrl+1', menu: 'steps', group: 1 },
  { id: 'step.index', label: 'commands.step.index', shortcut: 'CmdOrCtrl+2', menu: 'steps', group: 1 },
  { id: 'step.coverage', label: 'commands.step.coverage', shortcut: 'CmdOrCtrl+3', menu: 'steps', group: 1 },
  { id: 'step.dialogue', label: 'commands.step.dialogue', shortcut: 'CmdOrCtrl+4', menu: 'steps', group: 1 },
  { id: 'step.measures', label: 'commands.step.measures', shortcut: 'CmdOrCtrl+5', menu: 'steps', group: 1 },
  { id: 'step.paper', label: 'commands.step.paper', shortcut: 'CmdOrCtrl+6', menu: 'steps', group: 1 },
  { id: 'step.controlling', label: 'commands.step.controlling', shortcut: 'CmdOrCtrl+7', menu: 'steps', group: 1 },
  { id: 'step.presentation', label: 'commands.step.presentation', shortcut: 'CmdOrCtrl+8', menu: 'steps', group: 1 },
  { id: 'view.table', label: 'commands.view.table', shortcut: 'CmdOrCtrl+T', menu: 'view', group: 1 },
  { id: 'view.inspector', label: 'commands.view.inspector', shortcut: 'CmdOrCtrl+I', menu: 'view', group: 1 },
  { id: 'view.zoomIn', label: 'commands.view.zoomIn', shortcut: 'CmdOrCtrl+Plus', menu: 'view', group: 2 },
  { id: 'view.zoomOut', label: 'commands.view.zoomOut', shortcut: 'CmdOrCtrl+-', menu: 'view', group: 2 },
  { id: 'language.toggle', label: 'commands.language.toggle', shortcut: 'CmdOrCtrl+Shift+L', menu: 'view', group: 3 },
  { id: 'theme.system', label: 'commands.theme.system', menu: 'view', group: 4 },
  { id: 'theme.light', label: 'commands.theme.light', menu: 'view', group: 4 },
  { id: 'theme.dark', label: 'commands.theme.dark', menu: 'view', group: 4 },
  { id: 'help.shortcuts', label: 'commands.help.shortcuts', shortcut: 'F1', menu: 'help', group: 1 },
  { id: 'help.about', label: 'commands.help.about', menu: 'help', group: 1 },
] as const satisfies readonly CommandDescription[];

export type CommandId = (typeof COMMANDS)[number]['id'];

/** Menus of the menu bar, left to right; `export` stands inside the file menu. */
export type MenuPlace = 'file' | 'export' | 'edit' | 'steps' | 'view' | 'help';

type CommandDescription = {
  readonly id: string;
  readonly label: MessageKey;
  /** In Electron's notation. */
  readonly shortcut?: string;
  readonly menu: MenuPlace;
  /** Commands of different groups are kept apart by a line. */
  readonly group: number;
};
