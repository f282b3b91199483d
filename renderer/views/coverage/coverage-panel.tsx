import { useEffect, useMemo, useRef, useState } from 'react';
import { Label, Slider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components';
import type { CoverageRequest } from '#app/domain/coverage/coverage.ts';
import { coverageScheme } from '#app/domain/classification/coverage-scheme.ts';
import { gapList } from '#app/domain/coverage/gap-list.ts';
import type { ReleasedCoverage } from '#app/domain/coverage/release-coverage.ts';
import type { Institution } from '#app/domain/city/city.ts';
import { formatDate, formatNumber, formatWithUnit } from '#shared/i18n/number-format.ts';
import { asId, type AgeGroupId, type CategoryId, type InstitutionId } from '#shared/ids.ts';
import { Button } from '../../components/button.tsx';
import { CheckList } from '../../components/check-list.tsx';
import { recommendGap } from '../../commands/create-sheets.ts';
import { runCoverage } from '../../commands/run-coverage.ts';
import { selectArea, selectInstitution } from '../../commands/select.ts';
import { showDrawer } from '../../commands/show-drawer.ts';
import { useLanguage, usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import { shown } from '../../state/results.ts';
import { ProblemWords } from '../problem-words.tsx';
import { useOpenCity, type OpenCity } from '../use-city.ts';

const METRES = { least: 300, most: 3000, step: 100, start: 800 } as const;

/** The question, and what came out. */
export function CoveragePanel() {
  const t = useTranslate();
  const open = useOpenCity();
  if (open === undefined) return <div className="side-body" />;
  if (open.city.population === undefined) return <div className="side-body"><p className="callout">{t('coverage.noPopulation')}</p></div>;
  return <Question open={open} />;
}

function Question({ open }: { readonly open: OpenCity }) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const language = useLanguage();
  const level = usePart('view', (state) => state.level);
  const date = usePart('view', (state) => state.date);
  const asked = usePart('results', (state) => state.coverageRequest);
  const computed = usePart('results', (state) => state.coverage);
  const [categories, setCategories] = useState<readonly CategoryId[]>(asked?.categories ?? []);
  const [ageGroups, setAgeGroups] = useState<readonly AgeGroupId[]>(asked?.ageGroups ?? []);
  const [metres, setMetres] = useState<number>(asked?.metres ?? METRES.start);
  const result = shown(computed);
  const answer = useRef<HTMLDivElement>(null);
  const waiting = useRef(false);
  // the answer lies below a long question: it is brought into view when it was just asked for
  useEffect(() => {
    if (computed.status === 'ready' && waiting.current) answer.current?.scrollIntoView({ block: 'start' });
    if (computed.status !== 'computing') waiting.current = false;
  }, [computed.status]);
  const ask = (question: CoverageRequest): void => {
    waiting.current = true;
    void runCoverage(workspace, question);
  };
  const complete = categories.length > 0 && ageGroups.length > 0 && level !== undefined && date !== undefined;
  const request = complete ? { categories, ageGroups, metres, level, date } : undefined;
  const stale = result !== undefined && request !== undefined && JSON.stringify(request) !== JSON.stringify(result.request);

  // another level asks the same question again, so that map and list speak of the same areas
  useEffect(() => {
    const { coverageRequest } = workspace.stores.results.getState();
    if (coverageRequest !== undefined && level !== undefined && coverageRequest.level !== level) void runCoverage(workspace, { ...coverageRequest, level });
  }, [level, workspace]);

  const counts = useMemo(() => {
    const located = new Map<string, number>();
    for (const institution of open.city.institutions) located.set(institution.category, (located.get(institution.category) ?? 0) + 1);
    return located;
  }, [open.city]);
  return (
    <div className="side-body" aria-busy={computed.status === 'computing'}>
      <p>{t('coverage.lead')}</p>
      <CheckList
        label={t('coverage.categories')}
        options={[...open.city.categories].sort((a, b) => a.order - b.order).map((category) => ({ id: category.id, name: category.name, note: formatNumber(counts.get(category.id) ?? 0, 0, language) }))}
        value={categories}
        onChange={(ids) => setCategories(ids.map((id) => asId<CategoryId>(id)))}
      />
      <CheckList
        label={t('coverage.ageGroups')}
        columns={2}
        options={(open.city.population?.ageGroups ?? []).map((group) => ({ id: group.id, name: group.name }))}
        value={ageGroups}
        onChange={(ids) => setAgeGroups(ids.map((id) => asId<AgeGroupId>(id)))}
      />
      <Slider className="slider" value={metres} minValue={METRES.least} maxValue={METRES.most} step={METRES.step} onChange={setMetres} formatOptions={{ style: 'unit', unit: 'meter' }}>
        <div className="row">
          <Label className="label grow">{t('coverage.metres')}</Label>
          <SliderOutput className="number">{formatWithUnit(metres, 0, 'm', language)}</SliderOutput>
        </div>
        <SliderTrack className="slider-track">
          <SliderThumb className="slider-thumb" />
        </SliderTrack>
      </Slider>
      <div className="stack stays-in-sight">
        <Button kind="primary" disabled={request === undefined || computed.status === 'computing'} onPress={() => request !== undefined && ask(request)}>
          {t('coverage.run')}
        </Button>
        {request === undefined ? <p className="note">{t('coverage.chooseFirst')}</p> : undefined}
      </div>
      {computed.status === 'failed' ? <ProblemWords problem={computed.problem} /> : undefined}
      {stale && computed.status !== 'computing' ? <p className="callout">{t('coverage.stale')}</p> : undefined}
      {result === undefined ? (
        computed.status === 'computing' ? (
          <div className="skeleton figures-skeleton" />
        ) : (
          <section className="section">
            <h2>{t('coverage.before')}</h2>
            <p className="note">{t('coverage.beforeLead')}</p>
          </section>
        )
      ) : (
        <div ref={answer} className="answer">
          <Answer open={open} result={result} />
        </div>
      )}
    </div>
  );
}

/** The colours of the map with their words, from the map's own classes. */
function MapClasses({ result }: { readonly result: ReleasedCoverage }) {
  const t = useTranslate();
  const language = useLanguage();
  const { classes } = useMemo(() => coverageScheme(result), [result]);
  return (
    <table className="class-table">
      <caption>{t('coverage.mapClasses')}</caption>
      <tbody>
        {classes
          .filter((entry) => entry.hatch === 'none' || entry.count > 0)
          .map((entry) => (
            <tr key={entry.key}>
              <th scope="row">
                <span className="class-words">
                  <span className="swatch" style={{ backgroundColor: `rgb(${entry.fill.join(' ')})` }} aria-hidden="true" />
                  {entry.label.map((key) => t(key)).join(', ')}
                </span>
              </th>
              <td>{formatNumber(entry.count, 0, language)}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}

const LARGEST = 3;

function Answer({ open, result }: { readonly open: OpenCity; readonly result: ReleasedCoverage }) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const language = useLanguage();
  const gaps = useMemo(() => gapList(result), [result]);
  const count = (value: number) => formatNumber(value, 0, language);
  return (
    <>
      <section className="section">
        <h2>{t('coverage.result')}</h2>
        <p className="note">{questionWords(open, result.request, t)}</p>
        <div className="figures">
          <div className="figure wide">
            <strong>{open.showWithUnit(result.share)}</strong>
            <span className="note">{t('coverage.share')}</span>
          </div>
          <div className="figure">
            <strong>{open.show(result.reached)}</strong>
            <span className="note">{t('coverage.reached')}</span>
          </div>
          <div className="figure">
            <strong>{open.show(result.unreached)}</strong>
            <span className="note">{t('coverage.unreached')}</span>
          </div>
          <div className="figure">
            <strong>{open.show(result.people)}</strong>
            <span className="note">{t('coverage.people')}</span>
          </div>
          <div className="figure">
            <strong>{count(result.located.length)}</strong>
            <span className="note">{t('coverage.located')}</span>
          </div>
        </div>
        <Supply open={open} result={result} />
        <MapClasses result={result} />
        <p className="note">
          {t('coverage.method')} {t('coverage.populationAt', { date: formatDate(result.populationDate, language) })}.
        </p>
        <p className="note">{t('common.signs')}</p>
      </section>
      <section className="section">
        <h2>{t('coverage.largest')}</h2>
        {gaps.length === 0 ? <p className="note">{t('coverage.noGaps')}</p> : undefined}
        {gaps.some((row) => row.need === undefined) && gaps.every((row) => row.need === undefined) ? <p className="note">{t('coverage.withoutNeed')}</p> : undefined}
        <ol className="gap-cards">
          {gaps.slice(0, LARGEST).map((row) => (
            <li key={row.area} className="gap-card">
              <Button kind="quiet" small onPress={() => selectArea(workspace, row.area, true)}>
                {open.lookup.area(row.area)?.name ?? row.area}
              </Button>
              <p className="note">
                {open.show(row.unreached)} {t('coverage.unreached')}
                {row.status === undefined ? '' : ` · ${t(`socialIndex.status.${row.status}`)}`}
                {row.placesPerHundred === undefined ? '' : ` · ${t('coverage.placesPerHundred')}: ${open.show(row.placesPerHundred)}`}
              </p>
              <Button small onPress={() => recommendGap(workspace, row)}>
                {t('coverage.newRecommendation')}
              </Button>
            </li>
          ))}
        </ol>
        <div>
          <Button small onPress={() => showDrawer(workspace, 'table')}>
            {t('coverage.gapTable')}
          </Button>
        </div>
      </section>
      {result.citywide.length === 0 ? undefined : (
        <section className="section">
          <h2>
            {t('coverage.citywide')} ({count(result.citywide.length)})
          </h2>
          <p className="note">{t('coverage.citywideNote')}</p>
          <InstitutionList ids={result.citywide} open={open} />
        </section>
      )}
      {result.leftOut.length === 0 ? undefined : (
        <section className="section">
          <h2>
            {t('coverage.leftOut')} ({count(result.leftOut.length)})
          </h2>
          <ul className="stack-tight">
            {result.leftOut.slice(0, MOST_LISTED).map((row) => (
              <li key={row.institution} className="note">
                {open.lookup.institution(row.institution)?.name}: {t(`coverage.${row.reason}`)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** What the distance hides: offers that end, and how many places there are. */
function Supply({ open, result: { fixedTerm, places, located, share, request } }: { readonly open: OpenCity; readonly result: ReleasedCoverage }) {
  const t = useTranslate();
  const language = useLanguage();
  return (
    <>
      {fixedTerm === undefined ? undefined : (
        <div className="callout">
          <p>
            {t('coverage.fixedTermCount', { count: fixedTerm.offers.length, of: located.length })}{' '}
            {fixedTerm.earliestEnd === undefined
              ? t('coverage.fixedTermNoEnd')
              : t(fixedTerm.earliestEnd < request.date ? 'coverage.fixedTermEndPast' : 'coverage.fixedTermEnd', { date: formatDate(fixedTerm.earliestEnd, language) })}
          </p>
          <p>
            {fixedTerm.shareWithout.mark === 'suppressed'
              ? t('coverage.fixedTermWithoutSecret')
              : t('coverage.fixedTermWithout', { share: open.showWithUnit(fixedTerm.shareWithout), before: open.showWithUnit(share) })}
          </p>
          <InstitutionList ids={fixedTerm.offers} open={open} />
        </div>
      )}
      {places === undefined ? (
        <p className="note">{t('coverage.placesMissing')}</p>
      ) : (
        <>
          <div className="figures">
            <div className="figure">
              <strong>{open.show(places.total)}</strong>
              <span className="note">{t('coverage.places')}</span>
            </div>
            <div className="figure">
              <strong>{open.show(places.perHundred)}</strong>
              <span className="note">{t('coverage.placesPerHundred')}</span>
            </div>
          </div>
          <p className="note">
            {t('coverage.placesNote', { city: open.show(places.perHundred) })} {places.withoutNumber === 0 ? '' : t('coverage.placesWithoutNumber', { count: places.withoutNumber })}
          </p>
        </>
      )}
    </>
  );
}

const MOST_LISTED = 12;

function InstitutionList({ ids, open }: { readonly ids: readonly InstitutionId[]; readonly open: OpenCity }) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const known = ids.map((id) => open.lookup.institution(id)).filter((entry): entry is Institution => entry !== undefined);
  return (
    <ul className="stack-tight">
      {known.slice(0, MOST_LISTED).map((institution) => (
        <li key={institution.id}>
          <Button small kind="quiet" onPress={() => selectInstitution(workspace, institution.id)}>
            {institution.name}
          </Button>
        </li>
      ))}
      {known.length > MOST_LISTED ? <li className="note">{t('city.inspector.moreInstitutions', { count: known.length - MOST_LISTED })}</li> : undefined}
    </ul>
  );
}

/** The question in one line: offers, groups, distance as straight line. */
export function questionWords(open: Pick<OpenCity, 'city' | 'lookup'>, request: CoverageRequest, t: ReturnType<typeof useTranslate>): string {
  return `${t('coverage.runTitle', {
    categories: request.categories.map((id) => open.lookup.category(id)?.name ?? id).join(', '),
    groups: request.ageGroups.map((id) => open.city.population?.ageGroups.find((group) => group.id === id)?.name ?? id).join(', '),
    metres: request.metres,
  })} ${t('coverage.straightLine')}`;
}
