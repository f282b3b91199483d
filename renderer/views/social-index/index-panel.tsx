import { useMemo } from 'react';
import { STATUS_CLASSES, TREND_CLASSES } from '#app/domain/city/city.ts';
import { comparePublished } from '#app/domain/social-index/compare-published.ts';
import { excludedWords } from '#app/domain/social-index/excluded-words.ts';
import { partDirection } from '#app/domain/social-index/part-direction.ts';
import { chooseProfile } from '#app/project/operations/choose-profile.ts';
import { formatDate, formatNumber } from '#shared/i18n/number-format.ts';
import { asId, type ProfileId } from '#shared/ids.ts';
import { inLanguage } from '#shared/localized.ts';
import type { ReleasedIndex } from '#app/domain/social-index/released-index.ts';
import { Button } from '../../components/button.tsx';
import { StatusWords } from '../../components/class-words.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { changeProject } from '../../commands/change-project.ts';
import { selectArea } from '../../commands/select.ts';
import { showDrawer } from '../../commands/show-drawer.ts';
import { useLanguage, usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import { shown } from '../../state/results.ts';
import { ProblemWords } from '../problem-words.tsx';
import { useOpenCity, type OpenCity } from '../use-city.ts';

/** Which index, how it is made, and what came out. */
export function IndexPanel() {
  const workspace = useWorkspace();
  const t = useTranslate();
  const language = useLanguage();
  const open = useOpenCity();
  const computed = usePart('results', (state) => state.index);
  const profile = usePart('results', (state) => state.profile);
  const project = usePart('project', (state) => state.project);
  const result = shown(computed);
  if (open === undefined) return <div className="side-body" />;
  return (
    <div className="side-body" aria-busy={computed.status === 'computing'}>
      <SelectField
        label={t('sheets.index.profile')}
        options={(project?.profiles ?? []).map((entry) => ({ id: entry.id, name: inLanguage(entry.title, language) }))}
        value={profile?.id}
        onChange={(id) => changeProject(workspace, (current) => chooseProfile(current, asId<ProfileId>(id)))}
      />
      {computed.status === 'failed' ? <ProblemWords problem={computed.problem} /> : undefined}
      {result === undefined ? undefined : (
        <>
          <ClassCounts result={result} />
          <div>
            <Button small onPress={() => showDrawer(workspace, 'table')}>
              {t('sheets.index.openRanking')}
            </Button>
          </div>
          <Excluded result={result} open={open} />
          <Published result={result} open={open} />
        </>
      )}
      {profile === undefined ? undefined : <Method open={open} profile={profile} />}
    </div>
  );
}

/** All twelve classes, also those nobody is in. */
function ClassCounts({ result }: { readonly result: ReleasedIndex }) {
  const t = useTranslate();
  const language = useLanguage();
  const count = (status: string, trend: string) => result.areas.filter((row) => row.status.class === status && row.trend?.class === trend).length;
  return (
    <table className="class-table">
      <caption>
        {t('sheets.index.classes', { date: formatDate(result.date, language) })}
        {result.trendSince === undefined ? '' : ` · ${t('sheets.index.trendSince', { date: formatDate(result.trendSince, language) })}`}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('city.inspector.status')}</th>
          {TREND_CLASSES.map((trend) => (
            <th key={trend} scope="col">
              {t(`socialIndex.trend.${trend}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {STATUS_CLASSES.map((status) => (
          <tr key={status}>
            <th scope="row">
              <StatusWords status={status} />
            </th>
            {TREND_CLASSES.map((trend) => (
              <td key={trend}>{formatNumber(count(status, trend), 0, language)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Excluded({ result, open }: { readonly result: ReleasedIndex; readonly open: OpenCity }) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const language = useLanguage();
  return (
    <section className="section">
      <h2>{t('sheets.index.excluded', { count: result.excluded.length })}</h2>
      {result.excluded.length === 0 ? (
        <p className="note">{t('sheets.index.noneExcluded')}</p>
      ) : (
        <ul className="stack-tight">
          {result.excluded.map((row) => (
            <li key={row.area} className="note">
              <Button small kind="quiet" className="flush" onPress={() => selectArea(workspace, row.area, true)}>
                {open.lookup.area(row.area)?.name ?? row.area}
              </Button>{' '}
              <span>
                {excludedWords(row, result, open.releaser, (id) => open.lookup.indicator(asId(id))?.title ?? id, t, language)}
              </span>
            </li>
          ))}
        </ul>
      )}
      {result.leftOut.map((row) => (
        <p key={`${row.part} ${row.indicator}`} className="callout">
          {t('sheets.index.leftOut', { indicator: open.lookup.indicator(row.indicator)?.title ?? row.indicator, reason: t(`sheets.index.leftOutReason.${row.reason}`) })}
        </p>
      ))}
    </section>
  );
}

function Published({ result, open }: { readonly result: ReleasedIndex; readonly open: OpenCity }) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const comparison = useMemo(() => comparePublished(open.city, result), [open.city, result]);
  if (comparison === undefined) return undefined;
  return (
    <section className="section">
      <h2>{t('sheets.index.published')}</h2>
      <p className="note">{t('sheets.index.publishedSame', { same: comparison.sameStatus, sameTrend: comparison.sameTrend, compared: comparison.compared })}</p>
      <ul className="stack-tight">
        {comparison.differences.map((row) => (
          <li key={row.area} className="note">
            <Button small kind="quiet" onPress={() => selectArea(workspace, row.area, true)}>
              {open.lookup.area(row.area)?.name ?? row.area}
            </Button>
            <p>
              {t('sheets.index.publishedPair', {
                published: pairWords(row.published, t),
                computed: pairWords(row.computed, t),
              })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

type Pair = NonNullable<ReturnType<typeof comparePublished>>['differences'][number]['computed'];
const pairWords = ({ status, trend }: Pair, t: ReturnType<typeof useTranslate>): string =>
  status === undefined ? t('socialIndex.noClass') : [t(`socialIndex.status.${status}`), ...(trend === undefined ? [] : [t(`socialIndex.trend.${trend}`)])].join(', ');

/** The method in words, so that anybody can follow it. */
function Method({ open, profile }: { readonly open: OpenCity; readonly profile: ReleasedIndex['profile'] }) {
  const t = useTranslate();
  const language = useLanguage();
  const number = (value: number, precision: number) => formatNumber(value, precision, language);
  return (
    <section className="section">
      <h2>{t('sheets.index.method')}</h2>
      <p className="note">{inLanguage(profile.description, language)}</p>
      <ul className="method-list note">
        {profile.indicators.map((part) => (
          <li key={part.indicator}>
            {open.lookup.indicator(part.indicator)?.title ?? part.indicator}
            {part.weight === 1 ? '' : ` (${t('sheets.index.weight', { weight: number(part.weight, 2) })})`} – {t(partDirection(part, open.lookup))}
          </li>
        ))}
      </ul>
      <p className="note">
        {t(`sheets.index.reference.${profile.reference}`)} {t(`sheets.index.deviation.${profile.deviation}`)} {profile.restandardise ? t('sheets.index.restandardise') : ''}
      </p>
      <p className="note">
        {t('sheets.index.statusCuts', { high: number(profile.statusCuts.high, 1), middle: number(profile.statusCuts.middle, 1), low: number(profile.statusCuts.low, 1) })}
      </p>
      <p className="note">
        {t('sheets.index.trendCuts', {
          years: profile.trend.windowYears,
          unit: t(`sheets.index.trendUnit.${profile.trend.unit}`),
          positive: number(profile.trend.cuts.positive, 1),
          negative: number(profile.trend.cuts.negative, 1),
        })}
      </p>
      <p className="note">{t('sheets.index.minimumPopulation', { count: number(profile.minimumPopulation, 0) })}</p>
    </section>
  );
}
