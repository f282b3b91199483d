import { describe, expect, test } from 'vitest';
import { lookupOf } from '#app/domain/city/city-lookup.ts';
import { emptyEntry, entryOf } from '#app/domain/register/institution-revision.ts';
import { newProject } from '#app/project/new-project.ts';
import { asDate, asId, type InstitutionId } from '#shared/ids.ts';
import { aCity, middleOfQuarter } from '#test/builders/a-city.ts';
import { aRun } from '#test/builders/a-project.ts';
import { aWorkspace } from '#test/builders/a-workspace.ts';
import type { City } from '#app/domain/city/city.ts';
import { currentCity } from '../state/current-city.ts';
import { listedNow, searchRegister, today } from '../state/register.ts';
import { exportInstitutions } from './exports.ts';
import { addInstitution, changeRegisterFilters, chooseInstitutions, clearRegisterFilters, confirmInstitutions, correctInstitution, mergeInto, placeTask, reviseInstitution, startTask } from './register.ts';
import { followRegister, runCoverage } from './run-coverage.ts';
import { startProject } from './start-project.ts';
import { undoOnce } from './undo-redo.ts';

const origin = { source: 'Träger', note: 'Anruf' };
const kita = asId<InstitutionId>('kita-1');
const other = asId<InstitutionId>('kita-2');

function opened() {
  const asked: City[] = [];
  const { workspace } = aWorkspace({}, {
    'coverage.compute': ({ city }) => (asked.push(city), { ok: false, failure: { code: 'coverage.noOffers' } }),
    'institutions.export': ({ city }) => (asked.push(city), { ok: false, failure: { code: 'unexpected' } }),
  });
  const city = aCity().withQuarters(2).withInstitution('kita-1', 'kita', middleOfQuarter(1), { name: 'Kita Eins' }).withInstitution('kita-2', 'kita', middleOfQuarter(2), { name: 'Kita Zwei' }).build();
  workspace.stores.bundle.setState({ content: { kind: 'city', city, fileName: 'A.gpkg', warnings: [], migratedFrom: undefined } });
  startProject(workspace, newProject(city, asId('plan')), undefined);
  const institution = (id: InstitutionId) => lookupOf(currentCity(workspace.stores)!).institution(id);
  return { workspace, asked, institution };
}

describe('changes to the register', () => {
  test('a change is seen at once, remembers how one knows, ends the task, and can be taken back', () => {
    const { workspace, institution } = opened();
    startTask(workspace, { kind: 'edit', id: kita });
    expect(correctInstitution(workspace, kita, { ...entryOf(institution(kita)!), name: 'Kita Neu' }, origin)).toBe(true);
    expect(institution(kita)?.name).toBe('Kita Neu');
    expect(workspace.stores.register.getState()).toMatchObject({ origin, task: { kind: 'none' } });
    expect(workspace.stores.project.getState().project?.institutionRevisions).toMatchObject([{ institution: kita, on: today(), ...origin, change: { kind: 'corrected', fields: { name: 'Kita Neu' } } }]);
    undoOnce(workspace);
    expect(institution(kita)?.name).toBe('Kita Eins');
    expect(workspace.stores.jobs.getState().notice?.values?.['what']).toContain('Kita Eins');
  });
  test('without a difference nothing is recorded', () => {
    const { workspace, institution } = opened();
    expect(correctInstitution(workspace, kita, entryOf(institution(kita)!), origin)).toBe(false);
    expect(workspace.stores.project.getState().history.undoable).toEqual([]);
  });
  test('several confirmations are one step', () => {
    const { workspace, institution } = opened();
    confirmInstitutions(workspace, [kita, other], origin);
    expect([institution(kita)?.verifiedOn, institution(other)?.verifiedOn]).toEqual([today(), today()]);
    undoOnce(workspace);
    expect([institution(kita)?.verifiedOn, institution(other)?.verifiedOn]).toEqual([undefined, undefined]);
  });
  test('a new entry is selected; merging selects the one that stays', () => {
    const { workspace, institution } = opened();
    addInstitution(workspace, { ...emptyEntry(asId('kita'), middleOfQuarter(1)), name: 'Kita Drei' }, origin);
    const { onMap } = workspace.stores.selection.getState();
    if (onMap.kind !== 'institution') throw new Error(onMap.kind);
    expect(institution(onMap.id)?.name).toBe('Kita Drei');
    mergeInto(workspace, onMap.id, kita, { ...entryOf(institution(kita)!), capacity: 40 }, origin);
    expect(institution(onMap.id)).toBeUndefined();
    expect(institution(kita)?.capacity).toBe(40);
    expect(workspace.stores.selection.getState().onMap).toEqual({ kind: 'institution', id: kita });
  });
  test('the mark on the map moves with the task that has one, and nothing else', () => {
    const { workspace } = opened();
    startTask(workspace, { kind: 'close', id: kita });
    placeTask(workspace, [1, 2]);
    expect(workspace.stores.register.getState().task).toEqual({ kind: 'close', id: kita });
    startTask(workspace, { kind: 'move', id: kita, at: middleOfQuarter(1) });
    placeTask(workspace, [1, 2]);
    expect(workspace.stores.register.getState().task).toEqual({ kind: 'move', id: kita, at: [1, 2] });
  });
});

describe('everything works with the corrected register', () => {
  test('a coverage is asked again when the register changes, with the corrected city, and when that is undone', async () => {
    const { workspace, asked } = opened();
    followRegister(workspace);
    await runCoverage(workspace, aRun('run').request);
    reviseInstitution(workspace, kita, { kind: 'closed', closedOn: asDate('2020-01-01') }, origin);
    await new Promise((resume) => setTimeout(resume));
    undoOnce(workspace);
    await new Promise((resume) => setTimeout(resume));
    expect(asked.map(({ institutions }) => institutions[0]?.closedOn)).toEqual([undefined, '2020-01-01', undefined]);
  });
  test('without a question no coverage is asked', async () => {
    const { workspace, asked } = opened();
    followRegister(workspace);
    reviseInstitution(workspace, kita, { kind: 'confirmed' }, origin);
    await new Promise((resume) => setTimeout(resume));
    expect(asked).toEqual([]);
  });
  test('an export gets the corrected city', async () => {
    const { workspace, asked } = opened();
    reviseInstitution(workspace, kita, { kind: 'moved', to: [1, 2] }, origin);
    await exportInstitutions(workspace);
    expect(asked[0]?.institutions[0]?.location).toEqual([1, 2]);
  });
});

describe('search', () => {
  const found = ({ stores }: ReturnType<typeof opened>['workspace']) =>
    searchRegister(currentCity(stores)!, stores.view.getState().filters, stores.register.getState().filters, today()).hits.map(({ institution }) => institution.id);
  test('closed ones are found only when they are asked for', () => {
    const { workspace } = opened();
    reviseInstitution(workspace, kita, { kind: 'closed', closedOn: asDate('2020-01-01') }, origin);
    expect(found(workspace)).toEqual(['kita-2']);
    changeRegisterFilters(workspace, { onlyOpen: false });
    expect(found(workspace)).toEqual(['kita-1', 'kita-2']);
  });
  test('near an institution follows it when it is moved', () => {
    const { workspace } = opened();
    changeRegisterFilters(workspace, { near: { from: { kind: 'institution', id: kita }, metres: 500 } });
    expect(found(workspace)).toEqual(['kita-1']);
    reviseInstitution(workspace, kita, { kind: 'moved', to: middleOfQuarter(2) }, origin);
    expect(found(workspace)).toEqual(['kita-1', 'kita-2']);
    clearRegisterFilters(workspace);
    expect(workspace.stores.register.getState().filters.near).toBeUndefined();
  });
  test('what is handed out is the choice, or everything found', () => {
    const { workspace } = opened();
    expect(listedNow(workspace).map(({ id }) => id)).toEqual(['kita-1', 'kita-2']);
    chooseInstitutions(workspace, [other, asId('gone')]);
    expect(listedNow(workspace).map(({ id }) => id)).toEqual(['kita-2']);
  });
});
