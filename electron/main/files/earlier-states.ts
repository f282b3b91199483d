import { basename } from 'node:path';
import type { Generation, GrantedFile, Handlers, ProjectReference } from '#shared/ipc/contract.ts';
import type { Problem } from '#shared/problem.ts';
import { failure, success, type Result } from '#shared/result.ts';
import type { Grants } from '../grants.ts';
import { errnoOf, type IoPort } from './io-port.ts';
import type { Generations, KeptState } from './generations.ts';
import { sha256Of } from './sha256.ts';

type Channels = 'project:generations' | 'project:openGeneration';

/** The way back to earlier states: they are listed and read, never written. The surface names one by its id, not by a path. */
export function earlierStates({ io, generations, grants }: { readonly io: IoPort; readonly generations: Generations; readonly grants: Grants }): Pick<Handlers, Channels> {
  async function statesOf({ grant, contentId }: ProjectReference): Promise<readonly KeptState[]> {
    const target = grants.pathOf(grant);
    return target === undefined ? [] : generations.list(target, contentId).catch(() => []);
  }

  async function described(state: KeptState): Promise<Generation | undefined> {
    const status = await io.stat(state.path).catch(() => undefined);
    return status === undefined ? undefined : { generationId: idOf(state), savedAt: state.savedAt, size: status.size };
  }

  async function opened(project: ProjectReference, generationId: string): Promise<Result<GrantedFile, Problem>> {
    const name = basename(grants.pathOf(project.grant) ?? '');
    const state = (await statesOf(project)).find((candidate) => idOf(candidate) === generationId);
    if (state === undefined) return failure({ code: 'file.unreadable', details: { file: name }, technical: 'no such state' });
    try {
      const bytes = await generations.read(state);
      // without a grant it is a copy: saving asks where
      return success({ grant: '', name, bytes, sha256: sha256Of(bytes), readOnly: true });
    } catch (cause) {
      return failure({ code: 'file.unreadable', details: { file: name }, technical: errnoOf(cause) ?? 'unknown' });
    }
  }

  return {
    'project:generations': async (project) => (await Promise.all((await statesOf(project)).map(described))).filter((state) => state !== undefined),
    'project:openGeneration': opened,
  };
}

const idOf = ({ path }: KeptState): string => basename(path, '.qwplan');
