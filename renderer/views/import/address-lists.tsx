import type { Recipe } from '#app/exchange/import/recipe/recipe-schema.ts';
import { changeRecipe, removePart, setRecipe } from '../../commands/import/change-recipe.ts';
import { Button } from '../../components/button.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import { inspectionOf } from '../../state/import.ts';
import { CRS_NAMES } from './crs-names.ts';
import { columnOptions, fileOf, sourceOf } from './part-source.ts';
import { shortName } from './short-name.ts';

type AddressList = Recipe['addresses'][number];

/** Lists of the city's addresses, by which institutions without coordinates are found. */
export function AddressLists() {
  const workspace = useWorkspace();
  const t = useTranslate();
  const state = usePart('import', (whole) => whole);
  const lists = state.draft.recipe.addresses;
  const sheets = state.draft.files.flatMap((file) => {
    const inspected = inspectionOf(state, file);
    const sheetNames = (inspected?.tables ?? []).filter(({ hidden }) => !hidden).map(({ name }) => ({ path: file.name, sheet: name, layer: undefined as string | undefined }));
    const layerNames = (inspected?.layers ?? []).filter(({ geometryTypes }) => geometryTypes.some((type) => type.includes('Point'))).map(({ name }) => ({ path: file.name, sheet: undefined, layer: name }));
    return [...layerNames, ...sheetNames];
  });
  const add = (choice: string) => {
    const picked = sheets[Number(choice)];
    if (picked !== undefined) changeRecipe(workspace, { key: 'importWorkbench.step.addresses' }, (recipe) => withList(recipe, picked));
  };
  return (
    <section className="section">
      <h3>{t('importWorkbench.addresses.title')}</h3>
      <p className="note">{t('importWorkbench.addresses.lead')}</p>
      {lists.map((list, index) => (
        <OneList key={index} list={list} index={index} onRemove={() => removePart(workspace, 'addresses', index, t('importWorkbench.addresses.title'))} />
      ))}
      {sheets.length === 0 ? undefined : (
        <div className="address-add">
          <SelectField hideLabel label={t('importWorkbench.addresses.add')} placeholder={t('importWorkbench.addresses.add')} options={sheets.map(({ path, sheet, layer }, index) => ({ id: String(index), name: layer ?? sheet ?? path, note: shortName(path) }))} value={undefined} onChange={add} />
        </div>
      )}
    </section>
  );
}

function OneList({ list, index, onRemove }: { readonly list: AddressList; readonly index: number; readonly onRemove: () => void }) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const state = usePart('import', (whole) => whole);
  const source = sourceOf(state, list, list.header);
  const set = (path: readonly (string | number)[], value: unknown) => setRecipe(workspace, ['addresses', index, ...path], value, { key: 'importWorkbench.step.addresses' });
  const { place } = list;
  const columns = source?.columns ?? [];
  return (
    <div className="table-settings">
      <span className="settings-note">{shortName(fileOf(state, list.file)?.name ?? list.file)}</span>
      <SelectField label={t('importWorkbench.place.street')} options={columnOptions(columns, list.street)} value={list.street} onChange={(column) => set(['street'], column)} />
      <SelectField label={t('importWorkbench.place.houseNumber')} options={columnOptions(columns, typeof list.houseNumber === 'string' ? list.houseNumber : undefined)} value={typeof list.houseNumber === 'string' ? list.houseNumber : undefined} onChange={(column) => set(['houseNumber'], column)} />
      {place.by === 'coordinates' ? (
        <>
          <SelectField label={t('importWorkbench.place.x')} options={columnOptions(columns, place.x)} value={place.x} onChange={(x) => set(['place'], { ...place, x })} />
          <SelectField label={t('importWorkbench.place.y')} options={columnOptions(columns, place.y)} value={place.y} onChange={(y) => set(['place'], { ...place, y })} />
          <SelectField label={t('importWorkbench.areas.crs')} options={CRS_NAMES.map(([id, name]) => ({ id, name, note: id }))} value={place.crs} onChange={(crs) => set(['place'], { ...place, crs })} />
        </>
      ) : (
        <span className="settings-note">{t('importWorkbench.place.geometry')}</span>
      )}
      <Button small kind="quiet" onPress={onRemove}>
        {t('importWorkbench.part.remove')}
      </Button>
    </div>
  );
}

function withList(recipe: Recipe, picked: { readonly path: string; readonly sheet: string | undefined; readonly layer: string | undefined }): Recipe {
  const known = recipe.files.find(({ path }) => path === picked.path);
  const file = known ?? { id: shortName(picked.path).replace(/\.[^.]+$/, ''), path: picked.path, swapAxes: false };
  const list: AddressList = {
    file: file.id,
    ...(picked.sheet === undefined ? {} : { sheet: picked.sheet }),
    ...(picked.layer === undefined ? {} : { layer: picked.layer }),
    header: [1, 1],
    rows: {},
    street: '@A',
    houseNumber: '@B',
    place: picked.layer === undefined ? { by: 'coordinates', x: '@C', y: '@D', crs: 'EPSG:25832' } : { by: 'geometry' },
  };
  return { ...recipe, files: known === undefined ? [...recipe.files, file] : recipe.files, addresses: [...recipe.addresses, list] };
}
