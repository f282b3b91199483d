import { useMemo } from 'react';
import { places as placesOf } from '#app/domain/confidentiality/no-statistic.ts';
import type { AreaLevel, City, Institution } from '#app/domain/city/city.ts';
import { lookupOf } from '#app/domain/city/city-lookup.ts';
import { releaserFor } from '#app/domain/confidentiality/release.ts';
import { formatReleased } from '#app/domain/confidentiality/format-released.ts';
import type { LevelId } from '#shared/ids.ts';
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
    const names = new Map<string, string>();
    const areaNameAt = (level: LevelId, { id, reach, location }: Institution): string => {
      if (reach === 'citywide' || location === undefined) return '';
      const key = `${level} ${id}`;
      const name = names.get(key) ?? lookup.areaAt(level, location)?.name ?? '';
      names.set(key, name);
      return name;
    };
    const places = (row: Institution) => (row.capacity === undefined ? '' : formatReleased(releaser.plain(placesOf(row.capacity)), language));
    return [
      { id: 'name', header: t('city.institution.name'), width: 220, grows: true, text: (row) => row.name },
      { id: 'category', header: t('city.institution.category'), width: 160, text: (row) => lookup.category(row.category)?.name ?? row.category },
      ...nestedLevels(city).map((level): TableColumn<Institution> => ({ id: level.id, header: level.singular, width: 150, text: (row) => areaNameAt(level.id, row) })),
      // a filter for "befristet" must not find what is "unbefristet": other words for the others
      { id: 'fixedTerm', header: t('planning.column.fixedTerm'), width: 112, text: (row) => t(`sheets.institutions.term.${row.fixedTerm}`) },
      {
        id: 'fixedTermEnd',
        header: t('sheets.institutions.fixedTermEnd'),
        width: 120,
        text: (row) => (row.fixedTermEnd === undefined ? '' : formatDate(row.fixedTermEnd, language)),
        rank: (row) => (row.fixedTermEnd === undefined ? undefined : Date.parse(row.fixedTermEnd)),
      },
      { id: 'address', header: t('city.institution.address'), width: 200, text: (row) => [row.address, row.postcode].filter((part) => part !== '').join(', ') },
      { id: 'provider', header: t('city.institution.provider'), width: 170, text: (row) => row.provider },
      { id: 'reach', header: t('city.institution.reach'), width: 96, text: (row) => t(`city.institution.${row.reach}`) },
      { id: 'capacity', header: t('city.institution.capacity'), width: 80, number: true, text: places, rank: (row) => row.capacity },
      {
        id: 'verified',
        header: t('city.institution.verifiedOn'),
        width: 128,
        hint: t('sheets.institutions.staleHint'),
        text: (row) => (row.verifiedOn === undefined ? t('city.institution.neverVerified') : formatDate(row.verifiedOn, language)),
        rank: (row) => (row.verifiedOn === undefined ? undefined : Date.parse(row.verifiedOn)),
        cell: (row) => (
          <span className={isStale(row.verifiedOn) ? 'stale cut' : 'cut'} title={isStale(row.verifiedOn) ? t('city.institution.stale') : undefined}>{row.verifiedOn === undefined ? t('city.institution.neverVerified') : formatDate(row.verifiedOn, language)}</span>
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
      footnote={t('sheets.institutions.staleHint')}
    />
  );
}

/** Levels that lie in one another below the city, the finest first: the quarter and its Sozialraum. */
function nestedLevels({ levels }: City): readonly AreaLevel[] {
  const outer = new Set(levels.map((level) => level.nestsIn));
  return levels.filter((level) => level.order > 0 && (level.nestsIn !== undefined || outer.has(level.id))).toSorted((one, other) => other.order - one.order);
}
