import { describe, expect, test } from 'vitest';
import type { CityPackage } from '#app/jobs/edition-contract.ts';
import { aFullProject } from '#test/builders/a-project.ts';
import { aCity } from '#test/builders/a-city.ts';
import { aWorkspace } from '#test/builders/a-workspace.ts';
import { exportCityData, exportInstitutions, exportRecommendations } from './exports.ts';
import { runCommand } from './registry.ts';
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

describe('the data of the city', () => {
  const exported = async (wanted: CityPackage) => {
    const orders: unknown[] = [];
    const saved: string[] = [];
    const { workspace } = aWorkspace(
      { 'export:save': ({ kind, suggestedName }) => { saved.push(`${kind}: ${suggestedName}`); return { ok: true, value: { chosen: suggestedName } }; } },
      { 'tables.package': ({ city: { manifest }, ...order }) => { orders.push({ ...order, edition: manifest.edition }); return { ok: true, value: new Uint8Array(1) }; } },
    );
    workspace.stores.bundle.setState({ content: { kind: 'city', city: aCity().build(), fileName: 'A.gpkg', warnings: [], migratedFrom: undefined } });
    await exportCityData(workspace, wanted);
    return { orders, saved, notice: workspace.stores.jobs.getState().notice?.text };
  };

  test.each([
    [{ format: 'csv', mode: 'copy' }, 'zip: Teststadt 2024 Bürokopie CSV.zip'],
    [{ format: 'geojson', mode: 'public' }, 'zip: Teststadt 2024 öffentlich GeoJSON.zip'],
    [{ format: 'xlsx', mode: 'public' }, 'xlsx: Teststadt 2024 öffentlich.xlsx'],
    [{ format: 'gpkg', mode: 'copy' }, 'gpkg: Teststadt 2024.gpkg'],
  ] as const)('%o is one file whose name says what it is', async (wanted, name) => {
    expect(await exported(wanted)).toEqual({ orders: [{ ...wanted, language: 'de', edition: '2024' }], saved: [name], notice: 'shell.notice.exported' });
  });

  test('the command opens its dialog, and is there only with a bundle', () => {
    const { workspace } = aWorkspace();
    runCommand(workspace, 'bundle.export');
    expect(workspace.stores.dialogs.getState().current.kind).toBe('none');
    workspace.stores.bundle.setState({ content: { kind: 'city', city: aCity().build(), fileName: 'A.gpkg', warnings: [], migratedFrom: undefined } });
    runCommand(workspace, 'bundle.export');
    expect(workspace.stores.dialogs.getState().current.kind).toBe('cityExport');
  });

  test('cancelling the work leaves nothing behind and says so', async () => {
    const { workspace, asked } = aWorkspace();
    workspace.stores.bundle.setState({ content: { kind: 'city', city: aCity().build(), fileName: 'A.gpkg', warnings: [], migratedFrom: undefined } });
    await exportCityData(workspace, { format: 'csv', mode: 'copy' });
    expect(asked.map(({ channel }) => channel)).not.toContain('export:save');
    expect(workspace.stores.jobs.getState().notice?.text).toBe('shell.notice.cancelled');
  });
});
