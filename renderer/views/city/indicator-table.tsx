import { useMemo } from 'react';
import type { City } from '#app/domain/city/city.ts';
import { figureDate } from '#app/domain/city/figure-date.ts';
import { lookupOf } from '#app/domain/city/city-lookup.ts';
import { formatReleased } from '#app/domain/confidentiality/format-released.ts';
import { formatDate, formatDifference } from '#shared/i18n/number-format.ts';
import { DataTable, type TableColumn } from '../../components/data-table.tsx';
import { Sparkline } from '../../components/sparkline.tsx';
import { selectArea } from '../../commands/select.ts';
import { useLanguage, usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import { selectedArea } from '../../state/selection.ts';
import { indicatorRows, type IndicatorRow } from './indicator-rows.ts';

/** An indicator for all areas of the level, beside the city. */
export function IndicatorTable({ city }: { readonly city: City }) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const language = useLanguage();
  const id = usePart('view', (state) => state.indicator);
  const level = usePart('view', (state) => state.level);
  const chosen = usePart('view', (state) => state.date);
  const selected = usePart('selection', selectedArea);
  const lookup = lookupOf(city);
  const indicator = id === undefined ? undefined : lookup.indicator(id);
  const date = indicator === undefined || level === undefined || chosen === undefined ? undefined : figureDate(city, indicator.id, level, chosen);
  const rows = useMemo(
    () => (indicator === undefined || level === undefined || date === undefined ? [] : indicatorRows(city, indicator, level, date)),
    [city, indicator, level, date],
  );
  const columns = useMemo((): readonly TableColumn<IndicatorRow>[] => {
    const unit = indicator?.unit;
    const own = level === undefined ? undefined : lookup.level(level);
    const parentLevel = own?.nestsIn === undefined ? undefined : lookup.level(own.nestsIn);
    return [
      { id: 'key', header: t('city.key'), width: 96, text: (row) => row.area.id },
      { id: 'area', header: t('city.area'), width: 180, grows: true, text: (row) => row.area.name },
      ...(parentLevel === undefined || parentLevel.order === 0 ? [] : [{ id: 'parent', header: parentLevel.singular, width: 150, text: (row: IndicatorRow) => row.parent }]),
      { id: 'value', header: t('city.value'), unit, width: 120, number: true, text: (row) => formatReleased(row.value, language), rank: (row) => row.value.value },
      { id: 'city', header: t('city.cityValue'), unit, width: 110, number: true, text: (row) => formatReleased(row.cityValue, language), rank: (row) => row.cityValue.value },
      {
        id: 'difference',
        header: t('city.difference'),
        width: 132,
        number: true,
        text: (row) => (row.difference?.value === undefined ? '' : formatDifference(row.difference.value, row.difference.precision, language)),
        rank: (row) => row.difference?.value,
      },
      { id: 'course', header: t('city.course'), width: 92, text: () => '', cell: (row) => <Sparkline values={row.series} /> },
    ];
  }, [indicator, language, level, lookup, t]);
  if (indicator === undefined || level === undefined || date === undefined) return undefined;
  const source = city.sources.find((entry) => entry.id === indicator.source);
  return (
    <DataTable
      key={indicator.id}
      name={t('city.indicatorTable', { indicator: indicator.title, level: lookup.level(level)?.plural ?? '' })}
      caption={`${t('city.indicatorCaption', { date: formatDate(date, language), source: source?.publisher ?? city.manifest.producer })} · ${t('common.signs')}`}
      rows={rows}
      columns={columns}
      keyOf={(row) => row.area.id}
      selected={selected}
      onSelect={(row) => selectArea(workspace, row.area.id)}
      sortedBy={{ column: 'value', descending: true }}
    />
  );
}
