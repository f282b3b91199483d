import * as Plot from '@observablehq/plot';
import { useMemo } from 'react';
import type { City } from '#app/domain/city/city.ts';
import { lookupOf } from '#app/domain/city/city-lookup.ts';
import { formatDate, formatNumber } from '#shared/i18n/number-format.ts';
import type { AreaId } from '#shared/ids.ts';
import { PlotFigure } from '../../components/plot-figure.tsx';
import { selectArea } from '../../commands/select.ts';
import { useLanguage, usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import { selectedArea } from '../../state/selection.ts';
import { seriesOf } from './indicator-rows.ts';

/** All areas of the level over time as thin lines, the selected one and the city standing out. */
export function IndicatorChart({ city }: { readonly city: City }) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const language = useLanguage();
  const id = usePart('view', (state) => state.indicator);
  const level = usePart('view', (state) => state.level);
  const selected = usePart('selection', selectedArea);
  const lookup = lookupOf(city);
  const indicator = id === undefined ? undefined : lookup.indicator(id);
  const options = useMemo((): Plot.PlotOptions | undefined => {
    if (indicator === undefined || level === undefined) return undefined;
    const dates = lookup.datesOf(indicator.id, level);
    const pointsOf = (area: Parameters<typeof seriesOf>[2], name: string) =>
      seriesOf(city, indicator, area, dates).map((value, position) => ({ area, name, year: new Date(dates[position] ?? ''), value: value ?? Number.NaN }));
    const areas = lookup.areasOf(level).flatMap((area) => pointsOf(area.id, area.name));
    const comparable = indicator.form !== 'absolute';
    const whole = comparable ? pointsOf('city', t('city.cityValue')) : [];
    const chosen = selected === undefined || lookup.area(selected)?.level !== level ? [] : pointsOf(selected, lookup.area(selected)?.name ?? '');
    const known = [...areas, ...whole].filter(({ value }) => !Number.isNaN(value));
    const label = ({ name: whose, year, value }: (typeof areas)[number]) => `${whose} ${year.getUTCFullYear()}: ${format(value)}`;
    const format = (value: number) => formatNumber(value, indicator.precision, language);
    return {
      height: 220,
      marginLeft: 56,
      marginRight: 160,
      marginTop: 24,
      x: { type: 'utc', label: null, ticks: dates.map((date) => new Date(date)).filter((_, position) => position % 2 === (dates.length + 1) % 2), tickFormat: (date: Date) => String(date.getUTCFullYear()) },
      y: { label: indicator.unit, nice: true, grid: true, tickFormat: format },
      marks: [
        Plot.lineY(areas, { x: 'year', y: 'value', z: 'name', stroke: 'currentColor', strokeOpacity: selected === undefined ? 0.4 : 0.25, strokeWidth: 1 }),
        Plot.lineY(whole, { x: 'year', y: 'value', stroke: 'var(--text)', strokeWidth: 2, strokeDasharray: '5 3' }),
        Plot.lineY(chosen, { x: 'year', y: 'value', stroke: 'var(--accent)', strokeWidth: 4 }),
        Plot.text([...whole.slice(-1), ...chosen.slice(-1)], { x: 'year', y: 'value', text: 'name', textAnchor: 'start', dx: 8, fontWeight: 600, fill: 'var(--text)' }),
        // the line nearest to the pointer says whose it is
        Plot.dot(known, Plot.pointer({ x: 'year', y: 'value', r: 4, fill: 'var(--accent)' })),
        Plot.text(known, Plot.pointer({ x: 'year', y: 'value', text: label, dy: -12, fontSize: 12, fontWeight: 600, fill: 'var(--text)', stroke: 'var(--surface)', strokeWidth: 5, frameAnchor: 'bottom' })),
      ],
    };
  }, [city, indicator, language, level, lookup, selected, t]);
  if (indicator === undefined || options === undefined || level === undefined) return undefined;
  const dates = lookup.datesOf(indicator.id, level);
  const name = t('city.indicatorTable', { indicator: indicator.title, level: lookup.level(level)?.plural ?? '' });
  return (
    <div className="chart-frame" tabIndex={0} role="group" aria-label={name}>
      <h3>{name}</h3>
      <p className="note">{t('city.chartHint')}</p>
      <PlotFigure
        options={options}
        onPick={(datum) => {
          const { area } = datum as { readonly area: AreaId | 'city' };
          if (area !== 'city') selectArea(workspace, area);
        }}
        description={`${name}, ${formatDate(dates[0] ?? '', language)} – ${formatDate(dates.at(-1) ?? '', language)}`} />
    </div>
  );
}
