import { useMemo } from 'react';
import { rank } from '#app/domain/confidentiality/no-statistic.ts';
import type { City } from '#app/domain/city/city.ts';
import { STATUS_CLASSES } from '#app/domain/city/city.ts';
import { lookupOf } from '#app/domain/city/city-lookup.ts';
import { releaserFor } from '#app/domain/confidentiality/release.ts';
import { SIGNS, formatReleased } from '#app/domain/confidentiality/format-released.ts';
import { gapList, type GapRow } from '#app/domain/coverage/gap-list.ts';
import { formatDate, formatNumber } from '#shared/i18n/number-format.ts';
import { Button } from '../../components/button.tsx';
import { StatusWords } from '../../components/class-words.tsx';
import { DataTable, type TableColumn } from '../../components/data-table.tsx';
import { recommendGap } from '../../commands/create-sheets.ts';
import { selectArea } from '../../commands/select.ts';
import { useLanguage, usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import { shown } from '../../state/results.ts';
import { selectedArea } from '../../state/selection.ts';
import { useOpenCity } from '../use-city.ts';
import { questionWords } from './coverage-panel.tsx';

type Row = GapRow & { readonly isGap: boolean };
type Figure = 'people' | 'unreached' | 'share' | 'medianDistance' | 'offers' | 'gap';

/** Where need and people not reached come together; every area is listed, also those without a gap. */
export function GapTable({ city }: { readonly city: City }) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const language = useLanguage();
  const open = useOpenCity();
  const result = usePart('results', (state) => shown(state.coverage));
  const selected = usePart('selection', selectedArea);
  const rows = useMemo((): readonly Row[] => {
    if (result === undefined) return [];
    const gaps = new Map(gapList(result).map((row) => [row.area, row]));
    return [...result.areas.values()].map((area) => ({ ...area, rank: gaps.get(area.area)?.rank, isGap: gaps.has(area.area) }));
  }, [result]);
  const hasPlaces = result?.places !== undefined;
  const columns = useMemo((): readonly TableColumn<Row>[] => {
    const lookup = lookupOf(city);
    const releaser = releaserFor(city, 'internal');
    const figure = (id: Figure, header: string, width: number, unit?: string): TableColumn<Row> => ({
      id,
      header,
      unit,
      width,
      number: true,
      text: (row) => formatReleased(row[id], language),
      rank: (row) => row[id].value,
    });
    return [
      { id: 'rank', header: t('coverage.rank'), width: 88, number: true, pinned: true, text: (row) => (row.rank === undefined ? '' : formatReleased(releaser.plain(rank(row.rank)), language)), rank: (row) => row.rank },
      { id: 'area', header: t('coverage.area'), width: 150, grows: true, pinned: true, text: (row) => lookup.area(row.area)?.name ?? row.area },
      figure('unreached', t('coverage.unreached'), 104),
      figure('share', t('coverage.share'), 120, '%'),
      {
        id: 'need',
        header: t('coverage.need'),
        hint: t('coverage.needNote'),
        width: 120,
        number: true,
        text: (row) => (row.need === undefined ? SIGNS.notAvailable : formatNumber(row.need, 2, language)),
        rank: (row) => row.need,
      },
      { ...figure('gap', t('coverage.gap'), 80), hint: t('coverage.needNote') },
      {
        ...figure('offers', t('coverage.offers'), 120),
        text: (row) =>
          (row.fixedTermOffers?.value ?? 0) === 0 || row.fixedTermOffers === undefined
            ? formatReleased(row.offers, language)
            : t('coverage.offersFixedTerm', { offers: formatReleased(row.offers, language), fixedTerm: formatReleased(row.fixedTermOffers, language) }),
      },
      ...(hasPlaces
        ? (['places', 'placesPerHundred'] as const).map(
            (id): TableColumn<Row> => ({
              id,
              header: t(id === 'places' ? 'coverage.placesHere' : 'coverage.placesPerHundred'),
              width: 96,
              number: true,
              text: (row) => (row[id] === undefined ? SIGNS.notAvailable : formatReleased(row[id], language)),
              rank: (row) => row[id]?.value,
            }),
          )
        : []),
      figure('people', t('coverage.people'), 100),
      figure('medianDistance', t('coverage.distance'), 136, 'm'),
      {
        id: 'status',
        header: t('coverage.status'),
        width: 260,
        text: (row) => (row.status === undefined ? t('socialIndex.noClass') : t(`socialIndex.status.${row.status}`)),
        rank: (row) => (row.status === undefined ? undefined : STATUS_CLASSES.indexOf(row.status)),
        cell: (row) => (row.status === undefined ? <span className="faint cut">{t('socialIndex.noClass')}</span> : <StatusWords status={row.status} />),
      },
      {
        id: 'action',
        header: t('sheets.recommendations'),
        hint: t('coverage.actionNote'),
        width: 232,
        text: () => '',
        cell: (row) =>
          !row.isGap ? undefined : (
            <Button small onPress={() => recommendGap(workspace, row)}>
              {t('coverage.newRecommendation')}
            </Button>
          ),
      },
    ];
  }, [city, hasPlaces, language, t, workspace]);
  if (result === undefined || open === undefined) return <p className="table-empty">{t('coverage.beforeLead')}</p>;
  return (
    <DataTable
      name={t('coverage.gaps')}
      caption={`${questionWords(open, result.request, t)} · ${t('coverage.populationAt', { date: formatDate(result.populationDate, language) })}`}
      rows={rows}
      columns={columns}
      keyOf={(row) => row.area}
      selected={selected}
      onSelect={(row) => selectArea(workspace, row.area)}
      sortedBy={{ column: 'rank', descending: false }}
      footnote={[
        t('common.signs'),
        t('coverage.needNote'),
        ...(rows.some((row) => row.isGap && row.need === undefined) ? [t('coverage.actionNote')] : []),
        ...(result.places === undefined ? [] : [t('coverage.placesNote', { city: open.show(result.places.perHundred) })]),
      ].join(' · ')}
    />
  );
}
