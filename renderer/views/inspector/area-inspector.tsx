import { useMemo } from 'react';
import { SIGNS } from '#app/domain/confidentiality/format-released.ts';
import type { Area } from '#app/domain/city/city.ts';
import { institutionsInside } from '#app/domain/city/listed-institutions.ts';
import { figureDate } from '#app/domain/city/figure-date.ts';
import { excludedWords } from '#app/domain/social-index/excluded-words.ts';
import { explainArea, type Contribution } from '#app/domain/social-index/explain.ts';
import type { ReleasedIndex } from '#app/domain/social-index/released-index.ts';
import { populationIndicatorOf } from '#app/domain/city/population-indicator.ts';
import { formatDate, formatDifference, formatNumber } from '#shared/i18n/number-format.ts';
import { asId, type IndicatorId, type IsoDate } from '#shared/ids.ts';
import { Button } from '../../components/button.tsx';
import { StatusWords, TrendWords } from '../../components/class-words.tsx';
import { Facts } from '../../components/facts.tsx';
import { softHyphens } from '../../components/soft-hyphens.ts';
import { Sparkline } from '../../components/sparkline.tsx';
import { recommendArea } from '../../commands/create-sheets.ts';
import { selectArea, selectInstitution } from '../../commands/select.ts';
import { useLanguage, usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import { shown } from '../../state/results.ts';
import { seriesOf } from '../city/indicator-rows.ts';
import type { OpenCity } from '../use-city.ts';

type Properties = { readonly open: OpenCity; readonly area: Area };

/** A quarter: class in full words, what moved it, its figures beside Sozialraum and city, what is there. */
export function AreaInspector({ open, area }: Properties) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const result = usePart('results', (state) => shown(state.index));
  const { lookup } = open;
  const parent = area.parent === undefined ? undefined : lookup.area(area.parent);
  const level = lookup.level(area.level);
  return (
    <>
      <p className="note">
        {parent === undefined || lookup.level(parent.level)?.order === 0 ? level?.singular : t('city.inspector.inParent', { level: level?.singular ?? '', parent: parent.name })} · {area.id}
        {area.shortName === '' || area.shortName === area.name || area.shortName.length < 3 ? '' : ` · ${t('city.inspector.alsoCalled', { name: area.shortName })}`}
      </p>
      <div className="row-wrap">
        <Button kind="primary" onPress={() => recommendArea(workspace, area.id)}>
          {t('city.inspector.newRecommendation')}
        </Button>
        <Button onPress={() => selectArea(workspace, area.id, true)}>{t('city.inspector.showOnMap')}</Button>
      </div>
      <CoverageOfArea open={open} area={area} />
      {result === undefined || result.level !== area.level ? <p className="note">{t('city.inspector.noIndex')}</p> : <IndexOfArea open={open} area={area} result={result} />}
      <Figures open={open} area={area} result={result} />
      <InstitutionsInside open={open} area={area} />
    </>
  );
}

/** In the step "Versorgung": the figures of the question that was asked last. */
function CoverageOfArea({ open, area }: Properties) {
  const t = useTranslate();
  const language = useLanguage();
  const step = usePart('view', (state) => state.step);
  const coverage = usePart('results', (state) => shown(state.coverage));
  const row = coverage?.areas.get(area.id);
  if (step !== 'coverage' || coverage === undefined || row === undefined) return undefined;
  const offers =
    (row.fixedTermOffers?.value ?? 0) === 0 || row.fixedTermOffers === undefined
      ? open.show(row.offers)
      : t('coverage.offersFixedTerm', { offers: open.show(row.offers), fixedTerm: open.show(row.fixedTermOffers) });
  return (
    <section className="section">
      <h3>{t('coverage.title')}</h3>
      <Facts
        rows={[
          [t('coverage.people'), open.show(row.people)],
          [t('coverage.share'), `${open.showWithUnit(row.share)} (${open.show(row.reached)})`],
          [t('coverage.unreached'), open.show(row.unreached)],
          [t('coverage.offers'), offers],
          [t('coverage.placesHere'), row.places && open.show(row.places)],
          [t('coverage.placesPerHundred'), row.placesPerHundred && coverage.places && `${open.show(row.placesPerHundred)} (${t('city.cityValue')}: ${open.show(coverage.places.perHundred)})`],
          [t('coverage.need'), row.need === undefined ? undefined : formatNumber(row.need, 2, language)],
          [t('coverage.gap'), open.show(row.gap)],
        ]}
      />
    </section>
  );
}

function IndexOfArea({ open, area, result }: Properties & { readonly result: ReleasedIndex }) {
  const t = useTranslate();
  const language = useLanguage();
  const explanation = useMemo(() => explainArea(result, area.id), [result, area.id]);
  if (explanation === undefined) {
    const excluded = result.excluded.find((row) => row.area === area.id);
    return (
      <section className="section">
        <h3>{t('city.inspector.index')}</h3>
        <p className="callout">
          {excluded === undefined
            ? t('socialIndex.noClass')
            : t('city.inspector.excluded', { reason: excludedWords(excluded, result, open.releaser, (id) => open.lookup.indicator(asId<IndicatorId>(id))?.title ?? id, t, language) })}
        </p>
      </section>
    );
  }
  const { status, trend } = explanation;
  return (
    <section className="section">
      <h3>{t('city.inspector.index')}</h3>
      <dl className="facts">
        <div>
          <dt>{t('city.inspector.status')}</dt>
          <dd>
            <StatusWords status={status.class} />
          </dd>
        </div>
        <div>
          <dt>{t('city.inspector.trend')}</dt>
          <dd>
            <TrendWords trend={trend?.class} />
            {trend === undefined ? undefined : <p className="note">{t(`socialIndex.trendRelative.${trend.class}`)}</p>}
          </dd>
        </div>
      </dl>
      {status.nextCut?.isNear ? <p className="note">{t('sheets.index.nearCut', { next: t(`socialIndex.status.${status.nextCut.class}`) })}</p> : undefined}
      {trend === undefined || result.trendSince === undefined ? undefined : (
        <AbsoluteChanges open={open} contributions={trend.contributions} since={formatDate(result.trendSince, language)} />
      )}
      <h3>{t('city.inspector.drivers')}</h3>
      <Drivers open={open} contributions={status.contributions} />
      <p className="note">{t('city.inspector.driversNote')}</p>
    </section>
  );
}

/** A trend is relative to the city: what really changed stands beside it. */
function AbsoluteChanges({ open, contributions, since }: { readonly open: OpenCity; readonly contributions: readonly Contribution[]; readonly since: string }) {
  const t = useTranslate();
  const language = useLanguage();
  return (
    <table className="plain-table">
      <caption>{t('city.inspector.change', { date: since })}</caption>
      <tbody>
        {contributions.map((part) => {
          const indicator = open.lookup.indicator(part.indicator);
          const { change } = part;
          return (
            <tr key={part.indicator}>
              <th scope="row">{indicator?.title ?? part.indicator}</th>
              <td className="number">{change?.value === undefined ? change && open.show(change) : `${formatDifference(change.value, change.precision, language)} ${indicator?.unit === '%' ? t('sheets.index.points') : (indicator?.unit ?? '')}`}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** Which indicator moved the index: bars left (lighter) and right (heavier) of the mean. */
function Drivers({ open, contributions }: { readonly open: OpenCity; readonly contributions: readonly Contribution[] }) {
  const language = useLanguage();
  const largest = Math.max(1, ...contributions.map((part) => Math.abs(part.added ?? 0)));
  return (
    <ul className="bars-list">
      {contributions.map((part) => {
        const added = part.added ?? 0;
        const share = (Math.abs(added) / largest) * 50;
        return (
          <li key={part.indicator} className="bars">
            <span>
              {open.lookup.indicator(part.indicator)?.title ?? part.indicator}
            </span>
            <span className="bar" aria-hidden="true">
              <span className={added > 0 ? 'heavier' : 'lighter'} style={added > 0 ? { left: '50%', width: `${share}%` } : { right: '50%', width: `${share}%` }} />
            </span>
            <span className="number">{part.added === undefined ? SIGNS.suppressed : formatDifference(part.added, 2, language)}</span>
          </li>
        );
      })}
    </ul>
  );
}

/** Index indicators and population of the quarter beside its Sozialraum and the city, with their course. */
function Figures({ open, area, result }: Properties & { readonly result: ReleasedIndex | undefined }) {
  const t = useTranslate();
  const language = useLanguage();
  const chosen = usePart('view', (state) => state.date);
  const { city, lookup, releaser } = open;
  if (chosen === undefined) return undefined;
  const population = populationIndicatorOf(city);
  const ids = [...(population === undefined ? [] : [population]), ...(result?.profile.indicators.map((part) => part.indicator) ?? [])];
  const parent = area.parent === undefined ? undefined : lookup.area(area.parent);
  const shownParent = parent !== undefined && lookup.level(parent.level)?.order !== 0 ? parent : undefined;
  return (
    <section className="section">
      <table className="plain-table figures-table">
        <caption className="only-read-aloud">{t('city.inspector.indicators')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('city.inspector.indicators')}</th>
            <th scope="col" className="number">
              {t('city.inspector.quarter')}
            </th>
            {shownParent === undefined ? undefined : (
              <th scope="col" className="number">
                {softHyphens(lookup.level(shownParent.level)?.singular ?? '', language)}
              </th>
            )}
            <th scope="col" className="number">
              {t('city.cityValue')}
            </th>
          </tr>
        </thead>
        <tbody>
          {ids.map((id) => {
            const indicator = lookup.indicator(id);
            if (indicator === undefined) return undefined;
            const date = figureDate(city, indicator.id, area.level, chosen);
            return (
              <tr key={id}>
                <th scope="row">
                  {softHyphens(indicator.title, language)}
                  <span className="figure-course">
                    <span className="faint">{indicator.unit}</span>
                    <Sparkline values={seriesOf(city, indicator, area.id, lookup.datesOf(id, area.level))} />
                  </span>
                </th>
                <td className="number">{open.show(releaser.cell(id, area.id, date))}</td>
                {shownParent === undefined ? undefined : <td className="number">{open.show(releaser.cell(id, shownParent.id, date))}</td>}
                <td className="number">{open.show(releaser.cityCell(id, date))}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

const MOST = 8;

function InstitutionsInside({ open, area }: Properties) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const language = useLanguage();
  const index = usePart('results', (state) => shown(state.index));
  const day = index?.date ?? (open.city.manifest.created.slice(0, 10) as IsoDate);
  const { listed, others } = useMemo(() => institutionsInside(open.city, area.id, day), [open.city, area.id, day]);
  const inside = [...listed, ...others];
  return (
    <section className="section">
      <h3>
        {t('city.inspector.institutions', { count: formatNumber(listed.length, 0, language) })}
      </h3>
      {inside.length === 0 ? <p className="note">{t('city.inspector.noInstitutions')}</p> : undefined}
      <ul className="stack-tight">
        {inside.slice(0, MOST).map((institution) => (
          <li key={institution.id} className="institution-line">
            <Button small kind="quiet" onPress={() => selectInstitution(workspace, institution.id)}>
              {institution.name}
            </Button>
            <span className="note cut">{open.lookup.category(institution.category)?.name}</span>
          </li>
        ))}
      </ul>
      {others.length > 0 ? <p className="note">{t('city.inspector.otherInstitutions', { count: formatNumber(others.length, 0, language) })}</p> : undefined}
      {inside.length > MOST ? <p className="note">{t('city.inspector.moreInstitutions', { count: inside.length - MOST })}</p> : undefined}
    </section>
  );
}
