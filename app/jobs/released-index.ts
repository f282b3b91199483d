import type { City } from '#app/domain/city/city.ts';
import { releaserFor } from '#app/domain/confidentiality/release.ts';
import type { Audience } from '#app/domain/confidentiality/thresholds.ts';
import { computeIndex } from '#app/domain/social-index/compute-index.ts';
import { releaseIndex } from '#app/domain/social-index/release-index.ts';
import type { ReleasedIndex } from '#app/domain/social-index/released-index.ts';
import type { Problem } from '#shared/problem.ts';
import type { Result } from '#shared/result.ts';
import { success } from '#shared/result.ts';

/** The only place where an index is computed and let out; the raw one stays here. */
export function releasedIndex(city: City, request: Pick<ReleasedIndex, 'profile' | 'level' | 'date' | 'audience'>): Result<ReleasedIndex, Problem> {
  const { profile, level, date, audience } = request;
  const computed = computeIndex(city, profile, level, date);
  return computed.ok ? success(releaseIndex(computed.value, releaserFor(city, audience))) : computed;
}

/** The same index for another audience or edition, computed again where it is not already that one. */
export function indexFor(city: City, index: ReleasedIndex, audience: Audience): Result<ReleasedIndex, Problem> {
  if (index.audience === audience && index.contentHash === city.manifest.contentHash) return success(index);
  return releasedIndex(city, { profile: index.profile, level: index.level, date: index.date, audience });
}
