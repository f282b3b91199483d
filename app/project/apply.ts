import type { Change, Moment } from './change.ts';
import type { Project } from './project.ts';
import { LISTS } from './records.ts';

/** The project after a moment: its changes one after the other. Checks nothing; see `check-moment.ts`. */
export const applyMoment = (project: Project, moment: Moment): Project => moment.changes.reduce(applyChange, project);

/** The moment that takes another one back: every change turned round, in reverse order. */
export const inverseOf = (moment: Moment): Moment => ({ ...moment, changes: moment.changes.map(turned).reverse() });

function applyChange(project: Project, change: Change): Project {
  if (change.entity === 'project') return { ...project, ...change.after };
  const list = LISTS[change.entity];
  return { ...project, [list]: replaced(project[list], change) };
}

type Listed = { readonly id: string };
type ListChange = { readonly before: Listed | undefined; readonly after: Listed | undefined; readonly position: number };

function replaced(records: readonly Listed[], change: ListChange): readonly Listed[] {
  const { before, after } = change;
  if (before !== undefined && after !== undefined) return records.map((record) => (record.id === before.id ? after : record));
  if (before !== undefined) return records.filter((record) => record.id !== before.id);
  return after === undefined ? records : records.toSpliced(change.position, 0, after);
}

const turned = (change: Change): Change => ({ ...change, before: change.after, after: change.before }) as Change;
