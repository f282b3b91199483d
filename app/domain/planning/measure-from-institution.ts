import { formatDate } from '#shared/i18n/number-format.ts';
import { translator, type MessageKey } from '#shared/i18n/translator.ts';
import type { InstitutionId, IsoDate, MeasureId, RecommendationId } from '#shared/ids.ts';
import type { Language } from '#shared/localized.ts';
import type { Area, City, Institution } from '../city/city.ts';
import { lookupOf } from '../city/city-lookup.ts';
import type { ReleasedIndex } from '../social-index/released-index.ts';
import type { BoundText } from './bound-text.ts';
import { draftMeasure, draftRecommendation } from './empty-sheets.ts';
import { endOf } from './gap-situation.ts';
import { initialSituation } from './initial-situation.ts';
import { spaceOf } from './planning-area.ts';
import { proposed } from './proposals.ts';
import { evidenceOfArea } from './recommendation-from-area.ts';
import { proposedField } from './fields-of-action.ts';
import { nextMeasureNumber, nextNumber } from './numbering.ts';
import type { MeasureProfile, Recommendation } from './sheets.ts';

export type MeasureFromInstitution = {
  readonly city: City;
  readonly institution: InstitutionId;
  readonly id: MeasureId;
  readonly takenNumbers: readonly string[];
  /** The day the sheet is made, for the state of implementation. */
  readonly today: IsoDate;
  readonly language: Language;
};

/** A question the sheet leaves open for the planner, as a message. */
export type MeasureQuestion = {
  readonly kind: 'linkRecommendation' | 'clarifyFixedTerm' | 'verify';
  readonly message: MessageKey;
  readonly values?: Readonly<Record<string, string>>;
};

/**
 * A draft Maßnahmensteckbrief of an existing offer: what is there already is described, not recommended. Nothing the bundle does not know is assumed: an unknown term
 * stays unknown. Undefined when the bundle has no such institution.
 */
export function measureFromInstitution(input: MeasureFromInstitution): MeasureProfile | undefined {
  const { city, today, language } = input;
  const institution = lookupOf(city).institution(input.institution);
  if (institution === undefined) return undefined;
  const field = proposedField(institution.category);
  const socialArea = socialAreaOf(city, institution)?.id;
  return draftMeasure(input.id, {
    number: nextMeasureNumber(city, socialArea, field, input.takenNumbers),
    title: institution.name,
    field,
    targetGroups: institution.targetGroups,
    reach: institution.reach,
    category: institution.category,
    sites: [institution.id],
    socialArea,
    provider: institution.provider,
    access: institution.openingHours,
    capacity: institution.capacity,
    startedOn: institution.openedOn,
    fixedTerm: institution.fixedTerm,
    fixedTermEnd: institution.fixedTermEnd,
    programme: institution.programme,
    implementation: implementationOn(institution, today),
    asOf: institution.verifiedOn,
    contact: institution.contact,
    source: translator(language)('planning.measureSource', { edition: city.manifest.edition }),
  });
}

/**
 * What a Steckbrief still asks for: a fixed term needs a linked recommendation "Verlängerung oder Verstetigung",
 * an unknown term has to be cleared up first and is never taken as "no", entries older than a year are to be
 * checked, as institutions are reviewed once a year.
 */
export function measureQuestions(measure: MeasureProfile, today: IsoDate, language: Language): readonly MeasureQuestion[] {
  const questions: MeasureQuestion[] = [];
  if (measure.fixedTerm === 'yes' && measure.recommendation === undefined) questions.push({ kind: 'linkRecommendation', message: 'planning.question.linkRecommendation' });
  if (measure.fixedTerm === 'unknown') questions.push({ kind: 'clarifyFixedTerm', message: 'planning.question.clarifyFixedTerm' });
  if (measure.asOf !== undefined && measure.asOf < yearBefore(today)) {
    questions.push({ kind: 'verify', message: 'planning.question.verify', values: { date: formatDate(measure.asOf, language) } });
  }
  return questions;
}

/**
 * The recommendation that a fixed-term offer needs before it ends: to prolong it or make it permanent, with the day it ends and
 * the frozen evidence of the area it lies in. The kind is the planner's choice between the two.
 */
export function recommendationFromMeasure(input: {
  readonly city: City;
  /** Its level is the one whose figures are told; without it the finest level. */
  readonly index: ReleasedIndex | undefined;
  readonly measure: MeasureProfile;
  readonly id: RecommendationId;
  readonly takenNumbers: readonly string[];
  readonly language: Language;
}): Recommendation {
  const { city, index, measure, language } = input;
  const area = areaOfSites(city, measure, index);
  const evidence = area === undefined ? undefined : evidenceOfArea({ city, index, area: area.id, language });
  const ends: BoundText = [{ kind: 'text', text: endOf({ name: measure.title, fixedTerm: 'yes', fixedTermEnd: measure.fixedTermEnd }, language) }];
  return proposed(draftRecommendation(input.id, {
    number: nextNumber(city, measure.socialArea, measure.field, input.takenNumbers),
    title: translator(input.language)('planning.title.continuation', { offer: measure.title }),
    kind: 'permanence',
    ...(area === undefined ? { socialArea: measure.socialArea } : spaceOf(city, area.id)),
    field: measure.field,
    targetGroups: measure.targetGroups,
    initialSituation:
      area === undefined || evidence === undefined
        ? ends
        : initialSituation({
            area: area.id, areaName: area.name, index, rows: evidence.rows, language, first: ends,
            concerns: ({ indicator }) => lookupOf(city).indicator(indicator)?.targetGroups.some((group) => measure.targetGroups.includes(group)) ?? false,
          }),
    ...(evidence === undefined ? {} : { evidence: evidence.rows, evidenceVerdict: evidence.verdict, evidenceReason: evidence.reason }),
    existingOffers: measure.sites,
    leadDepartment: measure.department,
    targetDate: measure.fixedTermEnd,
    evidenceEdition: city.manifest.edition,
  }));
}

/** The area that the first place of the offer lies in, on the level of the index, else on the finest. */
function areaOfSites(city: City, { reach, sites }: MeasureProfile, index: ReleasedIndex | undefined): Area | undefined {
  const lookup = lookupOf(city);
  const place = sites.map((id) => lookup.institution(id)?.location).find((location) => location !== undefined);
  const finest = city.levels.filter((level) => level.order > 0 && (level.nestsIn !== undefined || city.levels.length === 2)).sort((one, other) => other.order - one.order)[0];
  const level = index?.level ?? finest?.id;
  return reach === 'citywide' || place === undefined || level === undefined ? undefined : lookup.areaAt(level, place);
}

/** The area of the coarsest nested level below the city that the offer lies in; citywide offers lie in none. */
function socialAreaOf(city: City, { reach, location }: Institution): Area | undefined {
  if (reach === 'citywide' || location === undefined) return undefined;
  const nestedIn = new Set(city.levels.map((level) => level.nestsIn));
  const below = city.levels.filter((level) => level.order > 0);
  const level = below.filter((candidate) => nestedIn.has(candidate.id)).sort((one, other) => one.order - other.order)[0] ?? below[0];
  return level === undefined ? undefined : lookupOf(city).areaAt(level.id, location);
}

function implementationOn({ openedOn, closedOn, fixedTerm, fixedTermEnd }: Institution, today: IsoDate): MeasureProfile['implementation'] {
  const end = closedOn ?? fixedTermEnd;
  if (end !== undefined && end < today) return 'ended';
  if (openedOn !== undefined && openedOn > today) return 'planned';
  return fixedTerm === 'yes' && end !== undefined && end < yearAfter(today) ? 'ending' : 'running';
}

const shiftedYear = (day: IsoDate, years: number): IsoDate => `${String(Number(day.slice(0, 4)) + years).padStart(4, '0')}${day.slice(4)}` as IsoDate;
const yearBefore = (day: IsoDate): IsoDate => shiftedYear(day, -1);
const yearAfter = (day: IsoDate): IsoDate => shiftedYear(day, 1);
