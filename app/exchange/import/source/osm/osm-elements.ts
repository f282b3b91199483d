import type { Problem } from '#shared/problem.ts';

/**
 * An OpenStreetMap file as a reader of one format offers it: each kind of element can be gone through, in any order and more than once,
 * without the file ever lying unpacked in memory as a whole. `refs` and the arrays of `members` are only valid during the visit.
 */
export type OsmElements = {
  readonly eachRelation: (visit: (relation: RawRelation) => void) => void;
  readonly eachWay: (visit: (way: RawWay) => void) => void;
  readonly eachNode: (visit: (node: RawNode) => void) => void;
};
/** Tags hold only the keys that `osm-interest.ts` asks for. */
export type RawRelation = { id: number; tags: ReadonlyMap<string, string>; members: () => readonly RawMember[] };
export type RawMember = { readonly type: 'node' | 'way' | 'relation'; readonly id: number; readonly role: string };
export type RawWay = { id: number; tags: ReadonlyMap<string, string>; refs: () => Float64Array };
/** One object is filled again and again: millions of nodes go by. */
export type RawNode = { id: number; longitude: number; latitude: number; tags: ReadonlyMap<string, string> };

export const NO_TAGS: ReadonlyMap<string, string> = new Map();

/**
 * Limits of what is kept of a file. A city of a million has about 0.4 million ways and 3 million nodes that are kept. `unpackedBytes` bounds
 * the time a file of tiny blocks with huge contents can cost; real files unpack to about three times their size.
 */
export type OsmLimits = { readonly ways: number; readonly vertices: number; readonly unpackedBytes: number };

/** How a reader stops deep inside a file; turned into an answer at the reader's edge and never let out. */
export class OsmFault extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}
