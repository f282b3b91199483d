import { expect, test } from 'vitest';
import { aFullProject } from '#test/builders/a-project.ts';
import { aCity } from '#test/builders/a-city.ts';
import { aWorkspace } from '#test/builders/a-workspace.ts';
import { exportInstitutions, exportRecommendations } from './exports.ts';
import { startProject } from './start-project.ts';

test('two exports asked for at once are asked and written one after the other, and both are there', async () => {
  const written: string[] = [];
  let open = 0;
  const { workspace } = aWorkspace(
    {
      'export:save': async ({ suggestedName }) => {
        open += 1;
        expect(open).toBe(1);
        await new Promise((resume) => setTimeout(resume));
        open -= 1;
        written.push(suggestedName);
        return { ok: true, value: { chosen: suggestedName } };
      },
    },
    { 'recommendations.export': () => ({ ok: true, value: new Uint8Array(1) }), 'institutions.export': () => ({ ok: true, value: new Uint8Array(1) }) },
  );
  workspace.stores.bundle.setState({ content: { kind: 'city', city: aCity().build(), fileName: 'A.gpkg', warnings: [], migratedFrom: undefined } });
  startProject(workspace, aFullProject(), undefined);
  await Promise.all([exportRecommendations(workspace), exportInstitutions(workspace)]);
  expect(written).toHaveLength(2);
});

test('a file question that is cancelled says so', async () => {
  const { workspace } = aWorkspace({ 'export:save': () => 'cancelled' }, { 'institutions.export': () => ({ ok: true, value: new Uint8Array(1) }) });
  workspace.stores.bundle.setState({ content: { kind: 'city', city: aCity().build(), fileName: 'A.gpkg', warnings: [], migratedFrom: undefined } });
  await exportInstitutions(workspace);
  expect(workspace.stores.jobs.getState().notice?.text).toBe('shell.notice.cancelled');
});
