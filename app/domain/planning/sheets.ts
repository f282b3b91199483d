import type { Cell } from '#shared/cell.ts';
import type {
  AreaId, CategoryId, CoverageRunId, IndicatorId, InstitutionId, IsoDate, MeasureId, RecommendationId, TargetGroupId,
} from '#shared/ids.ts';
import type { StatusClass, TrendClass } from '../city/city.ts';
import type { BoundText } from './bound-text.ts';

/** Fields of a Handlungsempfehlung as offices fill them in. Those needed to submit it are listed in `required-fields.ts`. */
export type Recommendation = {
  readonly id: RecommendationId;
  /** `{Sozialraum}-{Handlungsfeld}-{n}`; stable over every update. */
  readonly number: string;
  readonly title: string;
  readonly kind: RecommendationKind | undefined;
  /** The Sozialraum the paper belongs to; undefined for citywide recommendations. */
  readonly socialArea: AreaId | undefined;
  readonly quarters: readonly AreaId[];
  readonly field: FieldOfAction | undefined;
  readonly targetGroups: readonly TargetGroupId[];
  readonly initialSituation: BoundText;
  readonly evidence: readonly EvidenceRow[];
  readonly evidenceVerdict: 'supported' | 'notSupported' | 'notTestable' | undefined;
  readonly evidenceReason: string;
  /** What practitioners said; free text until the dialogue has its own records. */
  readonly practiceKnowledge: string;
  readonly existingOffers: readonly InstitutionId[];
  readonly offerFinding: 'gap' | 'oversupply' | 'unknown' | undefined;
  readonly coverageRun: CoverageRunId | undefined;
  readonly goal: BoundText;
  readonly steps: readonly ImplementationStep[];
  readonly leadDepartment: string;
  readonly involvedDepartments: readonly string[];
  readonly partners: string;
  readonly priority: 'high' | 'middle' | 'low' | undefined;
  readonly priorityReason: string;
  readonly horizon: 'short' | 'middle' | 'long' | undefined;
  readonly targetDate: IsoDate | undefined;
  readonly costs: string;
  readonly funding: string;
  readonly successIndicators: readonly SuccessIndicator[];
  readonly references: string;
  readonly risks: string;
  readonly state: SheetState;
  readonly version: number;
  readonly evidenceEdition: string;
  readonly nextCheck: IsoDate | undefined;
  /** Fields that hold what the program proposes until the planner takes it over or writes something else; none when undefined. */
  readonly proposals?: readonly ProposableField[] | undefined;
};

/** What the program may propose and only the planner decides. */
export type ProposableField = 'evidenceVerdict' | 'evidenceReason' | 'offerFinding' | 'priority' | 'priorityReason';

export type RecommendationKind = 'newOffer' | 'extension' | 'permanence' | 'expansion' | 'relocation' | 'publicity' | 'networking';

/** Handlungsfelder the seeds name. */
export type FieldOfAction =
  | 'volunteering' | 'inclusion' | 'neighbourhood' | 'sport' | 'education' | 'integration' | 'benefits' | 'data' | 'health'
  | 'ageing' | 'schoolToWork' | 'prevention' | 'youth';

/** Where a sheet stands. Only `released` ones print without the mark "Entwurf – nicht freigegeben". */
export type SheetState = 'draft' | 'inCoordination' | 'agreed' | 'released';

/** A figure frozen with its edition when the sheet was made; a new edition lists differences and changes nothing by itself. */
export type EvidenceRow = {
  readonly indicator: IndicatorId;
  readonly indicatorTitle: string;
  readonly unit: string;
  readonly precision: number;
  readonly area: AreaId;
  readonly areaName: string;
  readonly date: IsoDate;
  readonly edition: string;
  /** As released: suppressed values are frozen as suppressed. */
  readonly value: Cell;
  readonly cityValue: Cell;
  /** Difference to the city in standard deviations of the level, burden positive; undefined when not computable. */
  readonly deviations: number | undefined;
  readonly status: StatusClass | undefined;
  readonly trend: TrendClass | undefined;
};

export type ImplementationStep = { readonly what: string; readonly who: string; readonly until: string };
export type SuccessIndicator = { readonly what: string; readonly baseline: string; readonly target: string; readonly until: string };

/** Fields of a Maßnahmensteckbrief: an offer that exists or is under way, with its state of implementation. */
export type MeasureProfile = {
  readonly id: MeasureId;
  readonly number: string;
  readonly title: string;
  readonly summary: string;
  readonly field: FieldOfAction | undefined;
  readonly targetGroups: readonly TargetGroupId[];
  readonly ageRange: string;
  readonly reach: 'located' | 'citywide';
  readonly category: CategoryId | undefined;
  readonly sites: readonly InstitutionId[];
  /** Area whose paper lists it; undefined for citywide offers. */
  readonly socialArea: AreaId | undefined;
  readonly provider: string;
  readonly department: string;
  readonly partners: string;
  readonly goal: string;
  readonly services: string;
  readonly access: string;
  readonly capacity: number | undefined;
  readonly startedOn: IsoDate | undefined;
  readonly fixedTerm: 'yes' | 'no' | 'unknown';
  readonly fixedTermEnd: IsoDate | undefined;
  readonly programme: string;
  readonly implementation: 'planned' | 'starting' | 'running' | 'ending' | 'ended' | undefined;
  readonly asOf: IsoDate | undefined;
  readonly contact: string;
  readonly source: string;
  readonly state: SheetState;
  readonly version: number;
  /** Required when the measure has a fixed term: it says whether to prolong it or make it permanent. */
  readonly recommendation: RecommendationId | undefined;
};
