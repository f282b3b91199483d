import type { Moment } from '../change.ts';
import type { Project } from '../project.ts';
import { putChange } from '../records.ts';
import type { IndexProfile } from '#app/domain/social-index/index-profile.ts';

/** Adds an index profile, or replaces the one with the same id. */
export const putProfile = (project: Project, profile: IndexProfile): Moment => ({
  note: { key: 'history.putProfile', values: { title: profile.title.de } },
  changes: [putChange(project, 'profile', profile)],
});
