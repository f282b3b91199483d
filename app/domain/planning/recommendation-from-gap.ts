import { translator } from '#shared/i18n/translator.ts';
import type { AgeGroupId, CoverageRunId, InstitutionId, RecommendationId, TargetGroupId } from '#shared/ids.ts';
import type { Language } from '#shared/localized.ts';
import type { City } from '../city/city.ts';
import { lookupOf } from '../city/city-lookup.ts';
import type { GapRow } from '../coverage/gap-list.ts';
import { gapList } from '../coverage/gap-list.ts';
import type { ReleasedCoverage } from '../coverage/release-coverage.ts';
import type { ReleasedIndex } from '../social-index/released-index.ts';
import { draftRecommendation } from './empty-sheets.ts';
import { proposedField } from './fields-of-action.ts';
import { gapSituation } from './gap-situation.ts';
import { initialSituation } from './initial-situation.ts';
import { nextNumber } from './numbering.ts';
import { spaceOf } from './planning-area.ts';
import { evidenceOfArea } from './recommendation-from-area.ts';
import { proposed } from './proposals.ts';
import type { EvidenceRow, Recommendation } from './sheets.ts';

export type RecommendationFromGap = {
  readonly city: City;
  readonly index: ReleasedIndex | undefined;
  readonly coverage: ReleasedCoverage;
  /** The row of the gap list the recommendation answers. */
  readonly row: GapRow;
  /** The stored question, so that anybody can compute the gap again. */
  readonly run: { readonly id: CoverageRunId; readonly title: string };
  readonly id: RecommendationId;
  readonly takenNumbers: readonly string[];
  readonly language: Language;
};

/**
 * A draft Handlungsempfehlung from a gap in provision: the gap in frozen figures, what lies in the area, the frozen evidence
 * with the verdict its test proposes, the coverage run it rests on, a priority by rank in the gap list. Offers for the whole
 * city are named but never counted as places.
 */
export function recommendationFromGap(input: RecommendationFromGap): Recommendation {
  const { city, index, row, run, coverage, language } = input;
  const lookup = lookupOf(city);
  const translate = translator(language);
  const areaName = lookup.area(row.area)?.name ?? '';
  const space = spaceOf(city, row.area);
  const field = proposedField(coverage.request.categories[0]);
  const evidence = evidenceOfArea({ city, index, area: row.area, language });
  const inside = offersInside(input);
  const targetGroups = usualTargetGroups(input);
  return proposed(draftRecommendation(input.id, {
    number: nextNumber(city, space.socialArea, field, input.takenNumbers),
    title: translate('planning.title.gap', { offer: categoryNames(input), area: areaName }),
    kind: inside.length === 0 ? 'newOffer' : 'expansion',
    ...space,
    field,
    targetGroups,
    initialSituation: initialSituation({
      area: row.area, areaName, index, rows: evidence.rows, language,
      first: gapSituation({ city, coverage, row, offers: inside.flatMap((id) => lookup.institution(id) ?? []), language }),
      concerns: concernedBy(city, targetGroups, coverage.request.ageGroups),
    }),
    evidence: evidence.rows,
    evidenceVerdict: evidence.verdict,
    evidenceReason: evidence.reason,
    existingOffers: [...inside, ...coverage.citywide],
    offerFinding: 'gap',
    coverageRun: run.id,
    evidenceEdition: city.manifest.edition,
    ...priorityByRank(input),
  }));
}

/** Whether a figure is about the people the gap is about: their target groups, or children where the gap is about them. */
function concernedBy(city: City, targetGroups: readonly TargetGroupId[], ageGroups: readonly AgeGroupId[]): (row: EvidenceRow) => boolean {
  const asked = city.population?.ageGroups.filter(({ id }) => ageGroups.includes(id)) ?? [];
  const young = asked.length > 0 && asked.every(({ to }) => to !== undefined && to <= YOUTH);
  return ({ indicator }) => (young && /child|kinder|youth|jugend|single_parent|alleinerzieh/i.test(indicator)) || (lookupOf(city).indicator(indicator)?.targetGroups.some((group) => targetGroups.includes(group)) ?? false);
}

/** Up to this age families are asked about, and the poverty of children belongs to every picture of them. */
const YOUTH = 26;

const categoryNames = ({ city, coverage }: RecommendationFromGap): string =>
  coverage.request.categories.map((id) => lookupOf(city).category(id)?.name ?? id).join(', ');

function offersInside({ city, coverage, row }: RecommendationFromGap): readonly InstitutionId[] {
  const counted = new Set(coverage.located);
  return lookupOf(city).institutionsIn(row.area).map((institution) => institution.id).filter((id) => counted.has(id));
}

/** Groups that at least half of the offers of this kind name; a proposal, most common first. */
function usualTargetGroups({ city, coverage }: RecommendationFromGap): readonly TargetGroupId[] {
  const offers = [...coverage.located, ...coverage.citywide].flatMap((id) => lookupOf(city).institution(id) ?? []);
  const counts = new Map<TargetGroupId, number>();
  for (const offer of offers) for (const group of offer.targetGroups) counts.set(group, (counts.get(group) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count * 2 >= offers.length)
    .sort(([one, ones], [other, others]) => others - ones || (one < other ? -1 : 1))
    .map(([group]) => group);
}

/** High for a low or very low class in the upper third of the gap list, low for the last third, middle between. */
function priorityByRank({ coverage, row, language }: RecommendationFromGap): Pick<Recommendation, 'priority' | 'priorityReason'> {
  const translate = translator(language);
  const { rank } = row;
  if (rank === undefined) return { priority: undefined, priorityReason: translate('planning.priorityReason.secret') };
  if (row.need === undefined) return { priority: undefined, priorityReason: translate('planning.priorityReason.open') };
  const gaps = gapList(coverage).filter((area) => area.rank !== undefined && area.need !== undefined);
  const conspicuous = row.status === 'low' || row.status === 'veryLow';
  const priority = rank * 3 <= gaps.length && conspicuous ? 'high' : rank * 3 > gaps.length * 2 ? 'low' : 'middle';
  return { priority, priorityReason: translate(`planning.priorityReason.${priority}`, { rank, total: gaps.length }) };
}
