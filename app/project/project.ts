import type { AreaId, BundleId, CoverageRunId, IsoDate, LevelId, PaperId, ProfileId, ProjectId } from '#shared/ids.ts';
import type { CoverageRequest } from '#app/domain/coverage/coverage.ts';
import type { BoundText } from '#app/domain/planning/bound-text.ts';
import type { InstitutionRevision } from '#app/domain/register/institution-revision.ts';
import type { ListDecision } from '#app/domain/register/list-decision.ts';
import type { MeasureProfile, Recommendation, SheetState } from '#app/domain/planning/sheets.ts';
import type { IndexProfile } from '#app/domain/social-index/index-profile.ts';

/** The planner's own work. It names the bundle it was made with and never changes it. */
export type Project = {
  readonly id: ProjectId;
  readonly title: string;
  readonly city: { readonly bundleId: BundleId; readonly cityName: string; readonly edition: string; readonly contentHash: string };
  readonly activeProfile: ProfileId;
  readonly profiles: readonly IndexProfile[];
  readonly coverageRuns: readonly CoverageRun[];
  readonly recommendations: readonly Recommendation[];
  readonly measures: readonly MeasureProfile[];
  readonly papers: readonly Paper[];
  /** Changes to the register of institutions, in the order they were made; see `cityWithCorrections`. */
  readonly institutionRevisions: readonly InstitutionRevision[];
  /** What was decided about differences to other lists of institutions. */
  readonly listDecisions: readonly ListDecision[];
};

/** A named question to the coverage analysis. Results are never saved as truth; they are computed again. */
export type CoverageRun = { readonly id: CoverageRunId; readonly title: string; readonly request: CoverageRequest };

/** A Strategiepapier of one Sozialraum: what the planner writes; everything else is filled from bundle and sheets. */
export type Paper = {
  readonly id: PaperId;
  readonly title: string;
  readonly socialArea: AreaId;
  /** Level of the quarters inside. */
  readonly level: LevelId;
  readonly date: IsoDate;
  readonly publisher: string;
  readonly summary: BoundText;
  readonly introduction: BoundText;
  readonly findings: BoundText;
  readonly coverageRuns: readonly CoverageRunId[];
  readonly state: SheetState;
};
