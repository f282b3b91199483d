import type { Moment } from '../change.ts';
import type { Paper, Project } from '../project.ts';
import { putChange } from '../records.ts';

/** Adds a Strategiepapier, or replaces the one with the same id. */
export const putPaper = (project: Project, paper: Paper): Moment => ({
  note: { key: 'history.putPaper', values: { title: paper.title } },
  changes: [putChange(project, 'paper', paper)],
});
