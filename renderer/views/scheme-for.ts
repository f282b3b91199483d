import type { City } from '#app/domain/city/city.ts';
import type { ClassScheme } from '#app/domain/classification/class-scheme.ts';
import { coverageScheme } from '#app/domain/classification/coverage-scheme.ts';
import { indexScheme } from '#app/domain/classification/index-scheme.ts';
import { plainScheme } from '#app/domain/classification/plain-scheme.ts';
import type { ReleasedCoverage } from '#app/domain/coverage/release-coverage.ts';
import type { IndexResult } from '#app/domain/social-index/index-result.ts';
import type { LevelId } from '#shared/ids.ts';
import type { Step } from '../state/view.ts';

/** The classes of the map for a step. A result of another level than the one on the map is never coloured. */
export function schemeFor(city: City, level: LevelId, step: Step, index: IndexResult | undefined, coverage: ReleasedCoverage | undefined): ClassScheme {
  if (step === 'city') return plainScheme(city, level);
  if (step === 'coverage' && coverage?.request.level === level) return coverageScheme(coverage);
  return index?.level === level ? indexScheme(city, index) : plainScheme(city, level);
}
