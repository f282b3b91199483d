import type { City } from '#app/domain/city/city.ts';
import { figureDate } from '#app/domain/city/figure-date.ts';
import type { ClassScheme } from '#app/domain/classification/class-scheme.ts';
import { coverageScheme } from '#app/domain/classification/coverage-scheme.ts';
import { indexScheme } from '#app/domain/classification/index-scheme.ts';
import { indicatorScheme } from '#app/domain/classification/indicator-scheme.ts';
import { plainScheme } from '#app/domain/classification/plain-scheme.ts';
import { releaserFor } from '#app/domain/confidentiality/release.ts';
import type { ReleasedCoverage } from '#app/domain/coverage/release-coverage.ts';
import type { ReleasedIndex } from '#app/domain/social-index/released-index.ts';
import type { IndicatorId, IsoDate, LevelId } from '#shared/ids.ts';
import type { Step } from '../state/view.ts';

export type Looking = { readonly step: Step; readonly level: LevelId; readonly indicator: IndicatorId | undefined; readonly date: IsoDate | undefined };

/** The classes of the map for a step. A result of another level than the one on the map is never coloured. */
export function schemeFor(city: City, { step, level, indicator, date }: Looking, index: ReleasedIndex | undefined, coverage: ReleasedCoverage | undefined): ClassScheme {
  if (step === 'city') {
    if (indicator === undefined || date === undefined) return plainScheme(city, level);
    return indicatorScheme(city, releaserFor(city, 'internal'), indicator, level, figureDate(city, indicator, level, date));
  }
  if (step === 'coverage' && coverage?.request.level === level) return coverageScheme(coverage);
  return index?.level === level ? indexScheme(city, index) : plainScheme(city, level);
}
