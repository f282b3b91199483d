import { expect, test } from 'vitest';
import type { City } from '#app/domain/city/city.ts';
import { computeIndex } from '#app/domain/social-index/compute-index.ts';
import { newProject } from '#app/project/new-project.ts';
import { renameProject } from '#app/project/operations/rename-project.ts';
import type { Project } from '#app/project/project.ts';
import { asDate, asId } from '#shared/ids.ts';
import type { GrantedFile } from '#shared/ipc/contract.ts';
import { draftRecommendation } from '#app/domain/planning/empty-sheets.ts';
import { aCity } from '#test/builders/a-city.ts';
import { aWorkspace } from '#test/builders/a-workspace.ts';
import { cityOf } from '../state/bundle.ts';
import { isUnsaved } from '../state/project.ts';
import type { Workspace } from '../state/workspace.ts';
import { begin } from './begin.ts';
import { changeProject, journalSettled } from './change-project.ts';
import { openCity } from './open-city.ts';
import { openProject } from './open-project.ts';
import { recoverJournal } from './recover.ts';
import { closeDialog } from './show-dialog.ts';

const cityWith = (manifest: object, values: readonly number[] = [3, 8, 12, 20, 40]): City =>
  aCity().withQuarters(5).withIndicator('population', [900, 900, 900, 900, 900], { form: 'absolute', direction: 'neutral', unit: '' }).withIndicator('sgb2_share', values).withManifest({ contentHash: 'first', ...manifest }).build();
const home = cityWith({});
const newer = cityWith({ contentHash: 'second', edition: '2025' }, [3, 8, 12, 20, 31]);
const elsewhere = cityWith({ bundleId: asId('elsewhere'), city: 'Anderstadt' });

const aFile = (change: Partial<GrantedFile> = {}): GrantedFile => ({ grant: 'g', name: 'Plan.qwplan', bytes: new Uint8Array(), sha256: 's', readOnly: false, ...change });
const granted = (change: Partial<GrantedFile> = {}) => ({ ok: true, value: aFile(change) }) as const;
const project = (city: City, title = 'Meine Planung'): Project => ({ ...newProject(city, asId('p1')), title });

/** A workspace whose next file is what the test puts on the pile. */
function desk(answers: Parameters<typeof aWorkspace>[0] = {}) {
  const pile: { city: City; project: Project } = { city: home, project: project(home) };
  const made = aWorkspace(answers, {
    'bundle.open': () => ({ status: 'ok', city: pile.city, warnings: [] }),
    'project.open': () => ({ status: 'ok', project: pile.project }),
    'index.compute': ({ city, profile, level, date }) => computeIndex(city, profile, level, date),
  });
  return { ...made, pile };
}
const stateOf = ({ stores }: Workspace) => stores.project.getState();
const dialogOf = ({ stores }: Workspace) => stores.dialogs.getState().current;
const rename = (workspace: Workspace, title: string) => changeProject(workspace, (current) => renameProject(current, title));
const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

/** Answers the open dialog as its button does: it closes, then the choice runs. */
async function answer<Kind extends ReturnType<typeof dialogOf>['kind']>(workspace: Workspace, kind: Kind, choose: (dialog: Extract<ReturnType<typeof dialogOf>, { kind: Kind }>) => void) {
  const dialog = dialogOf(workspace);
  expect(dialog.kind).toBe(kind);
  closeDialog(workspace);
  choose(dialog as Extract<ReturnType<typeof dialogOf>, { kind: Kind }>);
  await settle();
}

test('another city is not opened over unsaved work without a question; without a yes everything stays', async () => {
  const { workspace, pile } = desk();
  await openCity(workspace, granted());
  rename(workspace, 'Ungesichert');
  await journalSettled();
  pile.city = elsewhere;
  await openCity(workspace, granted());
  expect(cityOf(workspace.stores.bundle.getState())).toBe(home);
  expect(stateOf(workspace).project?.title).toBe('Ungesichert');
  await answer(workspace, 'unsaved', (dialog) => dialog.proceed());
  expect(cityOf(workspace.stores.bundle.getState())).toBe(elsewhere);
  expect(stateOf(workspace).project?.city.cityName).toBe('Anderstadt');
});

test('neither is another project, wherever it comes from: dialog, recent list, second start or a dropped file', async () => {
  const { workspace } = desk();
  await openCity(workspace, granted());
  rename(workspace, 'Ungesichert');
  for (const file of [granted(), granted({ grant: '', readOnly: true })]) {
    await openProject(workspace, file);
    expect(stateOf(workspace).project?.title).toBe('Ungesichert');
    expect(dialogOf(workspace).kind).toBe('unsaved');
    closeDialog(workspace);
  }
  await openProject(workspace, granted());
  await answer(workspace, 'unsaved', (dialog) => dialog.proceed());
  expect(stateOf(workspace)).toMatchObject({ project: { title: 'Meine Planung' }, file: { name: 'Plan.qwplan' } });
});

test('a project of another city is refused with both names', async () => {
  const { workspace, pile } = desk();
  await openCity(workspace, granted());
  pile.project = project(elsewhere);
  await openProject(workspace, granted());
  expect(dialogOf(workspace)).toMatchObject({ problem: { code: 'project.otherCity', details: { project: 'Anderstadt', city: 'Teststadt' } } });
  expect(stateOf(workspace).file).toBeUndefined();
});

test('a project that somebody else has open can be looked at, or worked on as a copy of its own', async () => {
  const locked = granted({ readOnly: true, lockedBy: { user: 'mueller', host: 'pc-7' } });
  const { workspace } = desk();
  await openCity(workspace, granted());
  await openProject(workspace, locked);
  expect(stateOf(workspace).file).toBeUndefined();
  await answer(workspace, 'occupied', (dialog) => {
    expect(dialog.by).toEqual({ user: 'mueller', host: 'pc-7' });
    dialog.look();
  });
  expect(stateOf(workspace).file).toMatchObject({ readOnly: true });
  expect(rename(workspace, 'Geht nicht')).toBe(false);
  closeDialog(workspace);
  await openProject(workspace, locked);
  await answer(workspace, 'occupied', (dialog) => dialog.copy());
  expect(stateOf(workspace)).toMatchObject({ file: undefined, project: { title: 'Meine Planung' } });
  expect(stateOf(workspace).project?.id).not.toBe('p1');
  expect(rename(workspace, 'Geht')).toBe(true);
});

/** A recommendation with a frozen figure of the quarter q5. */
function withEvidence(city: City): Project {
  const evidence = { indicator: asId('sgb2_share'), indicatorTitle: 'SGB II', unit: '%', precision: 1, area: asId('q5'), areaName: 'Q5', date: asDate('2024-12-31'), edition: '2024', value: { mark: 'value', value: 40 }, cityValue: { mark: 'notAvailable' }, deviations: undefined, status: undefined, trend: undefined } as const;
  return { ...project(city), recommendations: [draftRecommendation(asId('r1'), { number: 'Q5-PRV-1', title: 'Kita', evidence: [evidence as never] })] };
}

test('a project of an older edition asks, is bound as a step that can be undone, and lists the evidence that differs', async () => {
  const { workspace, pile } = desk();
  pile.city = newer;
  pile.project = withEvidence(home);
  await openCity(workspace, granted());
  await openProject(workspace, granted());
  expect(stateOf(workspace).file).toBeUndefined();
  await answer(workspace, 'otherEdition', (dialog) => {
    expect(dialog).toMatchObject({ from: '2024', to: '2025' });
    dialog.rebind();
  });
  await settle();
  expect(stateOf(workspace).project?.city).toMatchObject({ edition: '2025', contentHash: 'second' });
  expect(isUnsaved(stateOf(workspace))).toBe(true);
  expect(stateOf(workspace).history.undoable.at(-1)?.note.key).toBe('history.rebindEdition');
  const shown = dialogOf(workspace);
  expect(shown).toMatchObject({ kind: 'evidenceChanges', edition: '2025', sheets: [{ number: 'Q5-PRV-1' }] });
  expect(shown.kind === 'evidenceChanges' && shown.sheets[0]?.differences[0]?.kinds).toContain('value');
  // what was frozen stays as it was
  expect(stateOf(workspace).project?.recommendations[0]?.evidence[0]?.value).toEqual({ mark: 'value', value: 40 });
});

test('a newer edition of the city asks before the open project goes along; without a yes the older one stays', async () => {
  const { workspace, pile } = desk();
  await openCity(workspace, granted());
  await openProject(workspace, granted());
  pile.city = newer;
  await openCity(workspace, granted());
  expect(cityOf(workspace.stores.bundle.getState())).toBe(home);
  await answer(workspace, 'otherEdition', (dialog) => dialog.rebind());
  expect(cityOf(workspace.stores.bundle.getState())).toBe(newer);
  expect(stateOf(workspace).project?.city.contentHash).toBe('second');
});

test('a city without burden indicators opens; only its index says why there is none', async () => {
  const { workspace, pile } = desk();
  pile.city = { ...home, indicators: home.indicators.map((indicator) => ({ ...indicator, direction: 'neutral' as const })) };
  await openCity(workspace, granted());
  expect(cityOf(workspace.stores.bundle.getState())).toBe(pile.city);
  expect(stateOf(workspace).project?.city.bundleId).toBe(home.manifest.bundleId);
  expect(workspace.stores.results.getState().index).toMatchObject({ status: 'failed', problem: { code: 'index.noIndicators' } });
});

test('work of a crash is offered although something else has to be said first', async () => {
  const pending = [{ journalId: 'j', projectName: 'P', entries: 2, lastEditAt: '2026-01-01T10:00:00Z' }];
  const { workspace } = desk({ 'journal:pending': () => pending, 'bundle:initial': () => ({ ok: false, failure: { code: 'file.unreadable' } }) });
  await begin(workspace);
  expect(dialogOf(workspace).kind).toBe('problem');
  closeDialog(workspace);
  expect(dialogOf(workspace)).toEqual({ kind: 'recovery', journals: pending });
});

test('work of a crash that belongs to another city is not put beside this one', async () => {
  const change = JSON.stringify({ kind: 'start', project: project(elsewhere) });
  const { workspace } = desk({ 'journal:read': () => ({ ok: true, value: [{ journalId: 'j', sequence: 0, change }] }) });
  await openCity(workspace, granted());
  await recoverJournal(workspace, { journalId: 'j', projectName: '', entries: 1, lastEditAt: '2026-01-01T10:00:00Z' });
  expect(dialogOf(workspace)).toMatchObject({ problem: { code: 'project.otherCity' } });
  expect(stateOf(workspace).project?.city.cityName).toBe('Teststadt');
});
