import type { CoverageRun, Paper, Project } from './project.ts';
import type { InstitutionRevision } from '#app/domain/register/institution-revision.ts';
import type { ListDecision } from '#app/domain/register/list-decision.ts';
import type { MeasureProfile, Recommendation } from '#app/domain/planning/sheets.ts';
import type { IndexProfile } from '#app/domain/social-index/index-profile.ts';

/**
 * A described change: what an operation returns, what the journal keeps, what undo applies backwards (docs/decisions/0004-moments-for-undo.md).
 * `before` undefined means the record is new, `after` undefined that it is removed.
 */
export type Change =
  | RecordChange<'profile', IndexProfile>
  | RecordChange<'coverageRun', CoverageRun>
  | RecordChange<'recommendation', Recommendation>
  | RecordChange<'measure', MeasureProfile>
  | RecordChange<'paper', Paper>
  | RecordChange<'institutionRevision', InstitutionRevision>
  | RecordChange<'listDecision', ListDecision>
  | { readonly entity: 'project'; readonly before: ProjectHead; readonly after: ProjectHead };

export type RecordChange<Entity extends string, Value> = {
  readonly entity: Entity;
  readonly before: Value | undefined;
  readonly after: Value | undefined;
  /** Position in its list, so that undoing a removal puts the record back where it was. */
  readonly position: number;
};

export type ProjectHead = Pick<Project, 'title' | 'city' | 'activeProfile'>;

/** One step of the history. `note` is a message key with values: it names what undo will take back. */
export type Moment = {
  readonly note: { readonly key: string; readonly values?: Readonly<Record<string, string>> };
  readonly changes: readonly Change[];
  /**
   * Names the one field this step edits, as `entity:id:field`. Consecutive steps on the same field become one step of the
   * history, so that undo takes back a word or a drag and not a letter.
   */
  readonly field?: string;
};
