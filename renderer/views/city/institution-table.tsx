import { useMemo } from 'react';
import { places as placesOf } from '#app/domain/confidentiality/no-statistic.ts';
import type { City, Institution } from '#app/domain/city/city.ts';
import { lookupOf } from '#app/domain/city/city-lookup.ts';
import { releaserFor } from '#app/domain/confidentiality/release.ts';
import { formatReleased } from '#app/domain/confidentiality/format-released.ts';
import { formatDate } from '#shared/i18n/number-format.ts';
import { DataTable, type TableColumn } from '../../components/data-table.tsx';
import { selectInstitution } from '../../commands/select.ts';
import { useLanguage, usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import { selectedInstitution } from '../../state/selection.ts';
import { matchesFilters } from '../institution-filter.ts';
import { isStale } from '../freshness.ts';

/** The institutions of the city that the filters let through. */
export function InstitutionTable({ city }: { readonly city: City }) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const language = useLanguage();
  const filters = usePart('view', (state) => state.filters);
  const selected = usePart('selection', selectedInstitution);
  const rows = useMemo(() => city.institutions.filter((institution) => matchesFilters(institution, filters)), [city, filters]);
  const columns = useMemo((): readonly TableColumn<Institution>[] => {
    const lookup = lookupOf(city);
    const releaser = releaserFor(city, 'internal');
    const places = (row: Institution) => (row.capacity === undefined ? '' : formatReleased(releaser.plain(placesOf(row.capacity)), language));
    return [
      { id: 'name', header: t('city.institution.name'), width: 220, grows: true, text: (row) => row.name },
      { id: 'category', header: t('city.institution.category'), width: 160, text: (row) => lookup.category(row.category)?.name ?? row.category },
      { id: 'address', header: t('city.institution.address'), width: 200, text: (row) => [row.address, row.postcode].filter((part) => part !== '').join(', ') },
      { id: 'provider', header: t('city.institution.provider'), width: 170, text: (row) => row.provider },
      { id: 'reach', header: t('city.institution.reach'), width: 96, text: (row) => t(`city.institution.${row.reach}`) },
      { id: 'capacity', header: t('city.institution.capacity'), width: 80, number: true, text: places, rank: (row) => row.capacity },
      { id: 'fixedTerm', header: t('city.institution.fixedTerm'), width: 96, text: (row) => t(`city.institution.term.${row.fixedTerm}`) },
      {
        id: 'verified',
        header: t('city.institution.verifiedOn'),
        width: 128,
        text: (row) => (row.verifiedOn === undefined ? t('city.institution.neverVerified') : formatDate(row.verifiedOn, language)),
        rank: (row) => (row.verifiedOn === undefined ? undefined : Date.parse(row.verifiedOn)),
        cell: (row) => (
          <span className={isStale(row.verifiedOn) ? 'stale cut' : 'cut'}>{row.verifiedOn === undefined ? t('city.institution.neverVerified') : formatDate(row.verifiedOn, language)}</span>
        ),
      },
    ];
  }, [city, language, t]);
  return (
    <DataTable
      name={t('city.institutionsTable')}
      rows={rows}
      columns={columns}
      keyOf={(row) => row.id}
      selected={selected}
      onSelect={(row) => selectInstitution(workspace, row.id, true)}
      sortedBy={{ column: 'name', descending: false }}
    />
  );
}
