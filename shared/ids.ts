/** Ids of the house. They are plain text at run time (keys keep leading zeros) and different types for the compiler. */
declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

export type BundleId = Branded<'BundleId'>;
export type LevelId = Branded<'LevelId'>;
export type AreaId = Branded<'AreaId'>;
export type TopicId = Branded<'TopicId'>;
export type IndicatorId = Branded<'IndicatorId'>;
export type InstitutionId = Branded<'InstitutionId'>;
export type CategoryId = Branded<'CategoryId'>;
export type TargetGroupId = Branded<'TargetGroupId'>;
export type AgeGroupId = Branded<'AgeGroupId'>;
export type SourceId = Branded<'SourceId'>;
export type ProfileId = Branded<'ProfileId'>;
export type CoverageRunId = Branded<'CoverageRunId'>;
export type RecommendationId = Branded<'RecommendationId'>;
export type MeasureId = Branded<'MeasureId'>;
export type PaperId = Branded<'PaperId'>;
/** A change to the register of institutions. */
export type RevisionId = Branded<'RevisionId'>;
/** A decision on a difference between the register and another list. */
export type ListDecisionId = Branded<'ListDecisionId'>;
export type ProjectId = Branded<'ProjectId'>;

/** Names a text as an id of the wanted kind, at the edge where it enters the house (a row, a command line argument). */
export const asId = <Id extends string>(text: string): Id => text as Id;

/** Calendar day as `YYYY-MM-DD`; compares and sorts as text. */
export type IsoDate = Branded<'IsoDate'>;
export const asDate = (text: string): IsoDate => text as IsoDate;
