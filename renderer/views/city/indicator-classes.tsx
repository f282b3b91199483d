import type { City, Indicator } from '#app/domain/city/city.ts';
import { classWords } from '../../map/spoken-area.ts';
import { Swatch } from '../../map/swatch.tsx';
import { formatNumber } from '#shared/i18n/number-format.ts';
import { Button } from '../../components/button.tsx';
import { chooseLevel } from '../../commands/select.ts';
import { useLanguage, useLookup, usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import { schemeFor } from '../scheme-for.ts';

/** The colours of the map with their words and counts, from the map's own classes; where the level has no figures, the way to one that has. */
export function IndicatorClasses({ city, indicator }: { readonly city: City; readonly indicator: Indicator }) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const language = useLanguage();
  const lookup = useLookup();
  const level = usePart('view', (state) => state.level);
  const date = usePart('view', (state) => state.date);
  if (level === undefined || lookup === undefined) return undefined;
  const scheme = schemeFor(city, { step: 'city', level, indicator: indicator.id, date }, undefined, undefined);
  if (scheme.classes.every(({ hatch, count }) => hatch !== 'none' || count === 0)) {
    const others = city.levels.filter((other) => other.order > 0 && other.id !== level && lookup.datesOf(indicator.id, other.id).length > 0);
    return (
      <div className="callout">
        <p>{t('city.noFigures', { areas: lookup.level(level)?.plural ?? '' })}</p>
        <div className="row-wrap">
          {others.map((other) => (
            <Button key={other.id} small onPress={() => chooseLevel(workspace, other.id)}>
              {t('city.showLevel', { areas: other.plural })}
            </Button>
          ))}
        </div>
      </div>
    );
  }
  return (
    <section className="indicator-classes">
      <table className="class-table">
        <caption>{t(scheme.title, scheme.titleValues)}</caption>
        <tbody>
          {scheme.classes
            .filter(({ hatch, count }) => hatch === 'none' || count > 0)
            .map((entry) => (
              <tr key={entry.key}>
                <th scope="row">
                  <span className="row">
                    <Swatch mapClass={entry} width={26} height={16} />
                    {classWords(entry, t)}
                  </span>
                </th>
                <td>{formatNumber(entry.count, 0, language)}</td>
              </tr>
            ))}
        </tbody>
      </table>
      {scheme.note === undefined ? undefined : <p className="note">{t(scheme.note)}</p>}
    </section>
  );
}
