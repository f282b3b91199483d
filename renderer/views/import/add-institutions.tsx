import type { Recipe, RecipeInstitutions } from '#app/exchange/import/recipe/recipe-schema.ts';
import { freeId } from '#app/domain/source/plain-ids.ts';
import { changeRecipe } from '../../commands/import/change-recipe.ts';
import { SelectField } from '../../components/select-field.tsx';
import { usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import { inspectionOf } from '../../state/import.ts';

/** A list of institutions from a sheet or a layer of points that no list uses yet. */
export function AddInstitutions() {
  const workspace = useWorkspace();
  const t = useTranslate();
  const state = usePart('import', (whole) => whole);
  const options = state.draft.files.flatMap((file) => {
    const inspected = inspectionOf(state, file);
    if (inspected === undefined) return [];
    const sheets = inspected.tables.filter(({ hidden }) => !hidden).map(({ name, head }) => ({ file: file.name, sheet: name, layer: undefined, firstColumn: String(head[0]?.find((cell) => cell !== undefined) ?? '@A') }));
    const layers = inspected.layers.filter(({ geometryTypes }) => geometryTypes.some((type) => type.includes('Point'))).map(({ name, fields }) => ({ file: file.name, sheet: undefined, layer: name, firstColumn: fields[0]?.name ?? '@A' }));
    return [...layers, ...sheets];
  });
  if (options.length === 0) return undefined;
  return (
    <SelectField
      hideLabel
      label={t('importWorkbench.institutions.add')}
      placeholder={t('importWorkbench.institutions.add')}
      options={options.map(({ file, sheet, layer }, index) => ({ id: String(index), name: layer ?? sheet ?? file, note: file }))}
      value={undefined}
      onChange={(choice) => {
        const picked = options[Number(choice)];
        if (picked !== undefined) changeRecipe(workspace, { key: 'importWorkbench.step.addInstitutions' }, (recipe) => withList(recipe, picked, t('importWorkbench.institutions.newCategory')));
      }}
    />
  );
}

function withList(recipe: Recipe, picked: { readonly file: string; readonly sheet: string | undefined; readonly layer: string | undefined; readonly firstColumn: string }, word: string): Recipe {
  const known = recipe.files.find(({ path }) => path === picked.file);
  const stem = picked.file.replace(/^.*\//, '').replace(/\.[^.]+$/, '');
  const file = known ?? { id: stem, path: picked.file, swapAxes: false };
  const taken = new Set(recipe.institutions.map(({ id }) => id));
  const category = recipe.categories[0] ?? { id: 'institution', name: word };
  const list: RecipeInstitutions = {
    id: freeId(stem, (known) => taken.has(known), '-'),
    file: file.id,
    ...(picked.sheet === undefined ? {} : { sheet: picked.sheet }),
    ...(picked.layer === undefined ? {} : { layer: picked.layer }),
    header: [1, 1],
    rows: {},
    where: [],
    name: picked.firstColumn,
    category: { fixed: category.id },
    reach: { fixed: 'located' },
    barrierFree: { fixed: 'unknown' },
    fixedTerm: { fixed: 'unknown' },
    public: true,
    place: picked.layer === undefined ? [] : [{ by: 'geometry' }],
    placedByHand: {},
    sameAs: {},
  };
  return { ...recipe, files: known === undefined ? [...recipe.files, file] : recipe.files, categories: recipe.categories.length === 0 ? [category] : recipe.categories, institutions: [...recipe.institutions, list] };
}
