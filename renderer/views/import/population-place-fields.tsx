import type { TableColumn } from '#app/domain/source/columns.ts';
import type { Population } from '../../commands/import/add-population.ts';
import { SelectField } from '../../components/select-field.tsx';
import { useTranslate } from '../../state/context.tsx';
import { AreaColumnFields } from './area-column-fields.tsx';
import { CRS_NAMES } from './crs-names.ts';
import { columnOptions } from './part-source.ts';

type From = Population['from'];

/** Where the people of a row live: in an area, at coordinates, in a cell of the grid, or where the layer draws it. */
export function PopulationPlaceFields({ from, columns, onChange }: { readonly from: From; readonly columns: readonly TableColumn[]; readonly onChange: (from: From) => void }) {
  const t = useTranslate();
  switch (from.by) {
    case 'areas':
      return <AreaColumnFields area={from.area} columns={columns} onChange={(area) => onChange({ ...from, area })} />;
    case 'coordinates':
      return (
        <>
          <SelectField label={t('importWorkbench.place.x')} options={columnOptions(columns, from.x)} value={from.x} onChange={(x) => onChange({ ...from, x })} />
          <SelectField label={t('importWorkbench.place.y')} options={columnOptions(columns, from.y)} value={from.y} onChange={(y) => onChange({ ...from, y })} />
          <SelectField label={t('importWorkbench.areas.crs')} options={CRS_NAMES.map(([id, name]) => ({ id, name, note: id }))} value={from.crs} onChange={(crs) => onChange({ ...from, crs })} />
        </>
      );
    case 'grid':
      return <SelectField label={t('importWorkbench.population.gridColumn')} options={columnOptions(columns, from.column)} value={from.column} onChange={(column) => onChange({ ...from, column })} />;
    case 'layer':
      return <span className="settings-note">{t('importWorkbench.population.byShape')}</span>;
  }
}
