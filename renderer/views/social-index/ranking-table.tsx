import { useMemo } from 'react';
import type { City, StatusClass } from '#app/domain/city/city.ts';
import { STATUS_CLASSES } from '#app/domain/city/city.ts';
import { lookupOf } from '#app/domain/city/city-lookup.ts';
import { releaserFor } from '#app/domain/confidentiality/release.ts';
import { SIGNS, formatReleased } from '#app/domain/confidentiality/format-released.ts';
import { rank } from '#app/domain/confidentiality/no-statistic.ts';
import { excludedWords } from '#app/domain/social-index/excluded-words.ts';
import type { ExcludedArea } from '#app/domain/social-index/index-result.ts';
import type { ReleasedAreaIndex, ReleasedIndex } from '#app/domain/social-index/released-index.ts';
import { formatDate, formatDifference } from '#shared/i18n/number-format.ts';
import { asId, type AreaId } from '#shared/ids.ts';
import { StatusWords, TrendWords } from '../../components/class-words.tsx';
import { DataTable, type TableColumn } from '../../components/data-table.tsx';
import { selectArea } from '../../commands/select.ts';
import { useLanguage, usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import { shown } from '../../state/results.ts';
import { selectedArea } from '../../state/selection.ts';
import { ProblemWords } from '../problem-words.tsx';

type Row = { readonly area: AreaId; readonly index: ReleasedAreaIndex | undefined; readonly excluded: ExcludedArea | undefined };

/** All areas of the level in the order of the index; those without a class stand at the end with their reason. */
export function RankingTable({ city }: { readonly city: City }) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const language = useLanguage();
  const computed = usePart('results', (state) => state.index);
  const selected = usePart('selection', selectedArea);
  const result = shown(computed);
  const rows = useMemo(() => (result === undefined ? [] : rowsOf(city, result)), [city, result]);
  const columns = useMemo((): readonly TableColumn<Row>[] => {
    const lookup = lookupOf(city);
    const releaser = releaserFor(city, 'internal');
    const order = (status: StatusClass) => STATUS_CLASSES.indexOf(status);
    const index = (row: Row) => (row.index === undefined ? '' : row.index.status.index === undefined ? SIGNS.suppressed : formatDifference(row.index.status.index, 2, language));
    const first = result?.profile.indicators ?? [];
    const why = ({ excluded }: Row): string =>
      excluded === undefined || result === undefined ? '' : excludedWords(excluded, result, releaser, (id) => lookup.indicator(asId(id))?.title ?? id, t, language);
    return [
      { id: 'rank', header: t('coverage.rank'), width: 88, number: true, pinned: true, text: (row) => (row.index === undefined ? '' : row.index.rank === undefined ? SIGNS.suppressed : formatReleased(releaser.plain(rank(row.index.rank)), language)), rank: (row) => row.index?.rank },
      { id: 'area', header: t('city.area'), width: 150, grows: true, pinned: true, text: (row) => lookup.area(row.area)?.name ?? row.area },
      {
        id: 'status',
        header: t('city.inspector.status'),
        width: 250,
        text: (row) => (row.index === undefined ? `${t('socialIndex.noClass')}: ${why(row)}` : t(`socialIndex.status.${row.index.status.class}`)),
        rank: (row) => (row.index === undefined ? undefined : order(row.index.status.class)),
        cell: (row) =>
          row.index === undefined ? (
            <span className="faint cut">
              {t('socialIndex.noClass')} ({why(row)})
            </span>
          ) : (
            <StatusWords status={row.index.status.class} />
          ),
      },
      { id: 'index', header: t('sheets.index.value'), width: 112, number: true, text: index, rank: (row) => row.index?.status.index },
      {
        id: 'trend',
        header: t('city.inspector.trend'),
        width: 106,
        text: (row) => (row.index?.trend === undefined ? '' : t(`socialIndex.trend.${row.index.trend.class}`)),
        rank: (row) => row.index?.trend?.index,
        cell: (row) => (row.index === undefined ? undefined : <TrendWords trend={row.index.trend?.class} />),
      },
      {
        id: 'trendValue',
        header: t('analysis.index.trendValue'),
        hint: t('analysis.index.trendValueNote'),
        width: 112,
        number: true,
        text: (row) => (row.index?.trend === undefined ? '' : row.index.trend.index === undefined ? SIGNS.suppressed : formatDifference(row.index.trend.index, 2, language)),
        rank: (row) => row.index?.trend?.index,
      },
      ...first.slice(0, 7).map((part): TableColumn<Row> => {
        const indicator = lookup.indicator(part.indicator);
        const change = (row: Row) => row.index?.trend?.parts.find((entry) => entry.indicator === part.indicator)?.change;
        return {
          id: part.indicator,
          header: t('sheets.index.changeOf', { indicator: indicator?.title ?? part.indicator }),
          unit: indicator?.unit === '%' ? t('sheets.index.points') : indicator?.unit,
          width: 190,
          number: true,
          text: (row) => {
            const released = change(row);
            if (released === undefined) return '';
            return released.value === undefined ? formatReleased(released, language) : formatDifference(released.value, 1, language);
          },
          rank: (row) => change(row)?.value,
        };
      }),
    ];
  }, [city, language, result, t]);
  if (computed.status === 'failed') return <ProblemWords problem={computed.problem} />;
  if (result === undefined) return <p className="table-empty">{t('city.inspector.noIndex')}</p>;
  return (
    <DataTable
      name={t('sheets.index.ranking', { level: lookupOf(city).level(result.level)?.plural ?? '' })}
      caption={`${formatDate(result.date, language)}${result.trendSince === undefined ? '' : ` · ${t('sheets.index.changesSince', { date: formatDate(result.trendSince, language) })}`} · ${t('sheets.index.relative')}`}
      rows={rows}
      columns={columns}
      keyOf={(row) => row.area}
      selected={selected}
      onSelect={(row) => selectArea(workspace, row.area)}
      sortedBy={{ column: 'rank', descending: false }}
      footnote={`${t('analysis.index.trendValue')}: ${t('analysis.index.trendValueNote')} · ${t('common.signs')}`}
    />
  );
}

function rowsOf(city: City, result: ReleasedIndex): readonly Row[] {
  return lookupOf(city)
    .areasOf(result.level, result.date, result.profile.indicators.map(({ indicator }) => indicator))
    .map(({ id }) => ({
      area: id,
      index: result.areas.find((row) => row.area === id),
      excluded: result.excluded.find((row) => row.area === id),
    }));
}
