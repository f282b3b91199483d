import type { AreaId, IndicatorId, InstitutionId, IsoDate, LevelId } from '#shared/ids.ts';
import type { ContextKind, PublishedClass } from '../city/city.ts';
import type { ReleasedCell } from '../confidentiality/released-cell.ts';

/**
 * What is different between two editions of a city, as plain data that may be shown: every statistical value in it has passed the gate of
 * its own edition. Lists are in the order of their keys, so that the same two editions always give the same comparison, and swapping them gives
 * the mirror image. The order of rows in the files is no difference.
 */
export type EditionComparison = {
  readonly older: EditionName;
  readonly newer: EditionName;
  /** Entries of the manifest that differ: title, licence, producer, coordinate system … */
  readonly manifest: readonly FieldChange[];
  readonly levels: ItemsComparison;
  readonly areas: AreasComparison;
  readonly topics: ItemsComparison;
  readonly indicators: ItemsComparison;
  readonly values: ValuesComparison<AreaId>;
  readonly referenceValues: ValuesComparison<LevelId | 'city'>;
  readonly publishedClasses: readonly PublishedClassChange[];
  readonly categories: ItemsComparison;
  readonly targetGroups: ItemsComparison;
  readonly institutions: InstitutionsComparison;
  readonly population: PopulationComparison;
  readonly streets: StreetsComparison;
  readonly context: readonly ContextChange[];
  readonly addresses: { readonly older: number; readonly newer: number; readonly added: number; readonly gone: number };
  readonly sources: ItemsComparison;
  /** Names for every key above, those of the newer edition first. */
  readonly names: EditionNames;
};

export type EditionNames = Readonly<Record<'levels' | 'areas' | 'topics' | 'indicators' | 'categories' | 'targetGroups' | 'sources', readonly ItemName[]>>;

export type EditionName = { readonly bundleId: string; readonly city: string; readonly edition: string; readonly title: string; readonly created: string; readonly contentHash: string };

export type FieldValue = string | number | boolean | undefined;
export type FieldChange = { readonly field: string; readonly from: FieldValue; readonly to: FieldValue };
export type ItemName = { readonly id: string; readonly name: string };
export type ItemChange = ItemName & { readonly fields: readonly FieldChange[] };
export type ItemsComparison = { readonly added: readonly ItemName[]; readonly gone: readonly ItemName[]; readonly changed: readonly ItemChange[] };

export type AreaName = { readonly id: AreaId; readonly name: string; readonly level: LevelId };
export type AreasComparison = {
  readonly added: readonly AreaName[];
  readonly gone: readonly AreaName[];
  readonly changed: readonly AreaChange[];
  /** Land that lay in one area and now lies in another of the same level. */
  readonly transfers: readonly LandTransfer[];
};
/** `fields` holds renaming (`name`, `shortName`), another parent, level or validity. */
export type AreaChange = AreaName & { readonly fields: readonly FieldChange[]; readonly cut: CutChange | undefined; readonly residential: CutChange | undefined };
/**
 * `recut`: at least a square metre lies elsewhere. `redrawn`: other corners for the same land. `squareMetres` is the symmetric difference, `share`
 * the same as a part of the older area (undefined when that had no extent).
 */
export type CutChange = { readonly kind: 'recut' | 'redrawn'; readonly squareMetres: number; readonly share: number | undefined };
/** `share` is the part of the older area `from`. */
export type LandTransfer = { readonly level: LevelId; readonly from: AreaId; readonly to: AreaId; readonly squareMetres: number; readonly share: number | undefined };

/**
 * How a value changed, in the words of what may be shown: `published` was secret and is now a number (look twice: with the older edition it may
 * give others away), `hidden` the other way round, `number` another number, `mark` any other change of the sign.
 */
export type ValueChangeKind = 'added' | 'gone' | 'number' | 'mark' | 'published' | 'hidden';
export const VALUE_CHANGE_KINDS = ['added', 'gone', 'number', 'mark', 'published', 'hidden'] as const satisfies readonly ValueChangeKind[];
export type ValueChange<Place> = {
  readonly indicator: IndicatorId;
  readonly place: Place;
  readonly date: IsoDate;
  readonly kind: ValueChangeKind;
  readonly from: ReleasedCell | undefined;
  readonly to: ReleasedCell | undefined;
};
export type ValueCounts = Readonly<Record<ValueChangeKind, number>> & {
  /** Values that may be shown and differ only behind the decimals that are shown, or in the counts they are made of. */
  readonly finer: number;
};
export type ValuesComparison<Place> = {
  readonly counts: ValueCounts;
  readonly byIndicatorAndDate: readonly ({ readonly indicator: IndicatorId; readonly date: IsoDate } & ValueCounts)[];
  readonly changes: readonly ValueChange<Place>[];
};

export type ClassOfArea = Pick<PublishedClass, 'status' | 'trend'>;
export type PublishedClassChange = {
  readonly index: string;
  readonly area: AreaId;
  readonly date: IsoDate;
  readonly from: ClassOfArea | undefined;
  readonly to: ClassOfArea | undefined;
};

export type InstitutionName = { readonly id: InstitutionId; readonly name: string };
export type InstitutionsComparison = {
  readonly added: readonly InstitutionName[];
  readonly gone: readonly InstitutionName[];
  readonly changed: readonly (InstitutionName & { readonly fields: readonly FieldChange[] })[];
  /** Metres as the crow flies; undefined where it had or has no place. */
  readonly moved: readonly (InstitutionName & { readonly metres: number | undefined })[];
};

export type PopulationSummary = {
  readonly date: IsoDate;
  readonly cells: number;
  readonly cellSize: number | undefined;
  readonly people: ReleasedCell;
  readonly ageGroups: readonly { readonly id: string; readonly name: string; readonly people: ReleasedCell }[];
};
export type PopulationComparison = {
  readonly older: PopulationSummary | undefined;
  readonly newer: PopulationSummary | undefined;
  /** Whether anything differs, also where the sums are equal. */
  readonly changed: boolean;
};

export type StreetsSummary = { readonly nodes: number; readonly edges: number; readonly metres: number };
export type StreetsComparison = { readonly older: StreetsSummary | undefined; readonly newer: StreetsSummary | undefined; readonly changed: boolean };

/** Shapes of one layer of the map's ground; only layers that differ are listed. */
export type ContextChange = { readonly kind: ContextKind; readonly name: string; readonly older: number; readonly newer: number };

/** Number of differences of every kind together; 0 exactly when the editions say the same. */
export const differencesIn = (comparison: EditionComparison): number => Object.values(differenceCounts(comparison)).reduce((sum, count) => sum + count, 0);

/** Differences counted by part, for headings. */
export function differenceCounts(comparison: EditionComparison): Readonly<Record<DifferencePart, number>> {
  const items = ({ added, gone, changed }: { readonly added: readonly unknown[]; readonly gone: readonly unknown[]; readonly changed: readonly unknown[] }): number =>
    added.length + gone.length + changed.length;
  return {
    manifest: comparison.manifest.length,
    levels: items(comparison.levels),
    areas: items(comparison.areas),
    topics: items(comparison.topics),
    indicators: items(comparison.indicators),
    values: comparison.values.changes.length + comparison.values.counts.finer,
    referenceValues: comparison.referenceValues.changes.length + comparison.referenceValues.counts.finer,
    publishedClasses: comparison.publishedClasses.length,
    categories: items(comparison.categories),
    targetGroups: items(comparison.targetGroups),
    institutions: items(comparison.institutions) + comparison.institutions.moved.length,
    population: comparison.population.changed ? 1 : 0,
    streets: comparison.streets.changed ? 1 : 0,
    context: comparison.context.length,
    addresses: comparison.addresses.added + comparison.addresses.gone,
    sources: items(comparison.sources),
  };
}

export const DIFFERENCE_PARTS = [
  'manifest', 'levels', 'areas', 'topics', 'indicators', 'values', 'referenceValues', 'publishedClasses', 'institutions', 'categories', 'targetGroups', 'population', 'streets',
  'context', 'addresses', 'sources',
] as const;
export type DifferencePart = (typeof DIFFERENCE_PARTS)[number];
