import { useMemo } from 'react';
import { places as placesOf } from '#app/domain/confidentiality/no-statistic.ts';
import type { AreaLevel, City, Institution } from '#app/domain/city/city.ts';
import { lookupOf } from '#app/domain/city/city-lookup.ts';
import { releaserFor } from '#app/domain/confidentiality/release.ts';
import { formatReleased } from '#app/domain/confidentiality/format-released.ts';
import { isOpen } from '#app/domain/city/is-open.ts';
import { metres } from '#app/domain/confidentiality/no-statistic.ts';
import type { LevelId } from '#shared/ids.ts';
import { formatDate } from '#shared/i18n/number-format.ts';
import { DataTable, type TableColumn } from '../../components/data-table.tsx';
import { useLanguage, usePart, useTranslate } from '../../state/context.tsx';
import { measuredFrom } from '../../state/register-words.ts';
import { today } from '../../state/register.ts';
import { useChoiceOfRows } from '../register/choice-of-rows.tsx';
import { useSearch } from '../register/use-register.ts';
import { isStale } from '../freshness.ts';

type Row = Institution & { readonly metres: number | undefined; /** Which of three lists of a search by place it stands in. */ readonly found: 'hit' | 'citywide' | 'unplaced' };

const LISTS: readonly Row['found'][] = ['hit', 'citywide', 'unplaced'];

/** What the search of the register finds: nearest first when a place is asked for, then citywide offers, then those without a place if they are asked for. */
export function InstitutionTable({ city }: { readonly city: City }) {
  const t = useTranslate();
  const language = useLanguage();
  const found = useSearch();
  const { shown, ...choice } = useChoiceOfRows((row: Row) => row);
  const nearFrom = usePart('register', (state) => state.filters.near?.from);
  const near = nearFrom !== undefined;
  const byArea = usePart('register', (state) => state.filters.area !== undefined);
  const unplacedToo = usePart('register', (state) => state.unplacedToo);
  const rows = useMemo((): readonly Row[] => {
    if (found === undefined) return [];
    const apart = (institutions: readonly Institution[], list: Row['found']) => institutions.map((institution): Row => ({ ...institution, metres: undefined, found: list }));
    return [...found.hits.map((hit): Row => ({ ...hit.institution, metres: hit.metres, found: 'hit' })), ...apart(found.withoutPlace, 'citywide'), ...(unplacedToo ? apart(found.unplaced, 'unplaced') : [])];
  }, [found, unplacedToo]);
  const columns = useMemo((): readonly TableColumn<Row>[] => {
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
    const distance = (row: Row) => (row.metres === undefined ? '' : formatReleased(releaser.plain(metres(row.metres)), language));
    const day = today();
    const name = (row: Row) => (isOpen(row, day) ? row.name : `${row.name} (${t('register.table.closed')})`);
    return [
      { id: 'name', header: t('city.institution.name'), width: 220, grows: true, text: name },
      ...(near ? [{ id: 'distance', header: t('register.table.distance'), unit: t('register.table.unitMetres'), width: 104, number: true, text: distance, rank: (row: Row) => row.metres } satisfies TableColumn<Row>] : []),
      ...(near || byArea ? [{ id: 'found', header: t('register.table.found'), width: 150, text: (row: Row) => t(`register.table.${row.found === 'hit' ? (near ? 'inRadius' : 'inArea') : row.found}`), rank: (row: Row) => LISTS.indexOf(row.found) } satisfies TableColumn<Row>] : []),
      { id: 'category', header: t('city.institution.category'), width: 160, text: (row) => lookup.category(row.category)?.name ?? row.category },
      ...nestedLevels(city).map((level): TableColumn<Row> => ({ id: level.id, header: level.singular, width: 150, text: (row) => areaNameAt(level.id, row) })),
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
      { id: 'placement', header: t('register.card.placement'), width: 130, text: (row) => t(`register.placement.${row.location === undefined ? 'none' : row.placement}`) },
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
          <span className={isStale(row.verifiedOn) ? 'stale cut' : 'cut'} title={row.verifiedOn !== undefined && isStale(row.verifiedOn) ? t('city.institution.stale') : undefined}>{row.verifiedOn === undefined ? t('city.institution.neverVerified') : formatDate(row.verifiedOn, language)}</span>
        ),
      },
    ];
  }, [city, language, t, near, byArea]);
  return (
    <DataTable
      key={near ? 'near' : 'all'}
      name={t('register.table.name')}
      {...(nearFrom === undefined ? {} : { caption: `${t('register.table.distance')} ${measuredFrom(nearFrom, city, t)}` })}
      rows={shown(rows)}
      columns={columns}
      {...choice}
      sortedBy={near ? { column: 'distance', descending: false } : { column: 'name', descending: false }}
    />
  );
}

/** Levels that lie in one another below the city, the finest first: the quarter and its Sozialraum. */
function nestedLevels({ levels }: City): readonly AreaLevel[] {
  const outer = new Set(levels.map((level) => level.nestsIn));
  return levels.filter((level) => level.order > 0 && (level.nestsIn !== undefined || outer.has(level.id))).toSorted((one, other) => other.order - one.order);
}
