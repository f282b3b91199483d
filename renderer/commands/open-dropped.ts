import type { GrantedFile } from '#shared/ipc/contract.ts';
import { success } from '#shared/result.ts';
import { addDropped } from './import/add-files.ts';
import { openWorkbench } from './import/go-to-import.ts';
import { openCity } from './open-city.ts';
import { openProject } from './open-project.ts';
import type { Workspace } from '../state/workspace.ts';

/**
 * Opens what is dropped on the window. A city or a project alone is opened; at the workbench, and for everything else, the files
 * are what a city is built from. A dropped file carries no grant, so a project opened this way asks where to save.
 */
export async function openDropped(workspace: Workspace, files: readonly File[]): Promise<void> {
  const [file] = files;
  if (file === undefined) return;
  const opens = files.length === 1 && /\.(gpkg|qwplan)$/i.test(file.name);
  if (workspace.stores.import.getState().open ? !/\.qwplan$/i.test(file.name) : !opens) {
    openWorkbench(workspace);
    await addDropped(workspace, files);
    return;
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  const granted: GrantedFile = { grant: '', name: file.name, bytes, sha256: '', readOnly: true };
  if (file.name.toLowerCase().endsWith('.qwplan')) await openProject(workspace, success(granted));
  else await openCity(workspace, success(granted));
}
