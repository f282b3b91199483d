import { useState } from 'react';
import { LIST_ROLES, type ListMapping, type ListRole } from '#app/domain/register/list-sheet.ts';
import { asId, type CategoryId } from '#shared/ids.ts';
import type { Translate } from '#shared/i18n/translator.ts';
import { Button } from '../../components/button.tsx';
import { SelectField, type Option } from '../../components/select-field.tsx';
import { chooseList, closeComparison, compareSheet } from '../../commands/compare-list.ts';
import { usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import type { OpenComparison } from '../../state/register.ts';
import type { OpenCity } from '../use-city.ts';
import { Differences } from './differences.tsx';

/** Comparing the register with a second list: choosing it, saying which column is what, and deciding about each difference. */
export function ComparePanel({ open }: { readonly open: OpenCity }) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const comparison = usePart('register', (state) => state.comparison);
  return (
    <>
      <section className="section">
        <h2>{t('register.compare.title')}</h2>
        {comparison === undefined ? <p className="note">{t('register.compare.lead')}</p> : <p>{t('register.compare.sourceOf', { list: comparison.list })}</p>}
        <div className="row-wrap">
          <Button small kind={comparison === undefined ? 'primary' : 'plain'} onPress={() => void chooseList(workspace)}>
            {t(comparison === undefined ? 'register.compare.choose' : 'register.compare.another')}
          </Button>
          {comparison === undefined ? undefined : (
            <Button small kind="quiet" onPress={() => closeComparison(workspace)}>
              {t('register.compare.close')}
            </Button>
          )}
        </div>
      </section>
      {comparison?.kind === 'mapping' ? <Mapping key={comparison.list} open={open} comparison={comparison} /> : undefined}
      {comparison?.kind === 'compared' ? <Differences open={open} comparison={comparison} /> : undefined}
    </>
  );
}

const NONE = 'none';

function Mapping({ open: { city }, comparison }: { readonly open: OpenCity; readonly comparison: Extract<OpenComparison, { readonly kind: 'mapping' }> }) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const [chosen, setChosen] = useState(0);
  const sheet = comparison.sheets[chosen];
  const [mapping, setMapping] = useState<ListMapping | undefined>(sheet?.suggested);
  const [category, setCategory] = useState<CategoryId>();
  if (sheet === undefined || mapping === undefined) return undefined;
  const columns: readonly Option[] = [
    { id: NONE, name: t('register.compare.notUsed') },
    ...sheet.columns.map((header, index) => {
      const example = sheet.rows.find((row) => (row[index] ?? '') !== '')?.[index];
      return { id: String(index), name: header === '' ? String(index + 1) : header, ...(example === undefined ? {} : { note: t('register.compare.example', { text: example.slice(0, 60) }) }) };
    }),
  ];
  const roles = LIST_ROLES.filter((role) => sheet.places === undefined || (role !== 'x' && role !== 'y'));
  return (
    <section className="section">
      <h2>{t('register.compare.mapping')}</h2>
      {comparison.sheets.length < 2 ? undefined : (
        <SelectField
          label={t('register.compare.table')}
          options={comparison.sheets.map(({ name, rows }, index) => ({ id: String(index), name, note: t('register.compare.rows', { count: rows.length }) }))}
          value={String(chosen)}
          onChange={(id) => {
            setChosen(Number(id));
            setMapping(comparison.sheets[Number(id)]?.suggested);
          }}
        />
      )}
      <SelectField
        label={t('register.compare.covers')}
        options={[{ id: NONE, name: t('register.compare.coversFound') }, ...city.categories.map(({ id, name }) => ({ id, name }))]}
        value={category ?? NONE}
        onChange={(id) => setCategory(id === NONE ? undefined : asId<CategoryId>(id))}
      />
      {roles.map((role) => (
        <SelectField
          key={role}
          label={roleWords(role, t)}
          required={role === 'name'}
          options={columns}
          value={mapping[role] === undefined ? NONE : String(mapping[role])}
          onChange={(id) => setMapping({ ...mapping, [role]: id === NONE ? undefined : Number(id) })}
        />
      ))}
      {mapping.name === undefined ? <p className="note">{t('register.compare.needsName')}</p> : undefined}
      <div>
        <Button kind="primary" disabled={mapping.name === undefined} onPress={() => void compareSheet(workspace, comparison.list, sheet, mapping, category)}>
          {t('register.compare.go')}
        </Button>
      </div>
    </section>
  );
}

function roleWords(role: ListRole, t: Translate): string {
  switch (role) {
    case 'id':
    case 'houseNumber':
      return t(`register.compare.${role}`);
    case 'x':
      return t('register.compare.east');
    case 'y':
      return t('register.compare.north');
    case 'name':
    case 'address':
    case 'postcode':
    case 'provider':
    case 'contact':
    case 'website':
    case 'openingHours':
    case 'capacity':
    case 'barrierFree':
      return t(`register.field.${role}`);
  }
}
