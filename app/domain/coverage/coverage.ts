import type { AgeGroupId, AreaId, CategoryId, InstitutionId, IsoDate, LevelId } from '#shared/ids.ts';
import type { MultiPolygon } from '../geometry/shapes.ts';
import type { StatusClass } from '../city/city.ts';

/** What to ask: which offers, for whom, how far. Stored and printed with the result, so that anybody can compute it again. */
export type CoverageRequest = {
  readonly categories: readonly CategoryId[];
  /** None named means everybody. */
  readonly ageGroups: readonly AgeGroupId[];
  readonly metres: number;
  readonly level: LevelId;
  /** Institutions count that are open on this day. */
  readonly date: IsoDate;
};

/** Straight-line coverage ("Luftlinie"). People are counted once: a cell is reached when any located offer is within `metres`, inclusive. */
export type CoverageResult = {
  readonly request: CoverageRequest;
  readonly method: 'straightLine';
  /**
   * How people were counted: in small cells by distance, or, where a city has totals per area only, estimated by the share of
   * the (residential) land inside the circles.
   */
  readonly estimate: 'cells' | 'areaShare';
  readonly edition: string;
  readonly contentHash: string;
  readonly populationDate: IsoDate;
  readonly located: readonly InstitutionId[];
  /** Offers of the categories that serve the whole city: named, never counted as located. */
  readonly citywide: readonly InstitutionId[];
  /** Offers left out because they have no place, or are not open on the day. */
  readonly leftOut: readonly { readonly institution: InstitutionId; readonly reason: 'noLocation' | 'notOpen' }[];
  readonly people: number;
  readonly reached: number;
  /** People in cells that lie in no area of the level. */
  readonly peopleOutsideAreas: number;
  readonly areas: readonly AreaCoverage[];
  /** Union of the circles, for drawing only; people are counted by distance. */
  readonly outline: MultiPolygon;
  /** Areas of the level whose number of people is secret or missing; they are in no sum. Only with `areaShare`. */
  readonly unknownAreas?: readonly AreaId[];
  /** Counted offers that run for a fixed term only; undefined where there are none. */
  readonly fixedTerm?: FixedTermOffers;
  /** Places of the counted offers where they fit the group; undefined where a comparison would mislead. */
  readonly places?: { readonly total: number; readonly withoutNumber: number };
};

/** Offers that end are no secured supply: what remains without them is counted in a second run. */
export type FixedTermOffers = {
  readonly offers: readonly InstitutionId[];
  /** First day on which one of them ends; undefined where no end is known. */
  readonly earliestEnd: IsoDate | undefined;
  /** People within the distance of an offer that does not end. */
  readonly reachedWithout: number;
};

export type AreaCoverage = {
  readonly area: AreaId;
  readonly people: number;
  readonly reached: number;
  readonly unreached: number;
  /** reached / people; undefined where nobody of the group lives (never 0 %). */
  readonly share: number | undefined;
  /** Median over people of the distance to the nearest located offer, metres; undefined without people or offers. */
  readonly medianDistance: number | undefined;
  readonly offers: number;
  /** How many of the offers in the area run for a fixed term. */
  readonly fixedTermOffers?: number;
  /** Places of the offers in the area, where they fit the group. */
  readonly places?: number;
  readonly status: StatusClass | undefined;
  /** Need percentile by index (1 = heaviest burden), undefined for areas without index. */
  readonly need: number | undefined;
  /** need × unreached people: order of the gap list; undefined without need. */
  readonly gap: number | undefined;
  /** Only with `areaShare` and where residential land is known: reached people by all land and by residential land. */
  readonly range?: { readonly simple: number; readonly residential: number };
};
