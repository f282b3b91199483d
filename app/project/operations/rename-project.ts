import type { Moment } from '../change.ts';
import type { Project } from '../project.ts';
import { editHead } from './project-head.ts';

/** Gives the project another title. */
export const renameProject = (project: Project, title: string): Moment =>
  editHead(project, { title }, { note: { key: 'history.renameProject', values: { title } }, field: 'project:title' });
