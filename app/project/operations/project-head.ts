import type { Moment, ProjectHead } from '../change.ts';
import type { Project } from '../project.ts';

/** A moment that changes what the project says about itself; without changes when nothing would differ. */
export function editHead(project: Project, patch: Partial<ProjectHead>, step: Omit<Moment, 'changes'>): Moment {
  const before = headOf(project);
  const after = { ...before, ...patch };
  const same = JSON.stringify(before) === JSON.stringify(after);
  return { ...step, changes: same ? [] : [{ entity: 'project', before, after }] };
}

/** What the project says about itself besides its lists. */
export const headOf = ({ title, city, activeProfile }: Project): ProjectHead => ({ title, city, activeProfile });
