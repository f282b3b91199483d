import { useState } from 'react';
import { offeredDepartments } from '#app/domain/planning/departments.ts';
import { Button } from '../../components/button.tsx';
import { CheckList } from '../../components/check-list.tsx';
import { ComboField } from '../../components/combo-field.tsx';
import { TextEntry } from '../../components/text-entry.tsx';
import { useLanguage, usePart, useTranslate } from '../../state/context.tsx';

/** Departments to choose from: neutral names, and every one the sheets of this project name already. */
export function useDepartments(): readonly string[] {
  const language = useLanguage();
  const project = usePart('project', (state) => state.project);
  const named = [
    ...(project?.recommendations ?? []).flatMap((sheet) => [sheet.leadDepartment, ...sheet.involvedDepartments]),
    ...(project?.measures ?? []).map((sheet) => sheet.department),
  ];
  return offeredDepartments(language, named);
}

type EntryProperties = { readonly label: string; readonly value: string; readonly onChange: (name: string) => void; readonly onLeave: () => void };

/** One department: chosen from the list, or typed as the city calls it. */
export function DepartmentEntry({ label, value, onChange, onLeave }: EntryProperties) {
  const offered = useDepartments();
  return <ComboField label={label} required options={offered} value={value} onChange={onChange} onLeave={onLeave} />;
}

type ListProperties = { readonly label: string; readonly offered: readonly string[]; readonly value: readonly string[]; readonly onChange: (names: readonly string[]) => void };

/** Several departments, with a line to add one that is not in the list. */
export function DepartmentList({ label, offered, value, onChange }: ListProperties) {
  const t = useTranslate();
  const [own, setOwn] = useState('');
  const name = own.trim();
  const add = () => {
    if (name !== '' && !value.includes(name)) onChange([...value, name]);
    setOwn('');
  };
  return (
    <div className="stack">
      <CheckList label={label} required columns={2} options={offered.map((option) => ({ id: option, name: option }))} value={value} onChange={onChange} />
      <div className="row add-own">
        <TextEntry label={t('sheets.department.own')} hideLabel placeholder={t('sheets.department.own')} value={own} onChange={setOwn} />
        <Button small icon="plus" disabled={name === ''} onPress={add}>
          {t('sheets.department.add')}
        </Button>
      </div>
    </div>
  );
}
