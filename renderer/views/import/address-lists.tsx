import { columnsOf, columnsOfLayer, type TableColumn } from '#app/domain/source/columns.ts';
import { addAddresses, type AddressList } from '../../commands/import/add-addresses.ts';
import { removePart, setRecipe } from '../../commands/import/change-recipe.ts';
import { Button } from '../../components/button.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import { inspectionOf, lastPreview } from '../../state/import.ts';
import { cityCrs } from './city-crs.ts';
import { CRS_NAMES } from './crs-names.ts';
import { columnOptions, fileOf, sourceOf } from './part-source.ts';
import { shortName } from './short-name.ts';
import { TextFromField } from './text-from-field.tsx';

/** Lists of the city's addresses, by which institutions without coordinates are found. */
export function AddressLists() {
  const workspace = useWorkspace();
  const t = useTranslate();
  const state = usePart('import', (whole) => whole);
  const lists = state.draft.recipe.addresses;
  const sheets = state.draft.files.flatMap((file) => {
    const inspected = inspectionOf(state, file);
    const sheetNames = (inspected?.tables ?? []).filter(({ hidden }) => !hidden).map(({ name, head, merges }) => ({ path: file.name, sheet: (inspected?.tables.length ?? 0) > 1 || inspected?.kind === 'layers' ? name : undefined, name, layer: undefined as string | undefined, columns: columnsOf({ rows: head, merges }, [1, 1]).columns }));
    const layerNames = (inspected?.layers ?? []).filter(({ geometryTypes }) => geometryTypes.some((type) => type.includes('Point'))).map(({ name, fields }) => ({ path: file.name, sheet: undefined as string | undefined, name, layer: name, columns: columnsOfLayer({ fields: fields.map((field) => field.name) }).columns }));
    return [...layerNames, ...sheetNames];
  });
  const crs = cityCrs(state.draft.recipe, lastPreview(state)?.value);
  const add = (choice: string) => {
    const picked = sheets[Number(choice)];
    if (picked !== undefined) void addAddresses(workspace, picked, crs, guessed(picked, crs));
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
          <SelectField hideLabel label={t('importWorkbench.addresses.add')} placeholder={t('importWorkbench.addresses.add')} options={sheets.map(({ path, name }, index) => ({ id: String(index), name, note: shortName(path) }))} value={undefined} onChange={add} />
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
    <div className="stack">
      <p>{shortName(fileOf(state, list.file)?.name ?? list.file)}</p>
      <div className="table-settings">
        <SelectField label={t('importWorkbench.place.street')} options={columnOptions(columns, list.street)} value={list.street} onChange={(column) => set(['street'], column)} />
        <TextFromField label={t('importWorkbench.place.houseNumber')} columns={columns} fixed={false} value={list.houseNumber} onChange={(houseNumber) => set(['houseNumber'], houseNumber)} />
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
    </div>
  );
}

/** Columns by their headers, for a list the program does not recognise as a whole. */
function guessed({ layer, columns }: { readonly layer: string | undefined; readonly columns: readonly TableColumn[] }, crs: 'EPSG:25832' | 'EPSG:25833'): Pick<AddressList, 'street' | 'houseNumber' | 'place'> {
  const find = (pattern: RegExp, otherwise: string) => columns.find(({ header }) => pattern.test(header))?.reference ?? otherwise;
  return {
    street: find(/stra(?:ß|ss)e|^str/i, '@A'),
    houseNumber: find(/haus.?(?:nr|num)|^h(?:s|aus)?nr|^nr\.?$/i, '@B'),
    place: layer !== undefined ? { by: 'geometry' } : { by: 'coordinates', x: find(/rechts|^ost|east|^x(?:$|[^a-z])|lon|länge/i, '@C'), y: find(/hoch|nord|^y(?:$|[^a-z])|lat|breite/i, '@D'), crs },
  };
}
