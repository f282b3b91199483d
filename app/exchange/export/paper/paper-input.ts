import type { CoverageRunId, PaperId } from '#shared/ids.ts';
import type { Language } from '#shared/localized.ts';
import type { City } from '#app/domain/city/city.ts';
import type { ReleasedCoverage } from '#app/domain/coverage/release-coverage.ts';
import type { ReleasedIndex } from '#app/domain/social-index/released-index.ts';
import type { Project } from '#app/project/project.ts';

/** Everything a paper is made of. Results are computed before and passed in; the paper computes no statistics of its own. */
export type PaperInput = {
  readonly city: City;
  readonly project: Project;
  readonly paper: PaperId;
  /** Released for the public. */
  readonly index: ReleasedIndex;
  readonly coverages: readonly { readonly run: CoverageRunId; readonly result: ReleasedCoverage }[];
  readonly language: Language;
  /** Time of creation for the imprint, ISO; passed in so that two runs give the same bytes. */
  readonly createdAt: string;
};
