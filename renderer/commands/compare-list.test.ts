import { expect, test } from 'vitest';
import { lookupOf } from '#app/domain/city/city-lookup.ts';
import { compareWithList } from '#app/domain/register/compare-with-list.ts';
import type { ListedInstitution } from '#app/domain/register/listed-institution.ts';
import { newProject } from '#app/project/new-project.ts';
import { asId, type InstitutionId } from '#shared/ids.ts';
import { aCity, middleOfQuarter } from '#test/builders/a-city.ts';
import { aWorkspace } from '#test/builders/a-workspace.ts';
import { currentCity } from '../state/current-city.ts';
import { chooseList, decideDifferences, splitByDecision } from './compare-list.ts';
import { startProject } from './start-project.ts';
import { undoOnce } from './undo-redo.ts';

const row = (key: string, name: string, quarter: number): ListedInstitution => ({ key, id: undefined, name, location: middleOfQuarter(quarter), category: undefined, fields: { provider: 'AWO' } });
const list = [row('1', 'Kita Eins', 1), row('2', 'Kita Neu', 3)];

async function compared() {
  const { workspace } = aWorkspace(
    { 'import:chooseFiles': () => [{ ok: true, value: { grant: 'g', name: 'POI.gpkg', bytes: new Uint8Array(1), sha256: '', readOnly: true } }] },
    {
      'register.openList': () => ({ ok: true, value: { kind: 'bundle', title: 'POI', listed: list } }),
      'register.compare': ({ institutions, options }) => compareWithList(institutions, list, options),
    },
  );
  const city = aCity().withQuarters(3).withInstitution('kita-1', 'kita', middleOfQuarter(1), { name: 'Kita Eins' }).withInstitution('kita-2', 'kita', middleOfQuarter(2), { name: 'Kita Zwei' }).build();
  workspace.stores.bundle.setState({ content: { kind: 'city', city, fileName: 'A.gpkg', warnings: [], migratedFrom: undefined } });
  startProject(workspace, newProject(city, asId('plan')), undefined);
  await chooseList(workspace);
  const split = () => {
    const { comparison } = workspace.stores.register.getState();
    if (comparison?.kind !== 'compared') throw new Error(String(comparison?.kind));
    return splitByDecision(comparison, workspace.stores.project.getState().project?.listDecisions ?? []);
  };
  const of = (kind: string) => split().open.filter((difference) => difference.kind === kind);
  const institution = (id: string) => lookupOf(currentCity(workspace.stores)!).institution(asId<InstitutionId>(id));
  return { workspace, split, of, institution };
}

test('a list is chosen, opened and compared; nothing changes by that', async () => {
  const { workspace, split } = await compared();
  expect(split().open.map(({ kind }) => kind).sort()).toEqual(['changed', 'new', 'vanished']);
  expect(workspace.stores.project.getState().history.undoable).toEqual([]);
});

test('accepting changes the register, with the list as its source; undo takes change and decision back', async () => {
  const { workspace, split, of, institution } = await compared();
  decideDifferences(workspace, of('changed'), 'accepted', 'geprüft', undefined);
  expect(institution('kita-1')?.provider).toBe('AWO');
  expect(workspace.stores.project.getState().project).toMatchObject({ institutionRevisions: [{ source: 'POI.gpkg', note: 'geprüft' }], listDecisions: [{ verdict: 'accepted', about: 'Kita Eins' }] });
  expect(split().decided).toHaveLength(1);
  undoOnce(workspace);
  expect(institution('kita-1')?.provider).toBe('');
  expect(split().open).toHaveLength(3);
});

test('a new entry waits until its category is known; a missing one is closed', async () => {
  const { workspace, of, institution } = await compared();
  expect(decideDifferences(workspace, of('new'), 'accepted', '', undefined)).toBe(false);
  decideDifferences(workspace, [...of('new'), ...of('vanished')], 'accepted', '', asId('kita'));
  expect(currentCity(workspace.stores)!.institutions.map(({ name }) => name)).toEqual(['Kita Eins', 'Kita Zwei', 'Kita Neu']);
  expect(institution('kita-2')?.closedOn).toBeDefined();
});

test('what was refused stays refused when the list comes again; what was accepted and is found again is open', async () => {
  const { workspace, split, of } = await compared();
  decideDifferences(workspace, of('vanished'), 'refused', 'nur umgezogen', undefined);
  decideDifferences(workspace, of('changed'), 'accepted', '', undefined);
  await chooseList(workspace);
  expect(split().open.map(({ kind }) => kind)).toEqual(['new']);
  expect(split().decided).toMatchObject([{ decision: { verdict: 'refused', reason: 'nur umgezogen' } }]);
  // the bundle's own value again, as after another edition
  workspace.stores.project.setState(({ project }) => ({ project: { ...project!, institutionRevisions: [] } }));
  await chooseList(workspace);
  expect(split().open.map(({ kind }) => kind).sort()).toEqual(['changed', 'new']);
});
