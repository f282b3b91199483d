/**
 * The part of an OpenStreetMap extract that streets and map ground are made of, column-wise. Coordinates are degrees (WGS 84).
 * Only nodes that a kept way uses are kept.
 */
export type OsmExtract = {
  readonly nodeLongitude: Float64Array;
  readonly nodeLatitude: Float64Array;
  /** Tags of the few kept nodes that have any that matter (barriers, crossings), by place in the node arrays. */
  readonly nodeTags: ReadonlyMap<number, ReadonlyMap<string, string>>;
  readonly ways: readonly OsmWay[];
  readonly relations: readonly OsmRelation[];
};
/**
 * `nodes` are places in the node arrays. A way is cut where its nodes are missing from the extract: it then stands here several times with
 * the same id, and the first part counts the `missing` nodes of all. Every part has two nodes or more.
 */
export type OsmWay = { readonly id: number; readonly nodes: Uint32Array; readonly missing: number; readonly tags: ReadonlyMap<string, string> };
/** A multipolygon or boundary; `ways` are places in `OsmExtract.ways`. */
export type OsmRelation = {
  readonly id: number;
  readonly tags: ReadonlyMap<string, string>;
  readonly members: readonly { readonly way: number; readonly role: string }[];
  readonly missing: number;
};
