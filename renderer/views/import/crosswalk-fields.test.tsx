// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readRecipe } from '#app/exchange/import/recipe/read-recipe.ts';
import { writeRecipe } from '#app/exchange/import/recipe/write-recipe.ts';
import type { Recipe } from '#app/exchange/import/recipe/recipe-schema.ts';
import type { InspectedFile } from '#app/jobs/import-contract.ts';
import { translator } from '#shared/i18n/translator.ts';
import { aWorkspace } from '#test/builders/a-workspace.ts';
import { changeRecipe, setRecipe } from '../../commands/import/change-recipe.ts';
import { undoDraft } from '../../commands/import/edit-draft.ts';
import { SpeechProvider } from '../../components/language.tsx';
import { WorkspaceProvider } from '../../state/context.tsx';
import { crosswalkSources, unusedCrosswalks, withNewCrosswalk } from '../../state/crosswalks.ts';
import { emptyDraft, emptyRecipe, type WorkFile } from '../../state/import-draft.ts';
import { noImport, type ImportState } from '../../state/import.ts';
import { EntryList } from './entry-list.tsx';
import { TableMore } from './table-more.tsx';

const t = translator('de');
const file = (name: string): WorkFile => ({ name, bytes: new Uint8Array(3), grant: undefined, options: {} });
const [figures, shares, old] = [file('zahlen.csv'), file('umsteigen.csv'), file('alt.geojson')] as const;
const inspected = (name: string, rest: Partial<InspectedFile>): InspectedFile => ({ name, bytes: 3, sha256: '', kind: 'tables', decoding: undefined, remarks: [], tables: [], layers: [], ...rest });
const sheet = (name: string, head: string[][]) => ({ name, hidden: false, rows: head.length, columns: head[0]?.length ?? 0, head, merges: [] });
const recipe: Recipe = {
  ...emptyRecipe,
  city: { ...emptyRecipe.city, bundleId: 'b', name: 'Beispielhausen', ags: '01999001', edition: '2022' },
  files: [{ id: 'f', path: 'zahlen.csv', swapAxes: false }],
  levels: [{ id: 'quarter', name: 'Quartiere', singular: 'Quartier', plural: 'Quartiere', areas: { file: 'f', key: { column: 'id', prefix: '' }, name: { column: 'name', withoutNumber: false }, where: [], merge: false, repair: true } }],
  topics: [{ id: 'all', name: 'Alles' }],
  indicators: [{ id: 'people', title: 'Einwohner', topic: 'all', unit: '', decimals: 0, kind: 'status', form: 'absolute', direction: 'neutral', interpretation: '', process: '', licence: '', minimumNumerator: 3, minimumDenominator: 10, additive: true, targetGroups: [], aggregateTo: [] }],
  tables: [{ id: 'figures', file: 'f', header: [1, 1], rows: {}, where: [], fillDown: [], area: { column: 'Gebiet', level: 'quarter', by: 'key', prefix: '', assign: {}, ignore: [], city: [], otherAreas: 'refuse' }, date: { fixed: '2022-12-31' }, monthDay: '12-31', values: [{ column: 'Einwohner', part: 'value', indicator: 'people' }], signs: {}, twice: 'refuse' }],
};
const state: ImportState = {
  ...noImport,
  open: true,
  draft: { ...emptyDraft, files: [figures, shares, old], recipe },
  inspections: new Map([
    [figures, { status: 'read', file: inspected('zahlen.csv', { tables: [sheet('zahlen', [['Gebiet', 'Einwohner'], ['1', '2']])] }) }],
    [shares, { status: 'read', file: inspected('umsteigen.csv', { tables: [sheet('umsteigen', [['neu', 'alt', 'Anteil'], ['1', '9', '1']])] }) }],
    [old, { status: 'read', file: inspected('alt.geojson', { kind: 'layers', layers: [{ name: 'alt', features: 1, geometryTypes: ['Polygon'], crs: { kind: 'missing' }, crsFinding: { code: 'missing', suggested: undefined, swapAxes: false }, fields: [{ name: 'NR', samples: ['9'] }], outline: [] }] }) }],
  ]),
};
const note = { key: 'importWorkbench.crosswalk.step.add' } as const;

let root: Root;
let workspace: ReturnType<typeof aWorkspace>['workspace'];
beforeEach(() => {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
  document.body.innerHTML = '<div id="root"></div>';
  root = createRoot(document.getElementById('root') ?? document.body);
  ({ workspace } = aWorkspace());
  workspace.stores.import.setState(state);
});
afterEach(async () => act(async () => root.unmount()));
const now = () => workspace.stores.import.getState().draft.recipe;
const add = (kind: 'table' | 'outlines', path: string) => {
  const source = crosswalkSources(workspace.stores.import.getState()).find((one) => one.kind === kind && one.path === path);
  if (source === undefined) throw new Error(`no source ${path}`);
  act(() => changeRecipe(workspace, note, (whole) => withNewCrosswalk(whole, 0, source)));
};
async function shown(more = false): Promise<string> {
  await act(async () =>
    root.render(
      <WorkspaceProvider value={workspace}>
        <SpeechProvider value={{ language: 'de', t }}>
          <TableMore table={now().tables[0]!} index={0} columns={[]} rows={[]} />
          {more ? <EntryList entries={[{ level: 'error', part: 'tables', subject: 'figures', code: 'otherCut', list: ['2020: 0 / 3'] }]} /> : undefined}
        </SpeechProvider>
      </WorkspaceProvider>,
    ),
  );
  return document.body.textContent ?? '';
}
const press = async (name: string) => {
  const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name);
  if (button === undefined) throw new Error(`no button "${name}"`);
  await act(async () => button.click());
};

test('a crosswalk from a table is set on the table, its columns told by their words, and undo takes it back', () => {
  add('table', 'umsteigen.csv');
  expect(now().crosswalks).toEqual([{ id: 'umsteigen', level: 'quarter', method: { by: 'table', file: 'umsteigen', sheet: 'umsteigen', header: [1, 1], rows: {}, from: 'alt', to: 'neu', share: 'Anteil' } }]);
  expect(now().tables[0]?.area).toMatchObject({ crosswalk: 'umsteigen' });
  expect(now().files.map(({ path }) => path)).toEqual(['zahlen.csv', 'umsteigen.csv']);
  act(() => undoDraft(workspace));
  expect(now()).toEqual(recipe);
});

test('a recipe with crosswalks of both kinds is read back as it was written', () => {
  add('table', 'umsteigen.csv');
  add('outlines', 'alt.geojson');
  act(() => setRecipe(workspace, ['crosswalks', 1, 'method', 'by'], 'population', note));
  const read = readRecipe(writeRecipe(now()), 'rezept.json');
  expect(read.ok ? read.value.crosswalks : read.failure).toEqual([now().crosswalks[0], { id: 'alt', level: 'quarter', method: { by: 'population', file: 'alt', layer: 'alt', key: { column: 'NR', prefix: '' } } }]);
});

test('every field has its label, and what happens to counts and rates is said', async () => {
  add('table', 'umsteigen.csv');
  const table = await shown();
  for (const key of ['title', 'add', 'file', 'level', 'oldKey', 'newKey', 'share', 'lead'] as const) expect(table).toContain(t(`importWorkbench.crosswalk.${key}`));
  add('outlines', 'alt.geojson');
  const outlines = await shown();
  for (const key of ['outlineKey', 'by'] as const) expect(outlines).toContain(t(`importWorkbench.crosswalk.${key}`));
});

test('a crosswalk that nobody uses can be removed; one in use cannot', async () => {
  add('table', 'umsteigen.csv');
  await shown();
  expect(document.body.textContent).not.toContain(t('importWorkbench.crosswalk.remove', { name: 'umsteigen' }));
  add('outlines', 'alt.geojson');
  expect(unusedCrosswalks(now())).toEqual([{ id: 'umsteigen', index: 0 }]);
  await shown();
  await press(t('importWorkbench.crosswalk.remove', { name: 'umsteigen' }));
  expect(now().crosswalks.map(({ id }) => id)).toEqual(['alt']);
});

test('the finding that a table names other areas leads to the crosswalk', async () => {
  await shown(true);
  await press(t('importWorkbench.found.jump'));
  await act(async () => new Promise((done) => setTimeout(done, 5)));
  expect(document.querySelector('.table-more')?.hasAttribute('open')).toBe(true);
  expect(document.activeElement?.closest('[data-crosswalk]')).not.toBeNull();
});
