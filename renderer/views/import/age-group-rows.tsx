import { ageRangeOf, namedAges } from '#app/domain/source/age-words.ts';
import type { TableColumn } from '#app/domain/source/columns.ts';
import { freeId } from '#app/domain/source/plain-ids.ts';
import type { AgeGroup } from '../../commands/import/recognise-columns.ts';
import { Button } from '../../components/button.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { NumberEntry } from '../../components/text-entry.tsx';
import { useTranslate } from '../../state/context.tsx';
import { withoutKey } from '../../state/without-key.ts';
import { LateText } from './late-text.tsx';
import { columnOptions } from './part-source.ts';

const OLDEST = 130;

type Properties = { readonly groups: readonly AgeGroup[]; readonly columns: readonly TableColumn[]; readonly onChange: (groups: readonly AgeGroup[]) => void };

/** One row per age group: the column with its people, its name and its ages, both included; without a last age it has no upper end. */
export function AgeGroupRows({ groups, columns, onChange }: Properties) {
  const t = useTranslate();
  const set = (at: number, group: AgeGroup) => onChange(groups.map((other, place) => (place === at ? group : other)));
  const add = () => {
    const last = groups.at(-1);
    const free = columns.filter(({ reference }) => !groups.some(({ column }) => column === reference));
    const column = free.find(({ header }) => ageRangeOf(header) !== undefined) ?? free.at(-1) ?? columns[0];
    const from = last === undefined ? 0 : (last.to ?? last.from) + 1;
    onChange([...groups, withAges({ id: '', name: '', from, column: column?.reference ?? '@A' }, column, groups)]);
  };
  return (
    <div className="stack">
      {groups.map((group, at) => {
        const name = group.name === '' ? String(at + 1) : group.name;
        return (
          <div key={group.id} className="table-settings" role="group" aria-label={name}>
            <SelectField label={t('importWorkbench.population.column')} options={columnOptions(columns, group.column)} value={group.column} onChange={(column) => set(at, withAges({ ...group, column }, columns.find(({ reference }) => reference === column), groups.filter((other) => other !== group)))} />
            <LateText label={t('importWorkbench.population.name')} required value={group.name} onChange={(text) => (text.trim() === '' ? undefined : set(at, { ...group, name: text }))} />
            <NumberEntry label={t('importWorkbench.population.from')} value={group.from} least={0} most={OLDEST} onChange={(from) => set(at, { ...group, from: from ?? 0 })} />
            <NumberEntry label={t('importWorkbench.population.to')} value={group.to} least={0} most={OLDEST} onChange={(to) => set(at, to === undefined ? (withoutKey(group, 'to') as AgeGroup) : { ...group, to })} />
            {groups.length < 2 ? undefined : <Button small kind="quiet" icon="close" name={t('importWorkbench.population.removeGroup', { name })} onPress={() => onChange(groups.filter((_, place) => place !== at))} />}
          </div>
        );
      })}
      <div>
        <Button small onPress={add}>
          {t('importWorkbench.population.addGroup')}
        </Button>
      </div>
    </div>
  );
}

/** A column whose header names ages brings them along; otherwise the ages stay, and a new group gets its name and id from them. */
function withAges(group: AgeGroup, column: TableColumn | undefined, others: readonly AgeGroup[]): AgeGroup {
  const ages = column === undefined ? undefined : ageRangeOf(column.header);
  if (ages === undefined && group.id !== '') return group;
  const named = ages === undefined ? namedAges(group.from, group.to) : namedAges(ages.from, ages.to);
  return { ...named, id: group.id !== '' ? group.id : freeId(named.id, (id) => others.some((other) => other.id === id)), column: group.column };
}
