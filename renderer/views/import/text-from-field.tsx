import type { TableColumn } from '#app/domain/source/columns.ts';
import type { RecipeInstitutions } from '#app/exchange/import/recipe/recipe-schema.ts';
import { Button } from '../../components/button.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { useTranslate } from '../../state/context.tsx';
import { LateText } from './late-text.tsx';
import { columnOptions } from './part-source.ts';

/** Names of columns never begin with a space. */
const NONE = ' none';
const FIXED = ' fixed';
const JOINED = ' joined';

export type TextFrom = RecipeInstitutions['name'];
type Properties = {
  readonly label: string;
  readonly value: TextFrom | undefined;
  readonly columns: readonly TableColumn[];
  /** What stands for no column; without it a column is needed. */
  readonly none?: string | undefined;
  /** Whether one text may stand for all. */
  readonly fixed?: boolean;
  readonly onChange: (value: TextFrom | undefined) => void;
};

/** Text of a field: a column, several columns put together (street and house number), or the same text for all. */
export function TextFromField({ label, value, columns, none, fixed = true, onChange }: Properties) {
  const t = useTranslate();
  const column = typeof value === 'string' ? value : undefined;
  const joined = value !== undefined && typeof value !== 'string' && 'join' in value ? value : undefined;
  const same = value !== undefined && typeof value !== 'string' && 'fixed' in value ? value : undefined;
  const options = [
    ...(none === undefined ? [] : [{ id: NONE, name: none }]),
    ...columnOptions(columns, column),
    { id: JOINED, name: t('importWorkbench.institutions.several') },
    ...(fixed || same !== undefined ? [{ id: FIXED, name: t('importWorkbench.institutions.fixed') }] : []),
  ];
  const choose = (id: string) => {
    if (id === NONE) onChange(undefined);
    else if (id === FIXED) onChange(same ?? { fixed: '' });
    else if (id === JOINED) onChange(joined ?? { join: [column ?? columns[0]?.reference ?? '@A'], with: ' ' });
    else onChange(id);
  };
  return (
    <div className="stack-tight">
      <SelectField label={label} required={none === undefined} options={options} value={value === undefined ? NONE : joined !== undefined ? JOINED : same !== undefined ? FIXED : column} onChange={choose} />
      {same === undefined ? undefined : <LateText label={t('importWorkbench.institutions.fixedText', { field: label })} value={same.fixed} onChange={(text) => onChange({ fixed: text })} />}
      {joined === undefined ? undefined : <JoinedColumns label={label} value={joined} columns={columns} onChange={onChange} />}
    </div>
  );
}

type Joined = Extract<TextFrom, { readonly join: readonly string[] }>;

/** The columns in their order, what stands between them, and one more. */
function JoinedColumns({ label, value, columns, onChange }: { readonly label: string; readonly value: Joined; readonly columns: readonly TableColumn[]; readonly onChange: (value: TextFrom) => void }) {
  const t = useTranslate();
  const put = (join: string[]) => onChange({ ...value, join });
  const nameOf = (reference: string) => columnOptions(columns, reference).find(({ id }) => id === reference)?.name ?? reference;
  return (
    <div className="stack-tight">
      {value.join.map((column, at) => (
        <div key={at} className="row-wrap">
          <SelectField hideLabel label={t('importWorkbench.institutions.part', { number: at + 1, field: label })} options={columnOptions(columns, column)} value={column} onChange={(next) => put(value.join.map((other, place) => (place === at ? next : other)))} />
          {value.join.length < 2 ? undefined : <Button small kind="quiet" icon="close" name={t('importWorkbench.institutions.removeColumn', { name: nameOf(column) })} onPress={() => put(value.join.filter((_, place) => place !== at))} />}
        </div>
      ))}
      <SelectField hideLabel label={t('importWorkbench.institutions.anotherColumn')} placeholder={t('importWorkbench.institutions.anotherColumn')} options={columnOptions(columns, undefined)} value={undefined} onChange={(next) => put([...value.join, next])} />
      <LateText label={t('importWorkbench.institutions.between')} value={value.with} onChange={(text) => onChange({ ...value, with: text })} />
    </div>
  );
}
