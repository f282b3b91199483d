import type { Moment } from '../change.ts';
import type { Project } from '../project.ts';
import { putChange, recordOf } from '../records.ts';
import type { AreaId, ProfileId } from '#shared/ids.ts';

/** Takes an area out of an index, with the reason that the methods chapter prints; its figures leave mean and deviation too. */
export function excludeArea(project: Project, input: { readonly profile: ProfileId; readonly area: AreaId; readonly reason: string; readonly areaName: string }): Moment {
  const profile = recordOf(project, 'profile', input.profile);
  const note = { key: 'history.excludeArea', values: { area: input.areaName } };
  if (profile === undefined) return { note, changes: [] };
  const others = profile.exclusions.filter((exclusion) => exclusion.area !== input.area);
  const exclusions = [...others, { area: input.area, reason: input.reason }];
  return { note, changes: [putChange(project, 'profile', { ...profile, version: profile.version + 1, exclusions })] };
}
