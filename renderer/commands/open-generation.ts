import type { Generation, ProjectReference } from '#shared/ipc/contract.ts';
import type { ProjectState } from '../state/project.ts';
import type { Workspace } from '../state/workspace.ts';
import { openProject } from './open-project.ts';

/** The project whose earlier states can be asked for; undefined while it has no file. */
export const savedProject = ({ project, file }: Pick<ProjectState, 'project' | 'file'>): (ProjectReference & { readonly name: string }) | undefined =>
  project === undefined || file === undefined || file.grant === '' ? undefined : { grant: file.grant, contentId: project.id, name: file.name };

/** Earlier states of the open project, the newest first; none while it has no file. */
export async function earlierStates({ platform, stores }: Workspace): Promise<readonly Generation[]> {
  const saved = savedProject(stores.project.getState());
  return saved === undefined ? [] : platform.request('project:generations', { grant: saved.grant, contentId: saved.contentId });
}

/** Opens an earlier state as a copy that is in no file: the project's file changes only when the planner saves over it. */
export async function openGeneration(workspace: Workspace, { generationId }: Generation): Promise<void> {
  const saved = savedProject(workspace.stores.project.getState());
  if (saved === undefined) return;
  await openProject(workspace, await workspace.platform.request('project:openGeneration', { grant: saved.grant, contentId: saved.contentId }, generationId));
}
