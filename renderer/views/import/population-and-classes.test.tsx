// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { InspectedFile } from '#app/jobs/import-contract.ts';
import { translator } from '#shared/i18n/translator.ts';
import { aWorkspace } from '#test/builders/a-workspace.ts';
import { addPopulation, changePopulationKind, removePopulation } from '../../commands/import/add-population.ts';
import { addPublishedClasses } from '../../commands/import/add-published-classes.ts';
import { undoDraft } from '../../commands/import/edit-draft.ts';
import { SpeechProvider } from '../../components/language.tsx';
import { benchSources } from '../../state/bench-sources.ts';
import { WorkspaceProvider } from '../../state/context.tsx';
import { emptyDraft, emptyRecipe, type WorkFile } from '../../state/import-draft.ts';
import { noImport, type ImportState } from '../../state/import.ts';
import { Workbench } from './workbench.tsx';

const t = translator('de');
const people: WorkFile = { name: 'einwohner_2023.csv', bytes: new Uint8Array(3), grant: undefined, options: {} };
const office: WorkFile = { ...people, name: 'klassen.csv' };
const tableFile = (name: string, head: (string | number)[][]): InspectedFile => ({ name, bytes: 3, sha256: '', kind: 'tables', decoding: undefined, remarks: [], layers: [], tables: [{ name: 'Blatt', hidden: false, rows: head.length, columns: 3, head, merges: [] }] });
const level = { id: 'quarter', name: 'Quartiere', singular: 'Quartier', plural: 'Quartiere', areas: { file: 'a', key: { column: 'id', prefix: '' }, name: { column: 'name', withoutNumber: false }, where: [], merge: false, repair: true } };
const state: ImportState = {
  ...noImport,
  open: true,
  draft: {
    ...emptyDraft,
    files: [people, office],
    recipe: { ...emptyRecipe, city: { ...emptyRecipe.city, name: 'Halmstedt', ags: '01001000', edition: '2022' }, levels: [level] },
    questions: [people, office].map(({ name }) => ({ code: 'unused', path: ['files'], details: { file: name, reason: 'noAreas' }, choices: [] })),
    seen: [people.name, office.name],
  },
  inspections: new Map([
    [people, { status: 'read', file: tableFile(people.name, [['Gebiet', 'unter 18', '18 und älter', 'Männer'], ['Nord', 1, 2, 3]]) }],
    [office, { status: 'read', file: tableFile(office.name, [['Gebiet', 'Jahr', 'Status', 'Dynamik'], ['Nord', 2023, 'hoch', 'stabil'], ['Süd', 2023, 'ungültig', 'negativ']]) }],
  ]),
};

let root: Root;
const { workspace } = aWorkspace();
const now = () => workspace.stores.import.getState();
const source = (name: string) => benchSources(now()).find(({ path }) => path === name)!;
const takePeople = () => addPopulation(workspace, source(people.name), { cityCrs: 'EPSG:25832', today: '2026-01-01', everyone: 'alle' });
beforeEach(() => {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
  document.body.innerHTML = '<div id="root"></div>';
  root = createRoot(document.getElementById('root') ?? document.body);
  workspace.stores.import.setState(state, true);
});
afterEach(async () => act(async () => root.unmount()));

async function shown(step: ImportState['step']): Promise<string> {
  await act(async () => {
    workspace.stores.import.setState({ step });
    root.render(
      <WorkspaceProvider value={workspace}>
        <SpeechProvider value={{ language: 'de', t }}>
          <Workbench />
        </SpeechProvider>
      </WorkspaceProvider>,
    );
  });
  return document.querySelector('.bench-middle')?.textContent?.replaceAll('\u00ad', '') ?? '';
}
const press = async (name: string) => {
  const button = [...document.querySelectorAll('button')].find((one) => one.textContent === name || one.getAttribute('aria-label') === name);
  if (button === undefined) throw new Error(`no button "${name}"`);
  await act(async () => button.click());
};
/** Every field has a name that a screen reader can say. */
const nameless = () => [...document.querySelectorAll('.bench-middle input:not([type=hidden]):not([hidden]):not([tabindex="-1"])')].filter((field) => field.closest('[aria-hidden=true]') === null && !field.hasAttribute('aria-label') && !field.hasAttribute('aria-labelledby') && (field.id === '' || document.querySelector(`label[for="${field.id}"]`) === null) && field.closest('label') === null);

test('people by age are added from a file in one step of undo, and the file counts as used', async () => {
  expect(await shown('streets')).toContain(t('importWorkbench.population.title'));
  await act(async () => takePeople());
  expect(now().draft.recipe.population).toEqual({
    date: '2023-12-31',
    ageGroups: [{ id: '0to17', name: 'unter 18', from: 0, to: 17, column: 'unter 18' }, { id: '18plus', name: '18 und älter', from: 18, column: '18 und älter' }],
    from: { by: 'areas', file: 'einwohner_2023', header: [1, 1], rows: {}, where: [], area: { column: 'Gebiet', level: 'quarter', by: 'key', prefix: '', assign: {}, ignore: [] } },
    signs: {},
  });
  expect(now().draft.questions.map(({ details }) => details?.['file'])).toEqual([office.name]);
  await act(async () => addPublishedClasses(workspace, source(office.name), '2026-01-01'));
  expect(now().draft.questions).toEqual([]);
  expect(await shown('files')).toContain(t('importWorkbench.files.allUsed'));
  await act(async () => undoDraft(workspace));
  await act(async () => undoDraft(workspace));
  expect(now().draft).toBe(state.draft);
});

test('age groups are added and removed row by row, and people as a whole', async () => {
  takePeople();
  await shown('streets');
  expect(nameless()).toEqual([]);
  await press(t('importWorkbench.population.addGroup'));
  expect(now().draft.recipe.population?.ageGroups.map(({ id, from, column }) => [id, from, column])).toEqual([['0to17', 0, 'unter 18'], ['18plus', 18, '18 und älter'], ['19plus', 19, 'Männer']]);
  await press(t('importWorkbench.population.removeGroup', { name: 'unter 18' }));
  expect(now().draft.recipe.population?.ageGroups.map(({ id }) => id)).toEqual(['18plus', '19plus']);
  await press(t('importWorkbench.population.remove'));
  expect('population' in now().draft.recipe).toBe(false);
});

test('another kind of source keeps ages and file, and each kind shows its own fields', async () => {
  takePeople();
  for (const [kind, field] of [['grid', t('importWorkbench.population.gridColumn')], ['coordinates', t('importWorkbench.place.x')], ['areas', t('importWorkbench.population.areaColumn')]] as const) {
    await act(async () => changePopulationKind(workspace, source(people.name), kind, 'EPSG:25833'));
    expect(now().draft.recipe.population).toMatchObject({ from: { by: kind, file: 'einwohner_2023', header: [1, 1] }, ageGroups: [{ id: '0to17' }, { id: '18plus' }] });
    expect(await shown('streets')).toContain(field);
  }
});

test('without a year the day is given, without ages there is one group, and what was asked about other people goes', () => {
  workspace.stores.import.setState({ draft: { ...state.draft, proposed: ['population'], questions: [{ code: 'populationAges', path: ['population'], details: {}, choices: [] }], recipe: { ...state.draft.recipe, city: { ...state.draft.recipe.city, edition: 'neu' } } } });
  addPopulation(workspace, source(office.name), { cityCrs: 'EPSG:25832', today: '2026-01-01', everyone: 'alle' });
  expect(now().draft).toMatchObject({ proposed: [], questions: [], recipe: { population: { date: '2026-01-01', ageGroups: [{ id: 'all', name: 'alle', from: 0, column: 'Jahr' }] } } });
  removePopulation(workspace);
  expect(now().draft.recipe.files).toHaveLength(1);
});

test('official classes are added with their words preset, shown, and removed', async () => {
  expect(await shown('indicators')).toContain(t('importWorkbench.classes.title'));
  await act(async () => addPublishedClasses(workspace, source(office.name), '2026-01-01'));
  expect(now().draft.recipe.publishedClasses).toEqual([
    {
      index: 'published', file: 'klassen', header: [1, 1], rows: {}, where: [],
      area: { column: 'Gebiet', level: 'quarter', by: 'key', prefix: '', assign: {}, ignore: [] },
      date: { column: 'Jahr', form: 'year' }, monthDay: '12-31',
      status: { column: 'Status', assign: { hoch: 'high' } },
      trend: { column: 'Dynamik', assign: { stabil: 'stable', negativ: 'negative' } },
    },
  ]);
  expect(now().draft.questions.map(({ details }) => details?.['file'])).toEqual([people.name]);
  const text = await shown('indicators');
  for (const word of ['hoch', 'ungültig']) expect(text).toContain(t('importWorkbench.classes.classOf', { field: 'Status', word }));
  expect(nameless()).toEqual([]);
  await press(t('importWorkbench.part.remove'));
  expect(now().draft.recipe.publishedClasses).toEqual([]);
});
