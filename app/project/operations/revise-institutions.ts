import type { Change, Moment } from '../change.ts';
import type { Project } from '../project.ts';
import type { InstitutionRevision } from '#app/domain/register/institution-revision.ts';
import type { ListDecision } from '#app/domain/register/list-decision.ts';

/** Adds changes to the register at the end of the list, in their order: one step of the history, however many they are. */
export const reviseInstitutions = (project: Project, revisions: readonly InstitutionRevision[], note: Moment['note']): Moment => ({ note, changes: revisionChanges(project, revisions) });

/** The changes of the project that record changes to the register. */
export const revisionChanges = (project: Project, revisions: readonly InstitutionRevision[]): readonly Change[] =>
  revisions.map((after, index) => ({ entity: 'institutionRevision', before: undefined, after, position: project.institutionRevisions.length + index }));

/** The changes of the project that record decisions on differences to another list. */
export const decisionChanges = (project: Project, decisions: readonly ListDecision[]): readonly Change[] =>
  decisions.map((after, index) => ({ entity: 'listDecision', before: undefined, after, position: project.listDecisions.length + index }));
