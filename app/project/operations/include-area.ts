import type { Moment } from '../change.ts';
import type { Project } from '../project.ts';
import { putChange, recordOf } from '../records.ts';
import type { AreaId, ProfileId } from '#shared/ids.ts';

/** Lets an excluded area back into an index. */
export function includeArea(project: Project, input: { readonly profile: ProfileId; readonly area: AreaId; readonly areaName: string }): Moment {
  const profile = recordOf(project, 'profile', input.profile);
  const note = { key: 'history.includeArea', values: { area: input.areaName } };
  if (profile === undefined || !profile.exclusions.some((exclusion) => exclusion.area === input.area)) return { note, changes: [] };
  const exclusions = profile.exclusions.filter((exclusion) => exclusion.area !== input.area);
  return { note, changes: [putChange(project, 'profile', { ...profile, version: profile.version + 1, exclusions })] };
}
