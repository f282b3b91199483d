import { useMemo } from 'react';
import type { TableColumn } from '#app/domain/source/columns.ts';
import type { RecipeInstitutions } from '#app/exchange/import/recipe/recipe-schema.ts';
import { setRecipe } from '../../commands/import/change-recipe.ts';
import { SelectField } from '../../components/select-field.tsx';
import { SheetPreview } from '../../components/sheet-preview.tsx';
import { usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import { withoutKey } from '../../state/without-key.ts';
import { CRS_NAMES } from './crs-names.ts';
import { columnOptions, layerRows, sourceOf } from './part-source.ts';
import { TargetGroupFields } from './target-group-fields.tsx';
import { TextFromField } from './text-from-field.tsx';
import { WordField } from './word-field.tsx';
import { WordMapping } from './word-mapping.tsx';

/** Fields that take the text of a column. */
const TEXTS = ['name', 'address', 'postcode', 'provider', 'contact', 'website', 'openingHours', 'programme'] as const;
/** Names of columns never begin with a space. */
const NONE = ' none';

type Properties = { readonly list: RecipeInstitutions; readonly index: number };

/** Which column is which field, how categories are called, and how the institutions are placed. */
export function InstitutionFields({ list, index }: Properties) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const state = usePart('import', (whole) => whole);
  const source = sourceOf(state, list, list.header);
  const note = { key: 'importWorkbench.step.institutions', values: { name: list.id } } as const;
  const set = (path: readonly (string | number)[], value: unknown) => setRecipe(workspace, ['institutions', index, ...path], value, note);
  const roles = useMemo(() => rolesOf(list), [list]);
  if (source === undefined) return <p className="callout danger">{t('importWorkbench.fileGone')}</p>;
  const { columns } = source;
  const words = { columns, rows: source.table?.head ?? layerRows(source.layer?.fields ?? []), headerLast: source.table === undefined ? 0 : list.header[1] };
  const optional = (named: string | undefined) => [{ id: NONE, name: t('importWorkbench.institutions.noColumn') }, ...columnOptions(columns, named)];
  return (
    <>
      <div className="bench-form two-columns">
        {TEXTS.map((field) => (
          <TextFromField key={field} label={t(`importWorkbench.institutions.${field}`)} value={list[field]} columns={columns} none={field === 'name' ? undefined : t('importWorkbench.institutions.noColumn')} onChange={(value) => set([field], value)} />
        ))}
        <SelectField label={t('importWorkbench.institutions.key')} options={optional(list.key?.column)} value={list.key?.column ?? NONE} onChange={(column) => set(['key'], column === NONE ? undefined : { column, prefix: list.key?.prefix ?? '' })} />
        <SelectField label={t('importWorkbench.institutions.capacity')} options={optional(list.capacity?.column)} value={list.capacity?.column ?? NONE} onChange={(column) => set(['capacity'], column === NONE ? undefined : { column })} />
        {(['openedOn', 'closedOn', 'fixedTermEnd'] as const).map((field) => (
          <SelectField key={field} label={t(`importWorkbench.institutions.${field}`)} options={optional(list[field])} value={list[field] ?? NONE} onChange={(column) => set([field], column === NONE ? undefined : column)} />
        ))}
        <SelectField
          label={t('importWorkbench.institutions.languages')}
          options={optional(list.languages?.column)}
          value={list.languages?.column ?? NONE}
          onChange={(column) => set(['languages'], column === NONE ? undefined : { column, separator: list.languages?.separator ?? ',' })}
        />
      </div>
      <WordMapping list={list} index={index} words={words} />
      <section className="section">
        <TargetGroupFields list={list} index={index} words={words} />
      </section>
      <div className="bench-form two-columns">
        <WordField label={t('importWorkbench.institutions.barrierFree')} answers={['yes', 'partly', 'no', 'unknown']} value={list.barrierFree} words={words} onChange={(value) => set(['barrierFree'], value)} />
        <WordField label={t('importWorkbench.institutions.fixedTerm')} answers={['yes', 'no', 'unknown']} value={list.fixedTerm} words={words} onChange={(value) => set(['fixedTerm'], value)} />
      </div>
      <PlaceFields list={list} index={index} columns={columns} hasGeometry={source.layer !== undefined} />
      {source.table === undefined ? undefined : (
        <SheetPreview
          label={t('importWorkbench.files.preview', { name: list.id })}
          rows={source.table.head}
          columns={columns.map((column) => {
            const field = roles.get(column.reference) ?? roles.get(`@${column.letter}`);
            return { letter: column.letter, role: field === undefined ? t('importWorkbench.role.ignored') : t(`importWorkbench.institutions.${field}`), tone: field === undefined ? ('ignored' as const) : ('value' as const) };
          })}
          header={list.header}
        />
      )}
    </>
  );
}

type Place = RecipeInstitutions['place'][number];

/** How the place is found: by the file's own points, by two columns, or by address; tried in this order. */
function PlaceFields({ list, index, columns, hasGeometry }: Properties & { readonly columns: readonly TableColumn[]; readonly hasGeometry: boolean }) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const note = { key: 'importWorkbench.step.institutions', values: { name: list.id } } as const;
  const set = (place: readonly Place[]) => setRecipe(workspace, ['institutions', index, 'place'], place, note);
  const [firstColumn = '@A', secondColumn = firstColumn] = columns.map(({ reference }) => reference);
  const ways: readonly Place['by'][] = hasGeometry ? ['geometry', 'coordinates', 'address'] : ['coordinates', 'address'];
  const missing = ways.filter((by) => !list.place.some((place) => place.by === by));
  const add = (by: string) => {
    const street = list.address ?? firstColumn;
    const place: Place = by === 'geometry' ? { by } : by === 'coordinates' ? { by, x: firstColumn, y: secondColumn, crs: 'EPSG:4326' } : { by: 'address', street };
    set([...list.place, place]);
  };
  const change = (at: number, place: Place) => set(list.place.map((other, position) => (position === at ? place : other)));
  return (
    <section className="section">
      <h3>{t('importWorkbench.place.title')}</h3>
      {list.place.map((place, at) => (
        <div key={place.by} className="table-settings">
          <span className="settings-note">
            {at + 1}. {t(`importWorkbench.place.${place.by}`)}
          </span>
          {place.by === 'coordinates' ? (
            <>
              <SelectField label={t('importWorkbench.place.x')} options={columnOptions(columns, place.x)} value={place.x} onChange={(x) => change(at, { ...place, x })} />
              <SelectField label={t('importWorkbench.place.y')} options={columnOptions(columns, place.y)} value={place.y} onChange={(y) => change(at, { ...place, y })} />
              <SelectField label={t('importWorkbench.areas.crs')} options={CRS_NAMES.map(([id, name]) => ({ id, name, note: id }))} value={place.crs} onChange={(crs) => change(at, { ...place, crs })} />
            </>
          ) : undefined}
          {place.by === 'address' ? (
            <>
              <TextFromField fixed={false} label={t('importWorkbench.place.street')} columns={columns} value={place.street} onChange={(street) => (street === undefined ? undefined : change(at, { ...place, street }))} />
              <TextFromField
                fixed={false}
                label={t('importWorkbench.place.houseNumber')}
                none={t('importWorkbench.place.inStreet')}
                columns={columns}
                value={place.houseNumber}
                onChange={(houseNumber) => change(at, houseNumber === undefined ? withoutKey(place, 'houseNumber') : { ...place, houseNumber })}
              />
            </>
          ) : undefined}
        </div>
      ))}
      {missing.length === 0 ? undefined : <SelectField hideLabel label={t('importWorkbench.place.add')} placeholder={t('importWorkbench.place.add')} options={missing.map((by) => ({ id: by, name: t(`importWorkbench.place.${by}`) }))} value={undefined} onChange={add} />}
    </section>
  );
}

type Role = (typeof TEXTS)[number] | 'key' | 'capacity' | 'category';

/** The first field each column feeds. */
function rolesOf(list: RecipeInstitutions): ReadonlyMap<string, Role> {
  const roles = new Map<string, Role>();
  const put = (column: string | undefined, role: Role) => {
    if (column !== undefined && !roles.has(column)) roles.set(column, role);
  };
  for (const field of TEXTS) {
    const value = list[field];
    if (typeof value === 'string') put(value, field);
    else if (value !== undefined && 'join' in value) value.join.forEach((column) => put(column, field));
  }
  put(list.key?.column, 'key');
  put(list.capacity?.column, 'capacity');
  if ('column' in list.category) put(list.category.column, 'category');
  return roles;
}
