import type { Problem } from '#shared/problem.ts';
import type { Result } from '#shared/result.ts';
import { success } from '#shared/result.ts';
import type { OsmExtract } from '../osm-extract.ts';
import type { DegreesBox, SourceContent } from '../source.ts';
import { problemOf } from './answer-of.ts';

const NOTHING: OsmExtract = { nodeLongitude: new Float64Array(), nodeLatitude: new Float64Array(), nodeTags: new Map(), ways: [], relations: [] };

/**
 * A look at an extract without reading it: that it can be read, and the rectangle it says it covers, as a remark. An extract of a state holds millions
 * of ways, and a list of files must not wait for them.
 */
export function glanceAt(file: string, look: () => DegreesBox | undefined): Result<SourceContent, Problem> {
  return problemOf(file, () => {
    const box = look();
    const remark = box === undefined ? { code: 'osmWithoutBox' } : { code: 'osmBox', details: { ...box, precision: 2 } };
    return success({ kind: 'osm', extract: NOTHING, remarks: [remark] });
  });
}
