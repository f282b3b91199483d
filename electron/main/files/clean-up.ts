import type { Generations } from './generations.ts';
import type { UnfinishedSaves } from './unfinished-saves.ts';

/** Removes at start what crashes of earlier runs left behind: temporary files beside projects, half-written earlier states. */
export async function cleanUp(tools: { readonly unfinished: UnfinishedSaves; readonly generations: Generations }): Promise<void> {
  await tools.unfinished.cleanUp();
  await tools.generations.cleanUp();
}
