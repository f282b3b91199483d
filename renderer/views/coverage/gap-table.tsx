import { useMemo } from 'react';
import type { City } from '#app/domain/city/city.ts';
import { STATUS_CLASSES } from '#app/domain/city/city.ts';
import { lookupOf } from '#app/domain/city/city-lookup.ts';
import { releaserFor } from '#app/domain/confidentiality/release.ts';
import { formatReleased } from '#app/domain/confidentiality/format-released.ts';
import type { AreaCoverage } from '#app/domain/coverage/coverage.ts';
import { gapList } from '#app/domain/coverage/gap-list.ts';
import { releaseCoverage, type ReleasedAreaCoverage } from '#app/domain/coverage/release-coverage.ts';
import { formatDate } from '#shared/i18n/number-format.ts';
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

type Row = { readonly coverage: AreaCoverage; readonly rank: number | undefined; readonly released: ReleasedAreaCoverage };
type Figure = 'people' | 'reached' | 'unreached' | 'share' | 'medianDistance' | 'offers' | 'gap';

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
    const released = releaseCoverage(result, releaserFor(city, 'internal'));
    const ranks = new Map(gapList(result).map((row, position) => [row.area, position + 1]));
    return result.areas.flatMap((coverage) => {
      const cells = released.areas.get(coverage.area);
      return cells === undefined ? [] : [{ coverage, rank: ranks.get(coverage.area), released: cells }];
    });
  }, [city, result]);
  const columns = useMemo((): readonly TableColumn<Row>[] => {
    const lookup = lookupOf(city);
    const releaser = releaserFor(city, 'internal');
    const figure = (id: Figure, header: string, width: number, unit?: string): TableColumn<Row> => ({
      id,
      header,
      unit,
      width,
      number: true,
      text: (row) => formatReleased(row.released[id], language),
      rank: (row) => row.released[id].value,
    });
    return [
      { id: 'rank', header: t('coverage.rank'), width: 72, number: true, text: (row) => (row.rank === undefined ? '' : formatReleased(releaser.plain(row.rank, '', 0), language)), rank: (row) => row.rank },
      { id: 'area', header: t('coverage.area'), width: 170, grows: true, text: (row) => lookup.area(row.coverage.area)?.name ?? row.coverage.area },
      {
        id: 'status',
        header: t('coverage.status'),
        width: 260,
        text: (row) => (row.coverage.status === undefined ? t('socialIndex.noClass') : t(`socialIndex.status.${row.coverage.status}`)),
        rank: (row) => (row.coverage.status === undefined ? undefined : STATUS_CLASSES.indexOf(row.coverage.status)),
        cell: (row) => (row.coverage.status === undefined ? <span className="faint cut">{t('socialIndex.noClass')}</span> : <StatusWords status={row.coverage.status} />),
      },
      figure('people', t('coverage.people'), 110),
      figure('unreached', t('coverage.unreached'), 110),
      figure('share', t('coverage.share'), 150, '%'),
      figure('medianDistance', t('coverage.distance'), 150, 'm'),
      figure('offers', t('coverage.offers'), 84),
      figure('gap', t('coverage.gap'), 84),
      {
        id: 'action',
        header: '',
        width: 210,
        text: () => '',
        cell: (row) =>
          row.rank === undefined ? undefined : (
            <Button small onPress={() => recommendGap(workspace, row.coverage)}>
              {t('coverage.newRecommendation')}
            </Button>
          ),
      },
    ];
  }, [city, language, t, workspace]);
  if (result === undefined || open === undefined) return <p className="table-empty">{t('coverage.beforeLead')}</p>;
  return (
    <DataTable
      name={t('coverage.gaps')}
      caption={`${questionWords(open, result.request, t)} · ${t('coverage.populationAt', { date: formatDate(result.populationDate, language) })}`}
      rows={rows}
      columns={columns}
      keyOf={(row) => row.coverage.area}
      selected={selected}
      onSelect={(row) => selectArea(workspace, row.coverage.area)}
      sortedBy={{ column: 'rank', descending: false }}
    />
  );
}
