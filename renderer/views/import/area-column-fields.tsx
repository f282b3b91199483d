import type { TableColumn } from '#app/domain/source/columns.ts';
import { SelectField } from '../../components/select-field.tsx';
import type { AreaColumn } from '../../commands/import/recognise-columns.ts';
import { usePart, useTranslate } from '../../state/context.tsx';
import { withoutKey } from '../../state/without-key.ts';
import { KeyRuleFields } from './key-rule-fields.tsx';
import { columnOptions } from './part-source.ts';

type Properties = { readonly area: AreaColumn; readonly columns: readonly TableColumn[]; readonly onChange: (area: AreaColumn) => void };

/** Which column names the area, of which level, and whether by key or by name. */
export function AreaColumnFields({ area, columns, onChange }: Properties) {
  const t = useTranslate();
  const levels = usePart('import', (state) => state.draft.recipe.levels);
  return (
    <>
      <SelectField label={t('importWorkbench.population.areaColumn')} options={columnOptions(columns, area.column)} value={area.column} onChange={(column) => onChange({ ...area, column })} />
      <SelectField label={t('importWorkbench.tables.about')} options={levels.map(({ id, plural }) => ({ id, name: plural }))} value={area.level} onChange={(level) => onChange({ ...area, level })} />
      <SelectField
        label={t('importWorkbench.tables.by')}
        options={[
          { id: 'key', name: t('importWorkbench.tables.byKey') },
          { id: 'name', name: t('importWorkbench.tables.byName') },
        ]}
        value={area.by}
        onChange={(by) => onChange({ ...area, by: by === 'name' ? 'name' : 'key' })}
      />
      {area.by === 'key' ? <KeyRuleFields rule={area} onChange={(key, value) => onChange(value === undefined && key !== 'prefix' ? (withoutKey(area, key) as AreaColumn) : { ...area, [key]: value ?? '' })} /> : undefined}
    </>
  );
}
