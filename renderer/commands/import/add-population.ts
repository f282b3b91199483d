import type { Recipe } from '#app/exchange/import/recipe/recipe-schema.ts';
import { sourceColumns, sourceRows, type BenchSource } from '../../state/bench-sources.ts';
import { lastPreview } from '../../state/import.ts';
import { withoutKey } from '../../state/without-key.ts';
import type { Workspace } from '../../state/workspace.ts';
import { editDraft } from './edit-draft.ts';
import { withReader, type RowSource } from './read-from.ts';
import { ageGroupsIn, areaColumnOf, coordinateColumnsOf, dayOf, gridColumnOf, headerOf } from './recognise-columns.ts';

export type Population = NonNullable<Recipe['population']>;
export type PopulationKind = Population['from']['by'];
type Wanted = { readonly cityCrs: string; /** The day while neither file nor edition names a year. */ readonly today: string; /** Name of the only group while the headers name no ages. */ readonly everyone: string };

/** Takes the people by age from this sheet or layer, in place of any other, with kind, columns and ages as its headers and texts say. */
export function addPopulation(workspace: Workspace, source: BenchSource, { cityCrs, today, everyone }: Wanted): void {
  const state = workspace.stores.import.getState();
  const areas = lastPreview(state)?.value.areas ?? [];
  const header = headerOf(source, (columns) => ageGroupsIn(columns).length > 0);
  const columns = sourceColumns(source, header);
  const rows = sourceRows(source, header);
  const groups = ageGroupsIn(columns);
  editDraft(workspace, { key: 'importWorkbench.step.population' }, (draft) => ({
    ...withReader(withoutPopulation(draft), source, (recipe, read): Recipe => {
      const { area, fit } = areaColumnOf(columns, rows, recipe.levels, areas);
      const grid = gridColumnOf(columns, rows);
      const places = coordinateColumnsOf(columns);
      const kind: PopulationKind = fit >= 0.5 ? 'areas' : grid !== undefined ? 'grid' : source.layer !== undefined ? 'layer' : places !== undefined ? 'coordinates' : 'areas';
      const first = columns.find(({ index, reference }) => reference !== area.column && rows.some((row) => typeof row[index] === 'number')) ?? columns.at(-1);
      const population: Population = {
        date: dayOf(source.path, recipe.city.edition) ?? today,
        ageGroups: groups.length > 0 ? [...groups] : [{ id: 'all', name: everyone, from: 0, column: first?.reference ?? '@A' }],
        from: fromOf(kind, read, { header, area, grid: grid ?? columns[0]?.reference ?? '@A', x: places?.x ?? '@A', y: places?.y ?? '@B', crs: cityCrs }),
        signs: {},
      };
      return { ...recipe, population };
    }),
  }));
}

type Parts = { readonly header: [number, number]; readonly area: Extract<Population['from'], { by: 'areas' }>['area']; readonly grid: string; readonly x: string; readonly y: string; readonly crs: string };

function fromOf(kind: PopulationKind, read: RowSource, { header, area, grid, x, y, crs }: Parts): Population['from'] {
  const rows = { ...read, header, rows: {} };
  switch (kind) {
    case 'layer':
      return { by: 'layer', file: read.file, ...(read.layer === undefined ? {} : { layer: read.layer }) };
    case 'coordinates':
      return { by: 'coordinates', ...rows, x, y, crs };
    case 'grid':
      return { by: 'grid', ...rows, column: grid, crs: 'EPSG:3035' };
    case 'areas':
      return { by: 'areas', ...rows, where: [], area };
  }
}

/** Another way to read the same sheet or layer; the ages stay. */
export function changePopulationKind(workspace: Workspace, source: BenchSource, kind: PopulationKind, cityCrs: string): void {
  const state = workspace.stores.import.getState();
  const areas = lastPreview(state)?.value.areas ?? [];
  editDraft(workspace, { key: 'importWorkbench.step.population' }, (draft) => {
    const { population } = draft.recipe;
    if (population === undefined) return draft;
    const { from } = population;
    const header = 'header' in from ? from.header : headerOf(source, (columns) => ageGroupsIn(columns).length > 0);
    const columns = sourceColumns(source, header);
    const rows = sourceRows(source, header);
    const read: RowSource = { file: from.file, ...(source.sheet === undefined ? {} : { sheet: source.sheet }), ...(source.layer === undefined ? {} : { layer: source.layer }) };
    const places = coordinateColumnsOf(columns);
    const parts = { header, area: areaColumnOf(columns, rows, draft.recipe.levels, areas).area, grid: gridColumnOf(columns, rows) ?? columns[0]?.reference ?? '@A', x: places?.x ?? columns[0]?.reference ?? '@A', y: places?.y ?? columns[1]?.reference ?? '@B', crs: cityCrs };
    return { ...draft, recipe: { ...draft.recipe, population: { ...population, from: fromOf(kind, read, parts) } } };
  });
}

/** The city has no people by age any more. The file stays on the bench. */
export const removePopulation = (workspace: Workspace): void => editDraft(workspace, { key: 'importWorkbench.step.removePopulation' }, withoutPopulation);

const withoutPopulation = (draft: Parameters<Parameters<typeof editDraft>[2]>[0]) => ({
  ...draft,
  recipe: withoutKey(draft.recipe, 'population') as Recipe,
  proposed: draft.proposed.filter((part) => part !== 'population'),
  questions: draft.questions.filter(({ path }) => path[0] !== 'population'),
});
