import type { Problem } from '#shared/problem.ts';
import type { Result } from '#shared/result.ts';
import { failure, success } from '#shared/result.ts';
import type { OsmExtract } from '../osm-extract.ts';
import type { SourceContent, SourceRemark } from '../source.ts';
import { BUDGET } from '../source.ts';
import type { OsmLimits } from './osm-elements.ts';
import { OsmFault } from './osm-elements.ts';

/** A file of a whole Regierungsbezirk (some 250 MB, about 1.5 million kept ways) still fits. */
export const OSM_LIMITS: OsmLimits = { ways: 2 * BUDGET.features, vertices: BUDGET.vertices, unpackedBytes: 4 * BUDGET.inflatedBytes };

/** Runs a reader; whatever stops it is an answer. A file without a single way that is of use counts as empty. */
export function answerOf(file: string, read: () => { readonly extract: OsmExtract; readonly remarks: readonly SourceRemark[] }): Result<SourceContent, Problem> {
  return problemOf(file, () => {
    const { extract, remarks } = read();
    return extract.ways.length === 0 ? failure({ code: 'import.empty', details: { file } }) : success({ kind: 'osm', extract, remarks });
  });
}

/** The answer, or the problem that stopped a reader on its way to it. */
export function problemOf(file: string, read: () => Result<SourceContent, Problem>): Result<SourceContent, Problem> {
  try {
    return read();
  } catch (error) {
    if (error instanceof OsmFault) return failure(error.problem);
    // the libraries below throw plain errors for bytes they cannot make sense of
    if (error instanceof Error) return failure({ code: 'import.damaged', details: { file, fault: 'osmBlock' }, technical: error.message });
    throw error;
  }
}
