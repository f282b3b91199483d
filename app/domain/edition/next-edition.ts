import type { Problem } from '#shared/problem.ts';
import type { Result } from '#shared/result.ts';
import { failure, success } from '#shared/result.ts';
import { asDate } from '#shared/ids.ts';
import type { AreaId, IndicatorId, InstitutionId, SourceId } from '#shared/ids.ts';
import type { City, IndicatorValue, Institution, PublishedClass, Source } from '../city/city.ts';
import type { UnappliedRevision } from '../register/effective-institutions.ts';
import { effectiveInstitutions } from '../register/effective-institutions.ts';
import type { InstitutionRevision } from '../register/institution-revision.ts';
import { compareAreas } from './compare-areas.ts';
import { settleCorrections } from './settle-corrections.ts';
import type { SetBack, Settled } from './settle-corrections.ts';

export type NextEditionRequest = {
  /** The edition the planner works with, without the project's corrections. */
  readonly city: City;
  /** Corrections of the register, in the order they were made. */
  readonly revisions: readonly InstitutionRevision[];
  /** A city imported anew; what it brings goes before what `city` has. */
  readonly fresh: City | undefined;
  readonly edition: string;
  readonly title: string;
  /** ISO date and time. */
  readonly createdAt: string;
  /** Names the corrections as a source of what was added by hand. */
  readonly correctionsTitle: string;
};

/** The new edition, and what became of the parts; nothing is left out without a word. */
export type NextEdition = {
  readonly city: City;
  /** Institutions that differ from the list they were corrected in. */
  readonly corrected: number;
  /** Of these, the ones in which only the day of the last check is another: confirmed, not changed. */
  readonly confirmed: number;
  readonly unapplied: readonly UnappliedRevision[];
  /** With a fresh import: values and official classes taken over from the edition before. */
  readonly kept: number;
  /** Values and official classes that were not taken over, because their area was re-cut or is gone, or their indicator means something else now. */
  readonly leftBehind: number;
  /** Institutions of the present edition that the fresh lists of their category do not have any more. */
  readonly institutionsGone: readonly { readonly id: InstitutionId; readonly name: string }[];
  /** Institutions of which a fresh list says something else than a correction did; the list goes before. */
  readonly setBack: readonly SetBack[];
};

const CORRECTIONS = 'register-corrections';

/**
 * "Neue Ausgabe schreiben": the city with the corrections of the register put in, and with a fresh import when there is one. The edition gets a name of its own: equal names are
 * refused, as are cities with another id or coordinate system. The inputs stay as they are.
 *
 * A fresh import brings levels and areas whole. What it says of an indicator, area and day replaces what was there; older values stay where the area is still the same land (by
 * key, not re-cut) and the indicator is still measured alike. A list of institutions replaces those of its categories, but for those added by hand
 * that an edition has taken over; which ones go is told. Corrections go into a fresh list by `settleCorrections`. Cells of population, streets, context and addresses stay
 * where the import has none.
 */
export function nextEdition({ city, revisions, fresh, edition, title, createdAt, correctionsTitle }: NextEditionRequest): Result<NextEdition, Problem> {
  if (edition.trim() === city.manifest.edition) return failure({ code: 'edition.sameName', details: { edition: city.manifest.edition } });
  if (fresh !== undefined && fresh.manifest.bundleId !== city.manifest.bundleId) {
    return failure({ code: 'edition.otherCity', details: { one: city.manifest.title, other: fresh.manifest.title, oneId: city.manifest.bundleId, otherId: fresh.manifest.bundleId } });
  }
  if (fresh !== undefined && fresh.manifest.crs !== city.manifest.crs) return failure({ code: 'edition.otherSystem', details: { one: city.manifest.crs, other: fresh.manifest.crs } });
  const { joined, kept, leftBehind, institutionsGone } = fresh === undefined ? { joined: city, kept: 0, leftBehind: 0, institutionsGone: [] } : joinedWith(city, fresh);
  const takenOver = new Set(city.takenOver);
  const { institutions: listed, setBack, settled }: Settled = settleCorrections(fresh?.institutions ?? [], city.institutions, revisions, takenOver);
  const settledById = new Map(listed.map((institution) => [institution.id, institution]));
  const isFresh = (id: InstitutionId): boolean => settledById.has(id);
  // a fresh list does not know of confirmations and merged doubles; making them again sets nothing back
  const history = revisions.filter(({ id, institution, change }) => settled.has(id) || (takenOver.has(id) && !(isFresh(institution) && (change.kind === 'confirmed' || change.kind === 'mergedInto'))));
  const register = effectiveInstitutions(joined.institutions.map((institution) => settledById.get(institution.id) ?? institution), revisions, history.map(({ id }) => id));
  const unapplied = new Set(register.unapplied.filter(({ reason }) => reason !== 'alreadyThere').map(({ revision }) => revision.id));
  const source = asSource(correctionsTitle, city.manifest.producer, createdAt);
  const institutions = register.entries.map(({ institution, origin }): Institution => (origin === 'project' ? { ...institution, source: source.id } : institution));
  const before = new Map(joined.institutions.map((institution) => [institution.id, institution]));
  const corrected = institutions.filter((institution) => before.get(institution.id) !== institution).length + register.merged.size;
  const hasAdded = institutions.some((institution) => institution.source === source.id);
  return success({
    city: {
      ...joined,
      manifest: { ...joined.manifest, edition: edition.trim(), title: title.trim(), created: createdAt, contentHash: '' },
      institutions,
      takenOver: [...new Set([...city.takenOver, ...revisions.map(({ id }) => id).filter((id) => !unapplied.has(id))])],
      sources: hasAdded ? [...joined.sources.filter(({ id }) => id !== source.id), source] : joined.sources,
    },
    corrected,
    confirmed: institutions.filter((institution) => onlyConfirmed(before.get(institution.id), institution)).length,
    unapplied: register.unapplied,
    kept,
    leftBehind,
    institutionsGone,
    setBack: setBack.filter(({ id }) => !register.merged.has(id)),
  });
}

const onlyConfirmed = (before: Institution | undefined, after: Institution): boolean =>
  before !== undefined && before !== after && before.verifiedOn !== after.verifiedOn && JSON.stringify({ ...before, verifiedOn: undefined }) === JSON.stringify({ ...after, verifiedOn: undefined });

const asSource = (title: string, publisher: string, createdAt: string): Source => ({ id: CORRECTIONS as SourceId, title, publisher, licence: '', date: asDate(createdAt.slice(0, 10)) });

function joinedWith(city: City, fresh: City): { readonly joined: City; readonly kept: number; readonly leftBehind: number; readonly institutionsGone: NextEdition['institutionsGone'] } {
  const sameLand = areasOnSameLand(city, fresh);
  const sameMeasure = indicatorsMeasuredAlike(city, fresh);
  const fromBefore = <Row extends { readonly area: AreaId }>(older: readonly Row[], newer: readonly Row[], keyOf: (row: Row) => string, fits: (row: Row) => boolean) => {
    const known = new Set(newer.map(keyOf));
    const candidates = older.filter((row) => !known.has(keyOf(row)));
    return { kept: candidates.filter((row) => sameLand.has(row.area) && fits(row)), all: candidates.length };
  };
  const values = fromBefore(city.values, fresh.values, keyOfValue, ({ indicator }) => sameMeasure.has(indicator));
  const classes = fromBefore(city.publishedClasses, fresh.publishedClasses, keyOfClass, () => true);
  const knownReferences = new Set(fresh.referenceValues.map(keyOfReference));
  const references = city.referenceValues.filter((row) => !knownReferences.has(keyOfReference(row)));
  const levels = new Set<string>(fresh.levels.map(({ id }) => id));
  // the value of a level with other areas is a value of another level
  const keptReferences = references.filter(({ indicator, level }) => sameMeasure.has(indicator) && (level === 'city' || levels.has(level)));
  const listed = new Set(fresh.institutions.map(({ category }) => category));
  const listedIds = new Set(fresh.institutions.map(({ id }) => id));
  const unlisted = city.institutions.filter(({ id }) => !listedIds.has(id));
  // an office's list cannot know of what the planner added by hand
  const stays = ({ category, source }: Institution): boolean => !listed.has(category) || source === CORRECTIONS;
  return {
    joined: {
      ...fresh,
      manifest: { ...city.manifest, licence: fresh.manifest.licence || city.manifest.licence, producer: fresh.manifest.producer || city.manifest.producer, demo: city.manifest.demo || fresh.manifest.demo },
      topics: together(fresh.topics, city.topics),
      indicators: together(fresh.indicators, city.indicators),
      values: [...values.kept, ...fresh.values],
      referenceValues: [...keptReferences, ...fresh.referenceValues],
      publishedClasses: [...classes.kept, ...fresh.publishedClasses],
      categories: together(fresh.categories, city.categories),
      targetGroups: together(fresh.targetGroups, city.targetGroups),
      institutions: [...unlisted.filter(stays), ...fresh.institutions],
      population: fresh.population ?? city.population,
      streets: fresh.streets ?? city.streets,
      context: fresh.context.length > 0 ? fresh.context : city.context,
      addresses: fresh.addresses ?? city.addresses,
      sources: together(fresh.sources, city.sources),
    },
    kept: values.kept.length + classes.kept.length + keptReferences.length,
    leftBehind: values.all - values.kept.length + (classes.all - classes.kept.length) + (references.length - keptReferences.length),
    institutionsGone: unlisted.filter((institution) => !stays(institution)).map(({ id, name }) => ({ id, name })),
  };
}

/** The first list, and what only the second has. */
const together = <Item extends { readonly id: string }>(first: readonly Item[], second: readonly Item[]): readonly Item[] => {
  const known = new Set(first.map(({ id }) => id));
  return [...first, ...second.filter(({ id }) => !known.has(id))];
};

function areasOnSameLand(city: City, fresh: City): ReadonlySet<AreaId> {
  const { gone, changed } = compareAreas(city, fresh);
  const other = new Set<AreaId>([...gone.map(({ id }) => id), ...changed.filter(({ cut, fields }) => cut?.kind === 'recut' || fields.some(({ field }) => field === 'level')).map(({ id }) => id)]);
  return new Set(city.areas.map(({ id }) => id).filter((id) => !other.has(id)));
}

/** An indicator that is counted in another unit or form, or of other counts, is another indicator, whatever its key. */
function indicatorsMeasuredAlike(city: City, fresh: City): ReadonlySet<IndicatorId> {
  const renewed = new Map(fresh.indicators.map((indicator) => [indicator.id, indicator]));
  return new Set(
    city.indicators
      .filter((old) => {
        const now = renewed.get(old.id);
        return now === undefined || (now.unit === old.unit && now.form === old.form && now.kind === old.kind && now.numerator === old.numerator && now.denominator === old.denominator);
      })
      .map(({ id }) => id),
  );
}

const keyOfValue = ({ indicator, area, date }: IndicatorValue): string => [indicator, area, date].join('\u0000');
const keyOfClass = ({ index, area, date }: PublishedClass): string => [index, area, date].join('\u0000');
const keyOfReference = ({ indicator, level, date }: City['referenceValues'][number]): string => [indicator, level, date].join('\u0000');
