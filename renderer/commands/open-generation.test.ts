import { expect, test } from 'vitest';
import { newProject } from '#app/project/new-project.ts';
import { asId } from '#shared/ids.ts';
import type { Generation } from '#shared/ipc/contract.ts';
import { aCity } from '#test/builders/a-city.ts';
import { aWorkspace } from '#test/builders/a-workspace.ts';
import { earlierStates, openGeneration } from './open-generation.ts';
import { ACTIONS } from './registry.ts';
import { startProject } from './start-project.ts';

const city = aCity().withQuarters(5).withIndicator('sgb2_share', [3, 8, 12, 20, 40]).build();
const today = { ...newProject(city, asId('p1')), title: 'Heute' };
const earlier = { ...today, title: 'Gestern' };
const state: Generation = { generationId: '20261120T100000000Z-0123456789abcdef', savedAt: '2026-11-20T10:00:00.000Z', size: 12_000 };

function desk() {
  const made = aWorkspace(
    {
      'project:generations': () => [state],
      'project:openGeneration': () => ({ ok: true, value: { grant: '', name: 'Plan.qwplan', bytes: new Uint8Array(1), sha256: 'e', readOnly: true } }),
    },
    { 'project.open': () => ({ status: 'ok', project: earlier }) },
  );
  return made;
}

test('an earlier state opens as a copy that is in no file, so nothing is replaced before the planner saves', async () => {
  const { workspace, asked } = desk();
  startProject(workspace, today, { grant: 'g', name: 'Plan.qwplan', sha256: 's' });
  expect(ACTIONS['project.generations'].enabled(workspace)).toBe(true);
  expect(await earlierStates(workspace)).toEqual([state]);
  await openGeneration(workspace, state);
  expect(asked.filter(({ channel }) => channel.startsWith('project:'))).toEqual([
    { channel: 'project:generations', request: { grant: 'g', contentId: 'p1' } },
    { channel: 'project:openGeneration', request: { grant: 'g', contentId: 'p1' } },
  ]);
  expect(workspace.stores.project.getState()).toMatchObject({ project: { title: 'Gestern', id: 'p1' }, file: undefined });
});

test('a project without a file has no earlier states to ask for', async () => {
  const { workspace, asked } = desk();
  startProject(workspace, today, undefined);
  expect(ACTIONS['project.generations'].enabled(workspace)).toBe(false);
  expect(await earlierStates(workspace)).toEqual([]);
  await openGeneration(workspace, state);
  expect(asked).toEqual([]);
});
