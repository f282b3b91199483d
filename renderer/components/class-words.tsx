import type { StatusClass, TrendClass } from '#app/domain/city/city.ts';
import { STATUS_FILL } from '#shared/palette.ts';
import { useSpeech } from './language.tsx';

/** Status in full words, with its colour from the map beside it. */
export function StatusWords({ status }: { readonly status: StatusClass }) {
  const { t } = useSpeech();
  const [red, green, blue] = STATUS_FILL[status];
  return (
    <span className="class-words">
      <span className="swatch" style={{ backgroundColor: `rgb(${red} ${green} ${blue})` }} aria-hidden="true" />
      <span className="cut">{t(`socialIndex.status.${status}`)}</span>
    </span>
  );
}

const SIGNS = { positive: 'M6 2L11 10H1Z', stable: 'M1 5H11V7H1Z', negative: 'M6 10L1 2H11Z' } as const satisfies Record<TrendClass, string>;

/** Trend with the same sign as on the map. */
export function TrendWords({ trend }: { readonly trend: TrendClass | undefined }) {
  const { t } = useSpeech();
  if (trend === undefined) return <span className="faint">{t('map.trendUnknown')}</span>;
  return (
    <span className="class-words">
      <svg className="trend-sign" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
        <path d={SIGNS[trend]} />
      </svg>
      {t(`socialIndex.trend.${trend}`)}
    </span>
  );
}
