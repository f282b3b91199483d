import type { TableColumn } from '#app/domain/source/columns.ts';
import type { RecipeLevel } from '#app/exchange/import/recipe/recipe-schema.ts';
import { SelectField } from '../../components/select-field.tsx';
import { NumberEntry } from '../../components/text-entry.tsx';
import { useTranslate } from '../../state/context.tsx';
import { withoutKey } from '../../state/without-key.ts';
import { KeyRuleFields } from './key-rule-fields.tsx';
import { columnOptions } from './part-source.ts';

type Parent = NonNullable<Extract<RecipeLevel['areas'], { readonly file: string }>['parent']>;
const RULES = ['column', 'key', 'overlay', 'whole'] as const;

/** How an area finds the area it lies in: by a column, by its own key, by where it lies, or because there is only one. */
export function ParentFields({ parent, columns, onChange }: { readonly parent: Parent | undefined; readonly columns: readonly TableColumn[]; readonly onChange: (parent: Parent) => void }) {
  const t = useTranslate();
  const choose = (by: string) => {
    switch (by) {
      case 'column':
        return onChange({ by, column: columns[0]?.reference ?? '', prefix: '' });
      case 'key':
        return onChange({ by, characters: 2 });
      case 'overlay':
        return onChange({ by, share: 0.98 });
      case 'whole':
        return onChange({ by });
    }
  };
  return (
    <div className="stack">
      <div className="two-columns">
        <SelectField label={t('importWorkbench.parent.rule')} options={RULES.map((id) => ({ id, name: t(`importWorkbench.parent.${id}`) }))} value={parent?.by} onChange={choose} />
        {parent?.by === 'column' ? <SelectField label={t('importWorkbench.parent.columnName')} options={columnOptions(columns, parent.column)} value={parent.column} onChange={(column) => onChange({ ...parent, column })} /> : undefined}
        {parent?.by === 'key' ? <NumberEntry label={t('importWorkbench.parent.characters')} value={parent.characters} least={1} most={40} onChange={(characters) => onChange({ ...parent, characters: characters ?? 1 })} /> : undefined}
        {parent?.by === 'overlay' ? <NumberEntry label={t('importWorkbench.parent.share')} unit="%" value={Math.round(parent.share * 100)} least={50} most={100} onChange={(share) => onChange({ ...parent, share: (share ?? 98) / 100 })} /> : undefined}
      </div>
      {parent?.by === 'column' ? (
        <KeyRuleFields
          rule={parent}
          onChange={(key, value) => {
            onChange((value === undefined && key !== 'prefix' ? withoutKey(parent, key) : { ...parent, [key]: value ?? '' }) as Parent);
          }}
        />
      ) : undefined}
    </div>
  );
}
