import { columnsOf, columnsOfLayer, type TableColumn } from '#app/domain/source/columns.ts';
import { freeId } from '#app/domain/source/plain-ids.ts';
import type { Recipe } from '#app/exchange/import/recipe/recipe-schema.ts';
import { withValue } from './import-draft.ts';
import { inspectionOf, type ImportState } from './import.ts';

export type Crosswalk = Recipe['crosswalks'][number];
/** A sheet with shares or a layer of old outlines on the bench; `columns` as the first row names them. */
export type CrosswalkSource = { readonly kind: 'table' | 'outlines'; readonly path: string; readonly sheet: string | undefined; readonly layer: string | undefined; readonly columns: readonly TableColumn[] };

/** Everything on the bench a crosswalk can be made from: sheets that are seen, and layers with areas. */
export function crosswalkSources(state: ImportState): readonly CrosswalkSource[] {
  return state.draft.files.flatMap((file): readonly CrosswalkSource[] => {
    const inspected = inspectionOf(state, file);
    if (inspected === undefined) return [];
    const sheets = inspected.tables.filter(({ hidden }) => !hidden).map(({ name, head, merges }) => ({ kind: 'table' as const, path: file.name, sheet: name, layer: undefined, columns: columnsOf({ rows: head, merges }, [1, 1]).columns }));
    const layers = inspected.layers
      .filter(({ geometryTypes }) => geometryTypes.some((type) => type.includes('Polygon')))
      .map(({ name, fields }) => ({ kind: 'outlines' as const, path: file.name, sheet: undefined, layer: name, columns: columnsOfLayer({ fields: fields.map((field) => field.name) }).columns }));
    return [...sheets, ...layers];
  });
}

/** Adds a crosswalk from the source and lets the table speak through it. A table about the whole city, or one that is not there, has no areas to carry over: nothing changes. */
export function withNewCrosswalk(recipe: Recipe, table: number, source: CrosswalkSource): Recipe {
  const area = recipe.tables[table]?.area;
  if (area === undefined || !('level' in area)) return recipe;
  const known = recipe.files.find(({ path }) => path === source.path);
  const stem = (source.path.split('/').at(-1) ?? source.path).replace(/\.[^.]+$/, '');
  const file = known ?? { id: freeId(stem, (id) => recipe.files.some((other) => other.id === id), '-'), path: source.path, swapAxes: false };
  const id = freeId(stem, (taken) => recipe.crosswalks.some((other) => other.id === taken), '-');
  const crosswalk: Crosswalk = { id, level: area.level, method: methodOf(source, file.id) };
  const grown: Recipe = { ...recipe, files: known === undefined ? [...recipe.files, file] : recipe.files, crosswalks: [...recipe.crosswalks, crosswalk] };
  return withValue(grown, ['tables', table, 'area', 'crosswalk'], id);
}

/** First guess by the headers, then by place; the fields show it to be changed. */
export function methodOf({ kind, sheet, layer, columns }: CrosswalkSource, file: string): Crosswalk['method'] {
  const first = columns[0]?.reference ?? '@A';
  const called = (words: RegExp) => columns.find(({ header }) => words.test(header))?.reference;
  if (kind === 'outlines') return { by: 'area', file, ...(layer === undefined ? {} : { layer }), key: { column: first, prefix: '' } };
  const from = called(/\b(alt|bisher|old|von|from)/i) ?? first;
  const share = called(/anteil|share|quote|prozent|%/i);
  const to = called(/\b(neu|new|nach|to\b)/i) ?? columns.find(({ reference }) => reference !== from && reference !== share)?.reference ?? from;
  return { by: 'table', file, ...(sheet === undefined ? {} : { sheet }), header: [1, 1], rows: {}, from, to, ...(share === undefined ? {} : { share }) };
}

/** Crosswalks that no table speaks through. */
export function unusedCrosswalks(recipe: Recipe): readonly { readonly id: string; readonly index: number }[] {
  const used = new Set(recipe.tables.flatMap(({ area }) => ('level' in area && area.crosswalk !== undefined ? [area.crosswalk] : [])));
  return recipe.crosswalks.flatMap(({ id }, index) => (used.has(id) ? [] : [{ id, index }]));
}
