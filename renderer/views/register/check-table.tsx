import { useMemo } from 'react';
import { formatDate, formatNumber } from '#shared/i18n/number-format.ts';
import type { City } from '#app/domain/city/city.ts';
import { lookupOf } from '#app/domain/city/city-lookup.ts';
import { yearlyCheck, type CheckRow } from '#app/domain/register/yearly-check.ts';
import { DataTable, type TableColumn } from '../../components/data-table.tsx';
import { useLanguage, useTranslate } from '../../state/context.tsx';
import { useChoiceOfRows } from './choice-of-rows.tsx';
import { today } from '../../state/register.ts';

/** The check list: never checked first, then the oldest check; several are confirmed at once. */
export function CheckTable({ city }: { readonly city: City }) {
  const t = useTranslate();
  const language = useLanguage();
  const { shown, ...choice } = useChoiceOfRows(({ institution }: CheckRow) => institution);
  const day = today();
  const rows = useMemo(() => yearlyCheck(city.institutions, day).rows, [city, day]);
  const columns = useMemo((): readonly TableColumn<CheckRow>[] => {
    const lookup = lookupOf(city);
    return [
      { id: 'name', header: t('city.institution.name'), width: 220, grows: true, text: ({ institution }) => institution.name },
      {
        id: 'verified', header: t('city.institution.verifiedOn'), width: 128,
        text: ({ institution }) => (institution.verifiedOn === undefined ? t('city.institution.neverVerified') : formatDate(institution.verifiedOn, language)),
        rank: ({ institution }) => (institution.verifiedOn === undefined ? 0 : Date.parse(institution.verifiedOn)),
        cell: ({ institution, due }) => <span className={due ? 'stale cut' : 'cut'}>{institution.verifiedOn === undefined ? t('city.institution.neverVerified') : formatDate(institution.verifiedOn, language)}</span>,
      },
      { id: 'age', header: t('register.check.age'), width: 112, number: true, text: ({ age }) => (age === undefined ? t('register.check.never') : formatNumber(age, 0, language)), rank: ({ age }) => age ?? Infinity },
      { id: 'category', header: t('city.institution.category'), width: 160, text: ({ institution }) => lookup.category(institution.category)?.name ?? institution.category },
      { id: 'provider', header: t('city.institution.provider'), width: 170, text: ({ institution }) => institution.provider },
      { id: 'contact', header: t('city.institution.contact'), width: 220, text: ({ institution }) => institution.contact },
    ];
  }, [city, language, t]);
  return (
    <DataTable
      name={t('register.check.table')}
      rows={shown(rows)}
      columns={columns}
      {...choice}
      sortedBy={{ column: 'age', descending: true }}
    />
  );
}
