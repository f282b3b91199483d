import { translator } from '#shared/i18n/translator.ts';
import type { AreaId, IndicatorId, IsoDate, RecommendationId } from '#shared/ids.ts';
import type { Language } from '#shared/localized.ts';
import type { City } from '../city/city.ts';
import { lookupOf } from '../city/city-lookup.ts';
import { releaserFor } from '../confidentiality/release.ts';
import type { ReleasedIndex } from '../social-index/released-index.ts';
import { draftRecommendation } from './empty-sheets.ts';
import { gatherEvidence, type Evidence } from './evidence.ts';
import { initialSituation, isOrigin } from './initial-situation.ts';
import { nextNumber } from './numbering.ts';
import { spaceOf } from './planning-area.ts';
import { proposed } from './proposals.ts';
import type { Recommendation } from './sheets.ts';

export type RecommendationFromArea = {
  readonly city: City;
  readonly index: ReleasedIndex | undefined;
  readonly area: AreaId;
  readonly id: RecommendationId;
  /** Numbers of the recommendations that exist. */
  readonly takenNumbers: readonly string[];
  readonly language: Language;
  /** Latest day of the figures; the index date, or everything the bundle has. */
  readonly date?: IsoDate;
};

/**
 * A draft Handlungsempfehlung for an area that stands out on the map: Raumbezug, frozen evidence with the verdict
 * its test proposes, Ausgangslage with bound numbers, the offers inside. Field, kind and goal are left to the planner.
 */
export function recommendationFromArea(input: RecommendationFromArea): Recommendation {
  const { city, index, area, language } = input;
  const lookup = lookupOf(city);
  const areaName = lookup.area(area)?.name ?? city.manifest.city;
  const space = spaceOf(city, area);
  const evidence = evidenceOfArea(input);
  const status = index?.areas.find((row) => row.area === area)?.status.class;
  return proposed(draftRecommendation(input.id, {
    number: nextNumber(city, space.socialArea, undefined, input.takenNumbers),
    title: translator(language)('planning.title.area', { area: areaName }),
    ...space,
    initialSituation: initialSituation({ area, areaName, index, rows: evidence.rows, language }),
    evidence: evidence.rows,
    evidenceVerdict: evidence.verdict,
    evidenceReason: evidence.reason,
    existingOffers: lookup.institutionsIn(area).map((institution) => institution.id),
    evidenceEdition: city.manifest.edition,
    ...priorityByStatus(status, language),
  }));
}

/**
 * The evidence of an area over the indicators of its index, without an index over all burdens the bundle has as rates. Frozen
 * as the public may see it, because papers of later editions print it too.
 */
export function evidenceOfArea(input: Pick<RecommendationFromArea, 'city' | 'index' | 'area' | 'language' | 'date'>): Evidence {
  const { city, index, area, language } = input;
  return gatherEvidence({
    city,
    releaser: releaserFor(city, 'public'),
    index,
    area,
    indicators: evidenceIndicators(city, index),
    date: input.date ?? index?.date ?? LAST_DAY,
    language,
  });
}

/** Every date of a bundle lies before it. */
const LAST_DAY = '9999-12-31' as IsoDate;

/** In the order of the index; where people come from is told last. */
function evidenceIndicators(city: City, index: ReleasedIndex | undefined): readonly IndicatorId[] {
  const all =
    index === undefined
      ? city.indicators.filter((row) => row.kind === 'status' && row.form === 'relative' && row.direction !== 'neutral').map((row) => row.id)
      : index.profile.indicators.map((row) => row.indicator);
  return [...all.filter((id) => !isOrigin(id)), ...all.filter(isOrigin)];
}

function priorityByStatus(status: Recommendation['evidence'][number]['status'], language: Language): Pick<Recommendation, 'priority' | 'priorityReason'> {
  const translate = translator(language);
  if (status === undefined) return { priority: undefined, priorityReason: translate('planning.priorityReason.open') };
  const priority = status === 'veryLow' ? 'high' : status === 'low' ? 'middle' : 'low';
  return { priority, priorityReason: translate('planning.priorityReason.index', { status: translate(`socialIndex.status.${status}`) }) };
}
