import { expect, test } from 'vitest';
import { compareEditions as differences } from '#app/domain/edition/compare-editions.ts';
import { jobs } from '#app/jobs/registry.ts';
import type { EditionFile } from '#app/jobs/edition-contract.ts';
import { writeCityBundle } from '#app/storage/bundle/write-city-bundle.ts';
import { aFullCity } from '#test/builders/a-full-city.ts';
import { aWorkspace } from '#test/builders/a-workspace.ts';
import { compareEditions, openWrittenEdition, writeNextEdition } from './editions.ts';

const city = aFullCity();
const granted = { grant: 'g', name: 'alt.gpkg', bytes: new Uint8Array(1), sha256: '', readOnly: false };
const opened = (workspace: ReturnType<typeof aWorkspace>['workspace']) =>
  workspace.stores.bundle.setState({ content: { kind: 'city', city, fileName: 'A.gpkg', warnings: [], migratedFrom: undefined } });

test('the open edition is compared with the chosen file, the result is a dialog', async () => {
  const asked: { one: EditionFile; other: EditionFile; order: string }[] = [];
  const { workspace } = aWorkspace(
    { 'bundle:chooseFile': () => ({ ok: true, value: granted }) },
    { 'edition.compare': (input) => { asked.push(input); return { ok: true, value: differences(city, city, 'internal') }; } },
  );
  opened(workspace);
  await compareEditions(workspace);
  expect(asked).toMatchObject([{ one: { city }, other: { fileName: 'alt.gpkg' }, order: 'byCreation' }]);
  expect(workspace.stores.dialogs.getState().current.kind).toBe('editionComparison');
});

test('two cities are not compared, and the planner is told', async () => {
  const { workspace } = aWorkspace({ 'bundle:chooseFile': () => ({ ok: true, value: granted }) }, { 'edition.compare': () => ({ ok: false, failure: { code: 'edition.otherCity' } }) });
  opened(workspace);
  await compareEditions(workspace);
  expect(workspace.stores.dialogs.getState().current).toMatchObject({ kind: 'problem', problem: { code: 'edition.otherCity' } });
});

test('a new edition is saved as a bundle and offered to be opened', async () => {
  const saved: string[] = [];
  const open: string[] = [];
  const { workspace } = aWorkspace(
    {
      'export:save': ({ kind, suggestedName }) => { saved.push(`${kind} ${suggestedName}`); return { ok: true, value: { chosen: 'neu.gpkg', grant: 'written' } }; },
      'bundle:openWritten': (grant) => { open.push(grant); return { ok: false, failure: { code: 'file.unreadable' } }; },
    },
    { 'edition.next': () => ({ ok: true, value: { bytes: new Uint8Array(3), contentHash: 'abc', corrected: 1, confirmed: 0, kept: 0, leftBehind: 0, institutions: 2, institutionsGone: [], setBack: [], unapplied: [] } }) },
  );
  opened(workspace);
  await writeNextEdition(workspace, '2025', 'Teststadt 2025', undefined);
  expect(saved).toEqual(['gpkg Teststadt 2025.gpkg']);
  expect(workspace.stores.dialogs.getState().current).toMatchObject({ kind: 'editionWritten', edition: '2025', file: 'neu.gpkg', grant: 'written' });
  await openWrittenEdition(workspace, 'written');
  expect(open).toEqual(['written']);
});

test('cancelling the question where it shall lie leaves no dialog', async () => {
  const { workspace } = aWorkspace({ 'export:save': () => 'cancelled' }, { 'edition.next': () => ({ ok: true, value: { bytes: new Uint8Array(3), contentHash: 'abc', corrected: 0, confirmed: 0, kept: 0, leftBehind: 0, institutions: 2, institutionsGone: [], setBack: [], unapplied: [] } }) });
  opened(workspace);
  await writeNextEdition(workspace, '2025', 'Titel', undefined);
  expect(workspace.stores.dialogs.getState().current.kind).not.toBe('editionWritten');
  expect(workspace.stores.jobs.getState().notice?.text).toBe('shell.notice.cancelled');
});

test('the job puts the earlier edition on the left, whichever is open', async () => {
  const later = { ...city, manifest: { ...city.manifest, edition: '2025', created: '2026-02-02T00:00:00Z' } };
  const answer = await jobs['edition.compare']({ one: { city: later }, other: { bytes: await writeCityBundle(city), fileName: 'alt.gpkg' }, order: 'byCreation', audience: 'internal' }, { progress: () => undefined });
  expect(answer.ok && [answer.value.older.edition, answer.value.newer.edition]).toEqual(['2024', '2025']);
});
