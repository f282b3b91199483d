import type { GrantedFile } from '#shared/ipc/contract.ts';
import { success } from '#shared/result.ts';
import { openCity } from './open-city.ts';
import { openProject } from './open-project.ts';
import type { Workspace } from '../state/workspace.ts';

/** Opens a file dropped on the window. It carries no grant, so a project opened this way asks where to save. */
export async function openDropped(workspace: Workspace, file: File): Promise<void> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const granted: GrantedFile = { grant: '', name: file.name, bytes, sha256: '', readOnly: true };
  if (file.name.toLowerCase().endsWith('.qwplan')) await openProject(workspace, success(granted));
  else await openCity(workspace, success(granted));
}
