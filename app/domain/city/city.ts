import type { Cell } from '#shared/cell.ts';
import type {
  AgeGroupId, AreaId, BundleId, CategoryId, IndicatorId, InstitutionId, IsoDate, LevelId, RevisionId, SourceId, TargetGroupId, TopicId,
} from '#shared/ids.ts';
import type { Coordinate, MultiPolygon } from '../geometry/shapes.ts';

/**
 * One edition of a city's data, as plain data: what a bundle holds, read-only. References are by id and one-way; reverse
 * questions go to `city-lookup.ts`. Coordinates are metres in the city's own projected system (`manifest.crs`).
 */
export type City = {
  readonly manifest: Manifest;
  readonly levels: readonly AreaLevel[];
  readonly areas: readonly Area[];
  readonly topics: readonly Topic[];
  readonly indicators: readonly Indicator[];
  readonly values: readonly IndicatorValue[];
  readonly referenceValues: readonly ReferenceValue[];
  readonly publishedClasses: readonly PublishedClass[];
  readonly categories: readonly Category[];
  readonly targetGroups: readonly TargetGroup[];
  readonly institutions: readonly Institution[];
  /** Undefined when the bundle brings no small cells: coverage then says so instead of guessing. */
  readonly population: PopulationCells | undefined;
  readonly streets: StreetNetwork | undefined;
  readonly context: readonly ContextLayer[];
  /** Addresses with their place, for finding institutions without a network; undefined when the bundle brings none. */
  readonly addresses: Addresses | undefined;
  readonly sources: readonly Source[];
  /** How the edition was made from the files of the offices; undefined for bundles that were not imported. */
  readonly importRecord: ImportRecord | undefined;
  /** Corrections of a planning project that this edition already holds: they are history and are not applied again. */
  readonly takenOver: readonly RevisionId[];
};

/** The recipe and the report of an import as JSON text, kept as they were so that next year's import starts from them. */
export type ImportRecord = { readonly recipe: string; readonly report: string };

export type Manifest = {
  readonly bundleId: BundleId;
  readonly city: string;
  /** Amtlicher Gemeindeschlüssel, eight digits as text. */
  readonly ags: string;
  /** Name of the edition, for example "2025". */
  readonly edition: string;
  readonly title: string;
  readonly licence: string;
  readonly producer: string;
  /** ISO date and time. */
  readonly created: string;
  readonly schemaVersion: number;
  readonly crs: ProjectedCrs;
  /** Invented data for trying the program: shown wherever numbers are shown. */
  readonly demo: boolean;
  /** SHA-256 over all tables; names this edition in projects. */
  readonly contentHash: string;
};

export type ProjectedCrs = 'EPSG:25832' | 'EPSG:25833';

export type AreaLevel = {
  readonly id: LevelId;
  readonly name: string;
  readonly singular: string;
  readonly plural: string;
  /** 0 is the whole city; larger is finer. */
  readonly order: number;
  /** The level this one nests in; undefined for levels that do not nest (Arbeitsmarktbezirke). */
  readonly nestsIn: LevelId | undefined;
};

export type Area = {
  readonly id: AreaId;
  readonly level: LevelId;
  readonly name: string;
  readonly shortName: string;
  readonly parent: AreaId | undefined;
  readonly validFrom: IsoDate | undefined;
  readonly validTo: IsoDate | undefined;
  readonly shape: MultiPolygon;
  /** Where people live inside the area, when the bundle knows. */
  readonly residential: MultiPolygon | undefined;
};

export type Topic = { readonly id: TopicId; readonly name: string; readonly order: number };

export type Indicator = {
  readonly id: IndicatorId;
  readonly title: string;
  readonly topic: TopicId;
  /** As printed in a table header: "%", "Personen", "€". */
  readonly unit: string;
  /** Decimal places when shown. */
  readonly precision: number;
  readonly kind: 'status' | 'change';
  readonly form: 'absolute' | 'relative' | 'standardised';
  /** Which way is a burden; `neutral` indicators describe and never enter an index. */
  readonly direction: 'higherIsWorse' | 'higherIsBetter' | 'neutral';
  readonly numerator: IndicatorId | undefined;
  readonly denominator: IndicatorId | undefined;
  readonly interpretation: string;
  /** How the figure comes about (process description). */
  readonly process: string;
  readonly source: SourceId | undefined;
  readonly licence: string;
  /** Confidentiality thresholds of the source. */
  readonly minimumNumerator: number;
  readonly minimumDenominator: number;
  /** Whether counts may be added up over areas. */
  readonly additive: boolean;
  readonly targetGroups: readonly TargetGroupId[];
};

export type IndicatorValue = { readonly indicator: IndicatorId; readonly area: AreaId; readonly date: IsoDate; readonly cell: Cell };

/** A value for a whole level or the city, as delivered by the source (not averaged by us). */
export type ReferenceValue = { readonly indicator: IndicatorId; readonly level: LevelId | 'city'; readonly date: IsoDate; readonly cell: Cell };

/** A class the office itself published ("amtlich"), kept apart from what we compute. */
export type PublishedClass = {
  readonly index: string;
  readonly area: AreaId;
  readonly date: IsoDate;
  readonly status: StatusClass | undefined;
  readonly trend: TrendClass | undefined;
};

/** Status of a quarter. `high` reads "Hoch (geringes Armutsrisiko)": high is good. */
export type StatusClass = 'high' | 'middle' | 'low' | 'veryLow';
/** Trend against the city's own development. */
export type TrendClass = 'positive' | 'stable' | 'negative';
export const STATUS_CLASSES = ['high', 'middle', 'low', 'veryLow'] as const satisfies readonly StatusClass[];
export const TREND_CLASSES = ['positive', 'stable', 'negative'] as const satisfies readonly TrendClass[];

export type Category = {
  readonly id: CategoryId;
  readonly name: string;
  /** Symbol on the map; a name of the symbol set in `app/domain/city/symbols.ts`. */
  readonly symbol: string;
  readonly order: number;
};
export type TargetGroup = { readonly id: TargetGroupId; readonly name: string };

export type Institution = {
  readonly id: InstitutionId;
  readonly name: string;
  readonly category: CategoryId;
  readonly address: string;
  readonly postcode: string;
  /** Function mailbox or number, never a person. */
  readonly contact: string;
  readonly website: string;
  readonly provider: string;
  /** Undefined for offers without a place. */
  readonly location: Coordinate | undefined;
  /** How the place was found: `none` exactly when there is no location. */
  readonly placement: Placement;
  /** `citywide` offers never count as located ones in a coverage : they would show a place as served that nobody can walk to. */
  readonly reach: 'located' | 'citywide';
  readonly capacity: number | undefined;
  readonly openingHours: string;
  readonly openedOn: IsoDate | undefined;
  readonly closedOn: IsoDate | undefined;
  readonly barrierFree: 'yes' | 'partly' | 'no' | 'unknown';
  readonly languages: readonly string[];
  readonly fixedTerm: 'yes' | 'no' | 'unknown';
  readonly fixedTermEnd: IsoDate | undefined;
  readonly programme: string;
  readonly verifiedOn: IsoDate | undefined;
  readonly source: SourceId | undefined;
  readonly public: boolean;
  readonly targetGroups: readonly TargetGroupId[];
};

/**
 * Quality of an institution's location, best first: `given` by the source, found at its own `address`, in the middle of its `street` or
 * of its `area`, set `byHand` on the map (as exact as the hand), `none` without a location.
 */
export type Placement = 'given' | 'address' | 'street' | 'area' | 'byHand' | 'none';
export const PLACEMENTS = ['given', 'address', 'street', 'area', 'byHand', 'none'] as const satisfies readonly Placement[];

/** Addresses, column-wise because there may be 100,000. All columns have one entry per address; x and y are metres in the city's system. */
export type Addresses = {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly street: readonly string[];
  /** Number with its letter, "12 a". */
  readonly houseNumber: readonly string[];
  /** Empty where the source has none. */
  readonly postcode: readonly string[];
};

/** People in small cells, column-wise for speed. All arrays have one entry per cell. */
export type PopulationCells = {
  readonly date: IsoDate;
  /** Edge of a square cell in metres; undefined for address points. */
  readonly cellSize: number | undefined;
  readonly ageGroups: readonly AgeGroup[];
  /** Centre of each cell, metres in the city's system. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Counts per age group, in the order of `ageGroups`. */
  readonly counts: readonly Float64Array[];
};
/** Ages from `from` up to and including `to`; `to` undefined means open. */
export type AgeGroup = { readonly id: AgeGroupId; readonly name: string; readonly from: number; readonly to: number | undefined };

/** Walking network, column-wise. `start` and `end` index the nodes. */
export type StreetNetwork = {
  readonly nodeX: Float64Array;
  readonly nodeY: Float64Array;
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  readonly metres: Float32Array;
  readonly walkable: Uint8Array;
  readonly cyclable: Uint8Array;
  /** 1 where the way has stairs: no way for wheels. */
  readonly steps: Uint8Array;
  /** 1 where one may cycle from `start` to `end` only. Walking always goes both ways. */
  readonly cycleOneway: Uint8Array;
};

export type ContextKind = 'water' | 'green' | 'rail' | 'builtUp' | 'mainRoad' | 'other';
export type ContextLayer = {
  readonly kind: ContextKind;
  readonly name: string;
  readonly shapes: readonly ContextShape[];
};
export type ContextShape =
  | { readonly type: 'area'; readonly shape: MultiPolygon; readonly name: string }
  | { readonly type: 'line'; readonly line: readonly Coordinate[]; readonly name: string };

export type Source = { readonly id: SourceId; readonly title: string; readonly publisher: string; readonly licence: string; readonly date: IsoDate | undefined };
