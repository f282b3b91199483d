import type { City } from '#app/domain/city/city.ts';
import { lookupOf } from '#app/domain/city/city-lookup.ts';
import { figureDate } from '#app/domain/city/figure-date.ts';
import { releaserFor } from '#app/domain/confidentiality/release.ts';
import { formatReleasedWithUnit } from '#app/domain/confidentiality/format-released.ts';
import { StatusWords, TrendWords } from '../../components/class-words.tsx';
import { useLanguage, usePart, useTranslate } from '../../state/context.tsx';
import { shown } from '../../state/results.ts';
import type { MapHover } from '../../map/city-map-props.ts';

const MOST = 6;

/** What lies under the pointer, through the confidentiality gate. */
export function HoverWords({ hover, city }: { readonly hover: MapHover; readonly city: City }) {
  const t = useTranslate();
  const language = useLanguage();
  const step = usePart('view', (state) => state.step);
  const chosen = usePart('view', (state) => state.indicator);
  const date = usePart('view', (state) => state.date);
  const results = usePart('results', (state) => state);
  const lookup = lookupOf(city);
  if (hover.area !== undefined) {
    const area = lookup.area(hover.area);
    const figure = step !== 'city' || chosen === undefined ? undefined : lookup.indicator(chosen);
    const cell =
      figure === undefined || area === undefined || date === undefined ? undefined : releaserFor(city, 'internal').cell(figure.id, area.id, figureDate(city, figure.id, area.level, date));
    const row = shown(results.index)?.areas.find((entry) => entry.area === hover.area);
    const covered = step === 'coverage' ? shown(results.coverage)?.areas.get(hover.area) : undefined;
    return (
      <div className="stack hover-words">
        <strong>{area?.name}</strong>
        {row === undefined || step === 'city' ? undefined : (
          <>
            <StatusWords status={row.status.class} />
            <TrendWords trend={row.trend?.class} />
          </>
        )}
        {figure === undefined || cell === undefined ? undefined : (
          <span>
            {figure.title}: {cell.value === undefined && cell.mark !== 'value' && cell.mark !== 'uncertain' ? t(`common.mark.${cell.mark}`) : formatReleasedWithUnit(cell, language)}
          </span>
        )}
        {covered === undefined ? undefined : (
          <span>
            {t('coverage.share')}: {formatReleasedWithUnit(covered.share, language)}
          </span>
        )}
      </div>
    );
  }
  const ids = hover.institution === undefined ? (hover.institutions ?? []) : [hover.institution];
  return (
    <ul className="hover-words">
      {ids.slice(0, MOST).map((id) => {
        const institution = lookup.institution(id);
        return (
          <li key={id}>
            <strong>{institution?.name}</strong>
            <span className="note"> {institution === undefined ? '' : lookup.category(institution.category)?.name}</span>
          </li>
        );
      })}
      {ids.length > MOST ? <li className="note">{t('city.inspector.moreInstitutions', { count: ids.length - MOST })}</li> : undefined}
    </ul>
  );
}
