// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ImportReport } from '#app/exchange/import/report/import-report.ts';
import type { InspectedFile } from '#app/jobs/import-contract.ts';
import { translator } from '#shared/i18n/translator.ts';
import { aWorkspace } from '#test/builders/a-workspace.ts';
import { SpeechProvider } from '../../components/language.tsx';
import { WorkspaceProvider } from '../../state/context.tsx';
import { emptyRecipe, type Draft, type WorkFile } from '../../state/import-draft.ts';
import { IMPORT_STEPS, noImport, type ImportState } from '../../state/import.ts';
import { Workbench } from './workbench.tsx';

const t = translator('de');
const square = { type: 'Polygon' as const, coordinates: [[[9.4, 54.7], [9.5, 54.7], [9.5, 54.8], [9.4, 54.8], [9.4, 54.7]]] };
const file = (name: string): WorkFile => ({ name, bytes: new Uint8Array(3), grant: undefined, options: {} });
const [areas, figures, kitas, streets, broken] = [file('areas.geojson'), file('figures.csv'), file('kitas.csv'), file('city.osm.pbf'), file('broken.xlsx')] as const;
const inspected = (name: string, kind: InspectedFile['kind'], rest: Partial<InspectedFile> = {}): InspectedFile => ({ name, bytes: 3, sha256: '', kind, decoding: undefined, remarks: [], tables: [], layers: [], ...rest });
const sheet = (name: string, head: (string | number)[][]) => ({ name, hidden: false, rows: head.length, columns: head[0]?.length ?? 0, head, merges: [] });

const draft: Draft = {
  files: [areas, figures, kitas, streets, broken],
  recipe: {
    ...emptyRecipe,
    city: { ...emptyRecipe.city, bundleId: 'f', name: 'Flensburg', ags: '01001000', edition: '2022' },
    files: [['a', 'areas.geojson'], ['f', 'figures.csv'], ['k', 'kitas.csv'], ['o', 'city.osm.pbf']].map(([id = '', path = '']) => ({ id, path, swapAxes: false })),
    levels: [{ id: 'quarter', name: 'Quartiere', singular: 'Quartier', plural: 'Quartiere', areas: { file: 'a', key: { column: 'id', prefix: '' }, name: { column: 'name', withoutNumber: false }, where: [], merge: false, repair: true } }],
    topics: [{ id: 'people', name: 'Bevölkerung' }],
    indicators: [{ id: 'people', title: 'Einwohner', topic: 'people', unit: 'Personen', decimals: 0, kind: 'status', form: 'absolute', direction: 'neutral', interpretation: '', process: '', licence: '', minimumNumerator: 3, minimumDenominator: 10, additive: true, targetGroups: [], aggregateTo: [] }],
    tables: [{ id: 'figures', file: 'f', header: [1, 1], rows: {}, where: [], fillDown: [], area: { column: 'Gebiet', level: 'quarter', by: 'name', prefix: '', assign: {}, ignore: [], city: [], otherAreas: 'refuse' }, monthDay: '12-31', values: [{ column: 'Einwohner', part: 'value', indicator: 'people', numbers: { decimal: ',', thousands: '.' } }], signs: {}, twice: 'refuse' }],
    categories: [{ id: 'kita', name: 'Kita' }],
    institutions: [{ id: 'kitas', file: 'k', header: [1, 1], rows: {}, where: [], name: 'Name', category: { fixed: 'kita' }, reach: { fixed: 'located' }, barrierFree: { fixed: 'unknown' }, fixedTerm: { fixed: 'unknown' }, public: true, place: [{ by: 'address', street: 'Straße' }], placedByHand: {}, sameAs: {} }],
    streets: { osm: 'o' },
  },
  questions: [{ code: 'unknownCode', path: ['tables', 0, 'numbers'], choices: [{ value: 1, label: 'eins' }, { value: 2, label: 'zwei' }] }],
  proposed: ['levels/quarter', 'tables/figures'],
  seen: [],
};
const report: ImportReport = {
  version: 1,
  files: [],
  entries: [{ level: 'warning', part: 'tables', subject: 'figures', code: 'unknownEntry', list: ['Nordstad'] }],
  tables: [{ id: 'figures', file: 'f', rows: 3, cells: { value: 2, suppressed: 1 }, unmatchedRows: ['Nordstad'], unmatchedAreas: ['1'] }],
  areas: [],
  institutions: [{ source: 'kitas', rows: 2, kept: 2, byPlacement: { none: 1, address: 1 } }],
  streets: { nodes: 10, edges: 12, components: 2, largestShare: 0.9, metres: 5000, barriers: 1 },
};
const state: ImportState = {
  ...noImport,
  open: true,
  draft,
  inspections: new Map([
    [areas, { status: 'read', file: inspected('areas.geojson', 'layers', { layers: [{ name: 'areas', features: 1, geometryTypes: ['Polygon'], crs: { kind: 'missing' }, crsFinding: { code: 'missing', suggested: 'EPSG:25832', swapAxes: false }, fields: [{ name: 'id', samples: ['1'] }, { name: 'name', samples: ['Nordstadt'] }], outline: [square] }] }) }],
    [figures, { status: 'read', file: inspected('figures.csv', 'tables', { decoding: { encoding: 'utf-8', guessed: true, delimiter: ';' }, tables: [sheet('figures', [['Gebiet', 'Einwohner'], ['Nordstad', '1.234'], ['Südstadt', '.']])] }) }],
    [kitas, { status: 'read', file: inspected('kitas.csv', 'tables', { tables: [sheet('kitas', [['Name', 'Straße'], ['Kita A', 'Weg 1']])] }) }],
    [streets, { status: 'read', file: inspected('city.osm.pbf', 'osm') }],
    [broken, { status: 'refused', problem: { code: 'import.damaged', details: { file: 'broken.xlsx', fault: '' } } }],
  ]),
  preview: { status: 'ready', of: draft, took: 1, value: { report, areas: [{ level: 'quarter', id: '1', name: 'Nordstadt', parent: undefined, outline: square }], unplaced: [{ source: 'kitas', key: 'k1', name: 'Kita A', address: 'Weg 1' }], duplicates: [{ source: 'kitas', keep: 'k1', drop: 'k2', keepName: 'Kita A', dropName: 'Kita a', metres: 3 }] } },
};

let root: Root;
const { workspace } = aWorkspace();
beforeEach(() => {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
  document.body.innerHTML = '<div id="root"></div>';
  root = createRoot(document.getElementById('root') ?? document.body);
});
afterEach(async () => act(async () => root.unmount()));

async function shown(step: ImportState['step'], change: Partial<ImportState> = {}): Promise<string> {
  await act(async () => {
    workspace.stores.import.setState({ ...state, ...change, step });
    root.render(
      <WorkspaceProvider value={workspace}>
        <SpeechProvider value={{ language: 'de', t }}>
          <Workbench />
        </SpeechProvider>
      </WorkspaceProvider>,
    );
  });
  return document.body.textContent ?? '';
}
const press = async (name: string) => {
  const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name);
  if (button === undefined) throw new Error(`no button "${name}"`);
  await act(async () => button.click());
};

/** What only this step shows below its heading: with nothing on the bench, and with everything. */
const ONLY_HERE: Readonly<Record<ImportState['step'], readonly [string, string]>> = {
  files: ['Womit soll die Stadt entstehen?', 'Keine neuen Dateien'],
  city: ['Amtlicher Gemeindeschlüssel (AGS)', 'Amtlicher Gemeindeschlüssel (AGS)'],
  areas: ['Noch keine Gebiete', 'Ganze Stadt aus der feinsten Ebene'],
  tables: ['Noch keine Tabellen', 'Kopf von Zeile'],
  indicators: ['Noch keine Indikatoren', 'Zähler mindestens'],
  institutions: ['Noch keine Einrichtungen', 'Kita A / Kita a'],
  streets: ['Kein OpenStreetMap-Auszug', 'Teilnetze'],
  write: ['Mindestens eine Ebene von Gebieten festlegen.', 'Gelesene Zellen nach Zeichen'],
};
/** The step itself: neither the list of steps nor the heading, which say its name whatever is shown. */
function body(): string {
  const step = document.querySelector('.bench-middle')?.cloneNode(true) as HTMLElement;
  step.querySelector('.bench-head')?.remove();
  return step.textContent?.replaceAll('\u00ad', '') ?? '';
}

test.each(IMPORT_STEPS)('step %s, and no other, shows its own parts with nothing on the bench and with everything', async (step) => {
  for (const [index, change] of [noImport, {}].entries()) {
    await shown(step, change);
    expect(IMPORT_STEPS.filter((one) => body().includes(ONLY_HERE[one][index]!))).toEqual([step]);
  }
});

test('a row without an area is matched with the similar name by one click', async () => {
  expect(await shown('tables')).toContain('Nordstad');
  await press(t('importWorkbench.matching.accept', { name: 'Nordstadt' }));
  expect(workspace.stores.import.getState().draft.recipe.tables[0]?.area).toMatchObject({ assign: { Nordstad: '1' } });
});

test('a finding without a sentence is shown by its code, with the names it concerns', async () => {
  const text = await shown('tables');
  expect(text).toContain('unknownEntry');
  expect(text).toContain('unknownCode');
});

test('a coordinate system that fits the numbers is taken by one click', async () => {
  await shown('areas');
  await press(t('importWorkbench.crs.repair', { crs: 'ETRS89 / UTM-Zone 32 (EPSG:25832)' }));
  const { draft: now } = workspace.stores.import.getState();
  expect(now.recipe.files[0]).toMatchObject({ crs: 'EPSG:25832' });
  expect(now.files[0]?.options).toEqual({ crs: 'EPSG:25832' });
});

test('the check of the whole city, which knows its place, decides the system that is suggested, in words', async () => {
  const entries: ImportReport['entries'] = [{ level: 'error', part: 'areas', subject: 'quarter', code: 'crsMissing', details: { file: 'a', layer: 'areas', declared: '', finding: 'missing' }, list: ['EPSG:25833'] }];
  const preview = state.preview.status === 'ready' ? state.preview : undefined;
  if (preview === undefined) throw new Error('no preview');
  await shown('areas', { preview: { ...preview, value: { ...preview.value, report: { ...report, entries } } } });
  await press(t('importWorkbench.crs.repair', { crs: 'ETRS89 / UTM-Zone 33 (EPSG:25833)' }));
  expect(workspace.stores.import.getState().draft.recipe.files[0]).toMatchObject({ crs: 'EPSG:25833' });
});

test('a level whose areas all lie outside their parents says so beside the coordinate system', async () => {
  const preview = state.preview.status === 'ready' ? state.preview : undefined;
  if (preview === undefined) throw new Error('no preview');
  const [quarter] = draft.recipe.levels;
  if (quarter === undefined) throw new Error('no level');
  const nested = { ...draft, recipe: { ...draft.recipe, levels: [{ ...quarter, id: 'district', name: 'Bezirke', plural: 'Bezirke' }, { ...quarter, nestsIn: 'district' }] } };
  const entries: ImportReport['entries'] = [{ level: 'warning', part: 'areas', subject: 'quarter', code: 'parentElsewhere', list: ['1 Nordstadt → 2'] }];
  const layer = { name: 'areas', features: 1, geometryTypes: ['Polygon'], crs: { kind: 'known' as const, code: 'EPSG:25832' as const, from: 'choice' as const }, crsFinding: { code: 'fits' as const, suggested: undefined, swapAxes: false }, fields: [], outline: [square] };
  const inspections = new Map([...state.inspections, [areas, { status: 'read' as const, file: inspected('areas.geojson', 'layers', { layers: [layer] }) }]]);
  await shown('areas', { draft: nested, inspections, preview: { ...preview, of: nested, value: { ...preview.value, report: { ...report, entries } } } });
  const alert = [...document.querySelectorAll('[role=alert]')].find(({ textContent }) => textContent?.includes(t('importWorkbench.crs.elsewhere', { count: 1, child: 'Quartiere', parent: 'Bezirke' })));
  expect(alert?.textContent).toContain(t('importWorkbench.areas.crs'));
});

test('a pair that is one institution leaves the second out, is no longer asked about, and is taken back by one click', async () => {
  const pair = () => [...document.querySelectorAll('.bench-middle li')].map(({ textContent }) => textContent ?? '').filter((text) => text.includes('Kita a'));
  const sameAs = () => workspace.stores.import.getState().draft.recipe.institutions[0]?.sameAs;
  await shown('institutions');
  expect(pair()).toHaveLength(1);
  await press(t('importWorkbench.duplicates.same'));
  expect(sameAs()).toEqual({ k2: 'k1' });
  // the pair is no longer asked about; what was decided stands there and can be taken back
  expect(pair()).toEqual([]);
  expect(body()).toContain('k2 = k1');
  await act(async () => document.querySelector<HTMLButtonElement>(`.bench-middle button[aria-label="${t('importWorkbench.matching.takeBack', { text: 'k2' })}"]`)!.click());
  expect(sameAs()).toEqual({});
  expect(pair()).toHaveLength(1);
});

test('sentences of the report speak of one and of several', () => {
  expect(t('importReport.dissolved', { count: 1, level: 'Quartiere' })).toBe('1 Gebiet wurde aus der Ebene „Quartiere“ zusammengefügt.');
  expect(t('importReport.dissolved', { count: 2, level: 'Quartiere' })).toBe('2 Gebiete wurden aus der Ebene „Quartiere“ zusammengefügt.');
  expect(translator('en')('importWorkbench.entry.rowsIgnored', { count: 1 })).toBe('1 row is no area and was not taken:');
});

test('a sheet that is not read is named, with what to do, and a file that stays unused is not called used', async () => {
  const left = { ...draft, seen: ['broken.xlsx'], questions: [{ code: 'unused', path: ['files'], details: { file: 'a.xlsx', sheet: 'Erläuterungen', reason: 'noTable' }, choices: [] }] };
  const text = await shown('files', { draft: left });
  expect(text).toContain(t('importQuestion.unusedSheet', { file: 'a.xlsx', sheet: 'Erläuterungen', reason: 'noTable' }));
  expect(text).toContain(t('importWorkbench.questions.unusedTodo'));
  expect(text).toContain(t('importWorkbench.files.allSeen'));
  expect(text).not.toContain(t('importWorkbench.files.allUsed'));
});

test('a pair called two institutions is remembered, not asked again, and can be taken back', async () => {
  await shown('institutions');
  await press(t('importWorkbench.duplicates.two'));
  const list = () => workspace.stores.import.getState().draft.recipe.institutions[0];
  expect(list()?.different).toEqual([['k1', 'k2']]);
  expect(document.body.textContent).toContain(t('importWorkbench.duplicates.title', { count: 0 }));
  await act(async () => document.querySelector<HTMLElement>(`[aria-label="${t('importWorkbench.matching.takeBack', { text: 'k1 ≠ k2' })}"]`)?.click());
  expect(list()).not.toHaveProperty('different');
});

test('joined columns, target groups and words of columns show what the recipe says of them', async () => {
  const { recipe } = draft;
  const list = { ...recipe.institutions[0]!, address: { join: ['Straße', 'Name'], with: ' ' }, targetGroups: { column: 'Straße', separator: '/', assign: { Kinder: 'children' } }, barrierFree: { column: 'Name', assign: { 'Kita A': 'partly' } }, place: [{ by: 'address' as const, street: 'Straße', houseNumber: { join: ['Name', 'Straße'], with: '' } }] };
  const text = await shown('institutions', { draft: { ...draft, recipe: { ...recipe, targetGroups: [{ id: 'children', name: 'Kinder' }], institutions: [list] } } });
  expect(text).toContain(t('importWorkbench.institutions.groupOf', { word: 'Kinder' }));
  expect(text).toContain(t('importWorkbench.institutions.groupOf', { word: 'Weg 1' }));
  expect(text).toContain(t('importWorkbench.institutions.words.partly'));
  expect(document.body.innerHTML).toContain(t('importWorkbench.institutions.part', { number: 2, field: t('importWorkbench.institutions.address') }));
  expect(document.body.innerHTML).toContain(t('importWorkbench.institutions.part', { number: 2, field: t('importWorkbench.place.houseNumber') }));
});

test('what stands in the way of writing is listed with the way there', async () => {
  const text = await shown('write');
  expect(text).toContain(t('importWorkbench.write.noPopulation'));
  expect(text).toContain(t('importWorkbench.obstacle.questions', { count: 1 }));
  expect(text).toContain(t('importWorkbench.obstacle.proposed', { count: 1 }));
});
