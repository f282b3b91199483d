import type { Problem } from '#shared/problem.ts';
import type { Project } from '#app/project/project.ts';

/** Every way opening a planning project can end. */
export type OpenProject =
  | { readonly status: 'ok'; readonly project: Project }
  | { readonly status: 'migrated'; readonly project: Project; readonly fromVersion: number }
  | { readonly status: 'refused'; readonly problem: Problem };
