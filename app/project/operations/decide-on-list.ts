import type { Moment } from '../change.ts';
import type { Project } from '../project.ts';
import type { InstitutionRevision } from '#app/domain/register/institution-revision.ts';
import type { ListDecision } from '#app/domain/register/list-decision.ts';
import { decisionChanges, revisionChanges } from './revise-institutions.ts';

/** Records what was decided about differences to another list, with the changes to the register that accepting brings: one step. */
export function decideOnList(project: Project, decisions: readonly ListDecision[], revisions: readonly InstitutionRevision[]): Moment {
  const [first, ...more] = decisions;
  if (first === undefined) return { note: { key: 'history.institution.listDecided', values: { name: '', list: '' } }, changes: [] };
  const note: Moment['note'] =
    more.length === 0
      ? { key: 'history.institution.listDecided', values: { name: first.about, list: first.list } }
      : { key: 'history.institution.listSeveralDecided', values: { count: String(decisions.length), list: first.list } };
  return { note, changes: [...revisionChanges(project, revisions), ...decisionChanges(project, decisions)] };
}

/** The latest decision on each difference, by its key. */
export const decisionsByDifference = ({ listDecisions }: Pick<Project, 'listDecisions'>): ReadonlyMap<string, ListDecision> =>
  new Map(listDecisions.map((decision) => [decision.difference, decision]));
