import { dialog, type BrowserWindow, type OpenDialogOptions, type SaveDialogOptions } from 'electron';
import type { ExportKind } from '#shared/ipc/contract.ts';
import type { Translate } from '#shared/i18n/translator.ts';

export type Dialogs = {
  readonly chooseBundle: () => Promise<string | undefined>;
  readonly chooseProject: () => Promise<string | undefined>;
  readonly chooseProjectTarget: (suggestedName: string) => Promise<string | undefined>;
  /** Several at once. */
  readonly chooseImportFiles: () => Promise<readonly string[] | undefined>;
  readonly chooseRecipe: () => Promise<string | undefined>;
  readonly chooseExportTarget: (suggestedName: string, kind: ExportKind) => Promise<string | undefined>;
  /** Whether the user agrees to open an address outside. */
  readonly confirmLink: (address: string) => Promise<boolean>;
  /** What to do with a project that is not saved when the window closes. */
  readonly confirmClose: () => Promise<ClosingChoice>;
};

const IMPORT_ENDINGS = ['xlsx', 'xls', 'xlsm', 'csv', 'tsv', 'txt', 'geojson', 'json', 'zip', 'shp', 'dbf', 'prj', 'shx', 'cpg', 'gpkg', 'pbf', 'osm'];

export type ClosingChoice = 'keepOpen' | 'save' | 'close';

/** The system's dialogs on the window that is open, in the language of the moment. */
export function createDialogs(window: () => BrowserWindow | undefined, translate: () => Translate): Dialogs {
  const openAll = async (options: OpenDialogOptions) => {
    const over = window();
    const answer = await (over === undefined ? dialog.showOpenDialog(options) : dialog.showOpenDialog(over, options));
    return answer.canceled ? undefined : answer.filePaths;
  };
  const open = async (options: OpenDialogOptions) => (await openAll(options))?.[0];
  const save = async (options: SaveDialogOptions) => {
    const over = window();
    const answer = await (over === undefined ? dialog.showSaveDialog(options) : dialog.showSaveDialog(over, options));
    return answer.canceled || answer.filePath === '' ? undefined : answer.filePath;
  };
  const ask = async (message: string, detail: string, agree: string, refuse: string) => {
    const over = window();
    const options = { type: 'question' as const, message, detail, buttons: [refuse, agree], defaultId: 0, cancelId: 0, noLink: true };
    return (await (over === undefined ? dialog.showMessageBox(options) : dialog.showMessageBox(over, options))).response === 1;
  };
  const bundles = () => [{ name: translate()('commands.system.bundleFiles'), extensions: ['gpkg'] }];
  const projects = () => [{ name: translate()('commands.system.projectFiles'), extensions: ['qwplan'] }];
  return {
    chooseBundle: () => open({ properties: ['openFile'], filters: bundles() }),
    chooseProject: () => open({ properties: ['openFile'], filters: projects() }),
    chooseProjectTarget: (suggestedName) => save({ defaultPath: suggestedName, filters: projects() }),
    chooseImportFiles: () => openAll({ properties: ['openFile', 'multiSelections'], filters: [{ name: translate()('commands.system.importFiles'), extensions: IMPORT_ENDINGS }, { name: translate()('commands.system.allFiles'), extensions: ['*'] }] }),
    chooseRecipe: () => open({ properties: ['openFile'], filters: [{ name: translate()('commands.system.recipeFiles'), extensions: ['json'] }] }),
    chooseExportTarget: (suggestedName, kind) => save({ defaultPath: suggestedName, filters: [{ name: kind.toUpperCase(), extensions: [kind] }] }),
    confirmLink: (address) => ask(translate()('commands.system.openLinkQuestion'), address, translate()('commands.system.openLink'), translate()('common.cancel')),
    confirmClose: async () => {
      const over = window();
      const t = translate();
      const choices = ['keepOpen', 'close', 'save'] as const satisfies readonly ClosingChoice[];
      const options = {
        type: 'question' as const,
        message: t('commands.system.closeUnsaved'),
        detail: t('commands.system.closeUnsavedDetail'),
        buttons: [t('commands.system.keepOpen'), t('commands.system.closeAnyway'), t('commands.project.save')],
        defaultId: choices.indexOf('save'),
        cancelId: choices.indexOf('keepOpen'),
        noLink: true,
      };
      const { response } = await (over === undefined ? dialog.showMessageBox(options) : dialog.showMessageBox(over, options));
      return choices[response] ?? 'keepOpen';
    },
  };
}
