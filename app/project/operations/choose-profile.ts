import type { Moment } from '../change.ts';
import type { Project } from '../project.ts';
import { recordOf } from '../records.ts';
import type { ProfileId } from '#shared/ids.ts';
import { editHead } from './project-head.ts';

/** Makes another stored index profile the one that map, table and paper use. */
export const chooseProfile = (project: Project, profile: ProfileId): Moment =>
  editHead(
    project,
    { activeProfile: profile },
    { note: { key: 'history.chooseProfile', values: { title: recordOf(project, 'profile', profile)?.title.de ?? profile } } },
  );
