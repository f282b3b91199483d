import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ImportPreview, ProposedRecipe } from '#app/jobs/import-contract.ts';
import type { GrantedFile } from '#shared/ipc/contract.ts';
import { failure, success } from '#shared/result.ts';
import { emptyDraft, emptyRecipe } from '#renderer/state/import-draft.ts';
import { aWorkspace } from '#test/builders/a-workspace.ts';
import { runCommand } from '../registry.ts';
import { addAddresses } from './add-addresses.ts';
import { addDropped, chooseImportFiles, pasteTable } from './add-files.ts';
import { acceptEverythingClear, answerQuestions } from './answer-questions.ts';
import { changeReading, removeFile } from './change-file.ts';
import { setRecipe } from './change-recipe.ts';
import { beginNewCity, goToImportStep, openWorkbench } from './go-to-import.ts';
import { undoDraft } from './edit-draft.ts';
import { inspectFiles } from './inspect-files.ts';
import { keepDraft, resumeKept } from './keep-draft.ts';
import { preview } from './preview.ts';
import { propose } from './propose.ts';
import { openRecipe, saveRecipe } from './recipe-file.ts';
import { writeBundle } from './write-bundle.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

const GRANT = '5f0c7f3c-3f0a-4c53-9a3e-0a4a4a9b2f11';
const granted = (name: string, text = 'a;b'): GrantedFile => ({ grant: GRANT, name, bytes: new TextEncoder().encode(text), sha256: '', readOnly: false });
const inspected = (name: string) => ({ name, bytes: 3, sha256: '', kind: 'tables', decoding: undefined, remarks: [], tables: [], layers: [] });
const level = { id: 'quarter', name: 'Quartiere', singular: 'Quartier', plural: 'Quartiere', areas: { file: 'a', key: { column: 'id', prefix: '' }, name: { column: 'name', withoutNumber: false }, where: [], merge: false, repair: true } };
const city = { ...emptyRecipe.city, bundleId: 'halmstedt', name: 'Halmstedt', ags: '01001000', edition: '2022' };
const proposal: ProposedRecipe = {
  recipe: { ...emptyRecipe, city, files: [{ id: 'a', path: 'a.csv', swapAxes: false }], levels: [level] },
  questions: [{ code: 'x', path: ['levels', 0, 'name'], choices: [{ value: 'Quartiere', label: 'one' }, { value: 'Bezirke', label: 'two' }] }],
};
const seen: ImportPreview = { report: { version: 1, files: [], entries: [], tables: [], areas: [], institutions: [] }, areas: [], unplaced: [], duplicates: [] };
const report = seen.report;

/** A workspace whose jobs answer as told; files are inspected without looking. */
function bench(answers: Parameters<typeof aWorkspace>[0] = {}, jobs: Parameters<typeof aWorkspace>[1] = {}) {
  const made = aWorkspace(
    { 'import:keepDraft': () => success(true), 'import:discardDraft': () => true, 'import:chooseFiles': () => [success(granted('a.csv'))], ...answers },
    { 'import.inspect': ({ file }) => success(inspected(file.name)), 'import.propose': () => success(proposal), 'import.preview': () => success(seen), ...jobs },
  );
  return { ...made, state: () => made.workspace.stores.import.getState() };
}
async function proposed(made: ReturnType<typeof bench>) {
  await chooseImportFiles(made.workspace);
  setRecipe(made.workspace, ['city'], city, { key: 'importWorkbench.step.city' });
  expect(await propose(made.workspace)).toBe(true);
}

test('chosen files are looked into; one that cannot be read is listed and takes no other along', async () => {
  const { workspace, state } = bench({ 'import:chooseFiles': () => [success(granted('a.csv')), failure({ code: 'file.unreadable', details: { file: 'b.csv' } }), success(granted('broken.csv'))] }, {
    'import.inspect': ({ file }) => (file.name === 'broken.csv' ? failure({ code: 'import.damaged' }) : success(inspected(file.name))),
  });
  await chooseImportFiles(workspace);
  await inspectFiles(workspace);
  expect(state().draft.files.map(({ name }) => name)).toEqual(['a.csv', 'broken.csv']);
  expect(state().refused).toEqual([{ code: 'file.unreadable', details: { file: 'b.csv' } }]);
  expect([...state().inspections.values()].map(({ status }) => status)).toEqual(['read', 'refused']);
});

test('a file of the same name takes the old one’s place, and undo brings the old one back', async () => {
  const { workspace, state } = bench();
  await chooseImportFiles(workspace);
  await addDropped(workspace, [new File(['new'], 'a.csv')]);
  expect(state().draft.files).toHaveLength(1);
  expect(new TextDecoder().decode(state().draft.files[0]?.bytes)).toBe('new');
  workspace.stores.import.setState({ open: true });
  runCommand(workspace, 'edit.undo');
  expect(new TextDecoder().decode(state().draft.files[0]?.bytes)).toBe('a;b');
});

test('a shapefile is read with its parts, again when they come later, and they are no files of their own', async () => {
  const reads: string[] = [];
  const { workspace, state } = bench({}, { 'import.inspect': ({ file, beside }) => (reads.push([file.name, ...beside.map(({ name }) => name)].join(' ')), success(inspected(file.name))) });
  await addDropped(workspace, [new File(['x'], 'q.shp')]);
  await inspectFiles(workspace);
  await addDropped(workspace, [new File(['x'], 'q.dbf'), new File(['x'], 'q.prj')]);
  await inspectFiles(workspace);
  await inspectFiles(workspace);
  expect(reads).toEqual(['q.shp', 'q.shp q.dbf q.prj']);
  expect(state().draft.files).toHaveLength(3);
});

test('pasted tables get names of their own', () => {
  const { workspace, state } = bench();
  expect(pasteTable(workspace, '  ', 'Zwischenablage')).toBe(false);
  pasteTable(workspace, 'a\tb\n1\t2', 'Zwischenablage');
  pasteTable(workspace, 'c\td', 'Zwischenablage');
  expect(state().draft.files.map(({ name }) => name)).toEqual(['Zwischenablage 1.tsv', 'Zwischenablage 2.tsv']);
  pasteTable(workspace, 'a;b\n1,5;2', 'Zwischenablage');
  expect(state().draft.files.map(({ options }) => options.delimiter)).toEqual(['\t', '\t', undefined]);
});

test('another way of reading stands in the recipe and is read again', async () => {
  const reads: unknown[] = [];
  const { workspace, state } = bench({}, { 'import.inspect': ({ file, options }) => (reads.push(options), success(inspected(file.name))) });
  await chooseImportFiles(workspace);
  await inspectFiles(workspace);
  changeReading(workspace, state().draft.files[0]!, { encoding: 'cp850' });
  await inspectFiles(workspace);
  expect(reads).toEqual([{}, { encoding: 'cp850' }]);
  expect(state().draft.recipe.files).toEqual([{ id: 'a', path: 'a.csv', swapAxes: false, encoding: 'cp850' }]);
});

test('proposals wait to be looked at; questions stay until they are answered; undo goes back step by step', async () => {
  const made = bench();
  await proposed(made);
  const { workspace, state } = made;
  expect(state().draft.proposed).toEqual(['levels/quarter']);
  acceptEverythingClear(workspace);
  expect(state().draft.proposed).toEqual(['levels/quarter']);
  answerQuestions(workspace, state().draft.questions, 1);
  expect(state().draft).toMatchObject({ proposed: [], questions: [], recipe: { levels: [{ name: 'Bezirke' }] } });
  workspace.stores.import.setState({ open: true });
  runCommand(workspace, 'edit.undo');
  expect(state().draft.recipe.levels[0]?.name).toBe('Quartiere');
  runCommand(workspace, 'edit.redo');
  expect(state().draft.recipe.levels[0]?.name).toBe('Bezirke');
});

test('a cancelled proposal changes nothing', async () => {
  const { workspace, state } = bench({}, { 'import.propose': undefined });
  await chooseImportFiles(workspace);
  const before = state().draft;
  expect(await propose(workspace)).toBe(false);
  expect(state().draft).toBe(before);
  expect(state().proposing).toBe(false);
});

test('the bundle is written only when checked and clear, and a cancelled build saves nothing', async () => {
  const asked: string[] = [];
  const made = bench({ 'export:save': ({ kind, suggestedName }) => (asked.push(`${kind} ${suggestedName}`), success({ chosen: 'h.gpkg', grant: GRANT })) }, { 'import.build': () => success({ bytes: new Uint8Array([1]), report, contentHash: 'x' }) });
  await proposed(made);
  const { workspace, state } = made;
  await preview(workspace);
  await writeBundle(workspace);
  expect(asked).toEqual([]);
  answerQuestions(workspace, state().draft.questions, 0);
  await preview(workspace);
  await writeBundle(workspace);
  expect(asked).toEqual(['gpkg Halmstedt 2022.gpkg']);
  expect(state().written).toMatchObject({ name: 'h.gpkg', grant: GRANT });

  const cancelled = bench({ 'export:save': () => expect.unreachable() }, { 'import.build': undefined });
  await proposed(cancelled);
  answerQuestions(cancelled.workspace, cancelled.state().draft.questions, 0);
  await preview(cancelled.workspace);
  await writeBundle(cancelled.workspace);
  expect(cancelled.state()).toMatchObject({ written: undefined, writing: false });
});

test('going to the last step checks what was not checked', async () => {
  const made = bench();
  await proposed(made);
  goToImportStep(made.workspace, 'write');
  await vi.waitFor(() => expect(made.state().preview).toMatchObject({ status: 'ready', of: made.state().draft }));
});

test('a build with errors shows its report and writes nothing', async () => {
  const entry = { level: 'error', part: 'areas', subject: 'quarter', code: 'x' } as const;
  const made = bench({ 'export:save': () => expect.unreachable() }, { 'import.build': () => failure({ problem: { code: 'import.notBuilt' }, report: { ...report, entries: [entry] } }) });
  await proposed(made);
  answerQuestions(made.workspace, made.state().draft.questions, 0);
  await preview(made.workspace);
  await writeBundle(made.workspace);
  expect(made.state().preview).toMatchObject({ status: 'ready', value: { report: { entries: [entry] } } });
  expect(made.workspace.stores.dialogs.getState().current).toMatchObject({ kind: 'problem', problem: { code: 'import.notBuilt' } });
});

test('a recipe names its files from where it is saved, and is opened with the files it names', async () => {
  const written: unknown[] = [];
  const made = bench(
    {
      'import:chooseRecipeTarget': () => ({ grant: GRANT, paths: ['../data/a.csv'] }),
      'import:saveRecipe': () => success({ chosen: 'r.json' }),
      'import:chooseRecipe': () => success(granted('r.json')),
      'import:readBeside': ({ paths }) => paths.map((path) => (path === 'gone.csv' ? failure({ code: 'import.fileMissing', details: { file: path } }) : success(granted('a.csv')))),
    },
    { 'import.writeRecipe': ({ recipe }) => (written.push(recipe.files), new Uint8Array()), 'import.readRecipe': () => success({ ...proposal.recipe, files: [...proposal.recipe.files, { id: 'g', path: 'gone.csv', swapAxes: false }] }) },
  );
  await proposed(made);
  await saveRecipe(made.workspace);
  expect(written).toEqual([[{ id: 'a', path: '../data/a.csv', swapAxes: false }]]);
  expect(made.state().draft.recipe.files[0]?.path).toBe('a.csv');
  await openRecipe(made.workspace);
  expect(made.state()).toMatchObject({ step: 'files', refused: [{ code: 'import.fileMissing' }] });
  expect(made.state().draft.files.map(({ name }) => name)).toEqual(['a.csv']);
});

test('what lies on the bench survives a crash: recipe, questions, and files without a place of their own', async () => {
  let kept = '';
  const made = bench({ 'import:keepDraft': ({ draft }) => ((kept = draft), success(true)) });
  await proposed(made);
  pasteTable(made.workspace, 'x\tä', 'Zwischenablage');
  await keepDraft(made.workspace);

  const later = bench({ 'import:draft': () => ({ keptAt: '', draft: kept, files: [success(granted('a.csv'))] }) });
  await resumeKept(later.workspace);
  expect(later.state().draft.recipe).toEqual(made.state().draft.recipe);
  expect(later.state().draft.questions).toEqual(made.state().draft.questions);
  expect(later.state().draft.files.map(({ name }) => name)).toEqual(['a.csv', 'Zwischenablage 1.tsv']);
  expect(new TextDecoder().decode(later.state().draft.files[1]?.bytes)).toBe('x\tä');
});

test('an address list is added with the columns the program recognises, in the system of the city, and institutions are looked up in it', async () => {
  const list = { file: 'x', header: [1, 1] as [number, number], rows: {}, street: 'Strasse', houseNumber: { join: ['Hausnummer', 'Zusatz'], with: '' }, postcode: 'PLZ', place: { by: 'coordinates' as const, x: 'Rechtswert', y: 'Hochwert', crs: 'EPSG:25832' } };
  const found: ProposedRecipe = {
    recipe: { ...emptyRecipe, addresses: [list] },
    questions: [{ code: 'coordinateSystem', path: ['addresses', 0, 'place', 'crs'], choices: ['EPSG:25832', 'EPSG:25833'].map((value) => ({ value, label: 'crs' })) }],
  };
  const made = bench({}, { 'import.propose': () => success(found) });
  await chooseImportFiles(made.workspace);
  const institutions = { id: 'k', file: 'a', header: [1, 1] as [number, number], rows: {}, where: [], name: 'Name', address: { join: ['Straße', 'Nr'], with: ' ' }, category: { fixed: 'kita' }, reach: { fixed: 'located' as const }, barrierFree: { fixed: 'unknown' as const }, fixedTerm: { fixed: 'unknown' as const }, public: true, place: [], placedByHand: {}, sameAs: {} };
  setRecipe(made.workspace, ['institutions'], [institutions], { key: 'importWorkbench.step.addInstitutions' });
  await addAddresses(made.workspace, { path: made.state().draft.files[0]!.name, sheet: undefined, layer: undefined }, 'EPSG:25833', { street: '@A', houseNumber: '@B', place: { by: 'geometry' } });
  const { recipe } = made.state().draft;
  expect(recipe.addresses).toEqual([{ ...list, file: recipe.files[0]?.id, place: { ...list.place, crs: 'EPSG:25833' } }]);
  expect(recipe.institutions[0]?.place).toEqual([{ by: 'address', street: 'Straße', houseNumber: 'Nr' }]);
});

test('a new city frees the bench, and undo brings the unwritten one back', async () => {
  const made = bench();
  await proposed(made);
  const before = made.state().draft;
  beginNewCity(made.workspace);
  expect(made.state()).toMatchObject({ open: true, step: 'files', draft: emptyDraft });
  undoDraft(made.workspace);
  expect(made.state().draft).toBe(before);
});

test('a city that is written and unchanged is offered when the workbench opens again, not forced', async () => {
  let kept = '';
  const made = bench(
    { 'export:save': () => success({ chosen: 'h.gpkg', grant: GRANT }), 'import:keepDraft': ({ draft }) => ((kept = draft), success(true)), 'import:draft': () => ({ keptAt: '2026-01-01T10:00:00Z', draft: kept, files: [success(granted('a.csv'))] }) },
    { 'import.build': () => success({ bytes: new Uint8Array([1]), report, contentHash: 'x' }) },
  );
  await proposed(made);
  answerQuestions(made.workspace, made.state().draft.questions, 0);
  await preview(made.workspace);
  await writeBundle(made.workspace);
  await vi.waitFor(() => expect(made.state().safety.kind).toBe('kept'));
  const { recipe } = made.state().draft;
  openWorkbench(made.workspace);
  await vi.waitFor(() => expect(made.state()).toMatchObject({ draft: emptyDraft, kept: { city: 'Halmstedt', written: true } }));
  await resumeKept(made.workspace);
  expect(made.state().draft.recipe).toEqual(recipe);
});

test('an empty bench leaves no draft behind', async () => {
  const { workspace, asked, state } = bench();
  await chooseImportFiles(workspace);
  removeFile(workspace, state().draft.files[0]!);
  await keepDraft(workspace);
  expect(asked.map(({ channel }) => channel)).toEqual(['import:chooseFiles', 'import:discardDraft']);
});

test('an address list added by hand ends the notice that nothing is read from its file', async () => {
  const made = bench();
  await proposed(made);
  const { draft } = made.state();
  const notice = (file: string) => ({ code: 'unused', path: ['files'], details: { file, reason: 'noFigures' }, choices: [] });
  made.workspace.stores.import.setState({ draft: { ...draft, questions: [notice('a.csv'), notice('b.csv')] } });
  await addAddresses(made.workspace, { path: 'a.csv', sheet: undefined, layer: undefined }, 'EPSG:25832', { street: '@A', houseNumber: '@B', place: { by: 'geometry' } });
  expect(made.state().draft.questions).toEqual([notice('b.csv')]);
  expect(made.state().draft.recipe.addresses).toMatchObject([{ file: 'a', street: '@A' }]);
});
