import type { DegreesBox, SourceRemark } from '../source.ts';
import type { OsmExtract, OsmRelation, OsmWay } from '../osm-extract.ts';
import type { NumberList } from './number-list.ts';
import { numberList, placeFinder, sortedUnique } from './number-list.ts';
import type { OsmElements, OsmLimits } from './osm-elements.ts';
import { OsmFault } from './osm-elements.ts';
import { isNodeOfInterest, isOfInterest } from './osm-interest.ts';

type KeptRelation = { readonly id: number; readonly tags: ReadonlyMap<string, string>; readonly members: readonly { readonly id: number; readonly role: string }[] };
type KeptWay = { readonly id: number; readonly tags: ReadonlyMap<string, string>; readonly from: number; readonly to: number };

export type ExtractOptions = { readonly limits: OsmLimits; readonly file: string; /** Only ways with a node in it are kept, whole. */ readonly box?: DegreesBox | undefined };

/**
 * What a city needs of an OpenStreetMap file. Relations are gone through first, because they name ways that carry no tags of their
 * own; then ways, because they say which nodes are needed; then nodes. A way whose nodes are partly missing is cut there, so that no
 * street is invented across the gap; what was missing is counted in the remarks.
 */
export function extractFrom(elements: OsmElements, options: ExtractOptions): { readonly extract: OsmExtract; readonly remarks: readonly SourceRemark[] } {
  const candidates = keptRelations(elements, options);
  const { ways, refs, repeated, outside, relations } = keptWays(elements, candidates, options);
  const members = membersOf(relations);
  const ids = sortedUnique(refs.view().slice());
  const nodes = keptNodes(elements, ids);

  const placeOf = placeFinder(ids);
  const parts: OsmWay[] = [];
  const partsOfWay = new Map<number, readonly number[]>();
  // the nodes of all ways lie in one array, of which each way has its stretch: a tenth of the memory of arrays of their own
  const places = new Uint32Array(refs.length());
  const allRefs = refs.view();
  let [filled, missingNodes, cutWays, lostWays] = [0, 0, 0, 0];
  for (const { id, tags, from, to } of ways) {
    const firstPart = parts.length;
    let partStart = filled;
    let missing = 0;
    const endPart = (): void => {
      // a single node is no line
      if (filled - partStart > 1) parts.push({ id, tags, nodes: places.subarray(partStart, filled), missing: 0 });
      partStart = filled;
    };
    for (let i = from; i < to; i += 1) {
      const place = nodes.newPlace[placeOf(allRefs[i]!)]!;
      if (place >= 0) places[filled++] = place;
      else {
        missing += 1;
        endPart();
      }
    }
    endPart();
    missingNodes += missing;
    if (parts.length === firstPart) lostWays += 1;
    else if (missing > 0) parts[firstPart] = { ...parts[firstPart]!, missing };
    if (parts.length > firstPart + 1) cutWays += 1;
    if (members.has(id)) partsOfWay.set(id, parts.slice(firstPart).map((_, i) => firstPart + i));
  }
  const remarks: SourceRemark[] = [];
  const remark = (code: string, count: number): void => void (count > 0 && remarks.push({ code, details: { amount: count } }));
  remark('osmMissingNodes', missingNodes);
  remark('osmCutWays', cutWays);
  remark('osmLostWays', lostWays);
  remark('osmRepeatedWays', repeated);
  remark('osmImpossibleNodes', nodes.impossible);
  remark('osmWaysOutside', outside);
  return { extract: { nodeLongitude: nodes.longitude, nodeLatitude: nodes.latitude, nodeTags: nodes.tags, ways: parts, relations: relations.map((relation) => withPlaces(relation, partsOfWay)) }, remarks };
}

const membersOf = (relations: readonly KeptRelation[]): ReadonlySet<number> => new Set(relations.flatMap(({ members }) => members.map(({ id }) => id)));

function keptRelations(elements: OsmElements, { limits, file }: ExtractOptions): readonly KeptRelation[] {
  const relations: KeptRelation[] = [];
  let members = 0;
  elements.eachRelation(({ id, tags, members: read }) => {
    if (tags.get('type') !== 'multipolygon' || !isOfInterest(tags)) return;
    const wayMembers = read().filter(({ type }) => type === 'way').map(({ id: way, role }) => ({ id: way, role }));
    members += wayMembers.length;
    if (members > limits.ways) throw tooBig(file, 'areaParts', members, limits.ways);
    relations.push({ id, tags, members: wayMembers });
  });
  return relations;
}

type KeptWays = { readonly ways: readonly KeptWay[]; readonly refs: NumberList; readonly repeated: number; readonly outside: number; readonly relations: readonly KeptRelation[] };

function keptWays(elements: OsmElements, candidates: readonly KeptRelation[], { limits, file, box }: ExtractOptions): KeptWays {
  const isNear = box === undefined ? () => true : nearTester(elements, box);
  const members = membersOf(candidates);
  const ways: (KeptWay & { readonly near: boolean })[] = [];
  const refs = numberList(1 << 16);
  const seen = new Set<number>();
  let [repeated, outside] = [0, 0];
  elements.eachWay(({ id, tags, refs: read }) => {
    const isMember = members.has(id);
    if (!isMember && !isOfInterest(tags)) return;
    if (seen.has(id)) {
      repeated += 1;
      return;
    }
    seen.add(id);
    const nodes = read();
    const near = nodes.some(isNear);
    // a lake that reaches into the box needs its shore outside of it too
    if (!near && !isMember) {
      outside += 1;
      return;
    }
    const from = refs.length();
    for (const ref of nodes) refs.push(ref);
    ways.push({ id, tags, from, to: refs.length(), near });
    if (ways.length > limits.ways) throw tooBig(file, 'ways', ways.length, limits.ways);
    if (refs.length() > limits.vertices) throw tooBig(file, 'vertices', refs.length(), limits.vertices);
  });
  if (box === undefined) return { ways, refs, repeated, outside, relations: candidates };
  const nearWays = new Set(ways.filter(({ near }) => near).map(({ id }) => id));
  const relations = candidates.filter((relation) => relation.members.some(({ id }) => nearWays.has(id)));
  const needed = membersOf(relations);
  return { ...onlyThese(ways.filter(({ id, near }) => near || needed.has(id)), refs), repeated, outside: outside + ways.filter(({ id, near }) => !near && !needed.has(id)).length, relations };
}

/** The ways given, with only their references. */
function onlyThese(ways: readonly KeptWay[], refs: NumberList): { readonly ways: readonly KeptWay[]; readonly refs: NumberList } {
  const kept = numberList(1 << 16);
  return {
    ways: ways.map(({ id, tags, from, to }) => {
      const start = kept.length();
      for (const ref of refs.view(from, to)) kept.push(ref);
      return { id, tags, from: start, to: kept.length() };
    }),
    refs: kept,
  };
}

/** Whether a node lies in the box; takes a pass over all nodes. */
function nearTester(elements: OsmElements, { west, south, east, north }: DegreesBox): (id: number) => boolean {
  const inside = numberList(1 << 16);
  elements.eachNode(({ id, longitude, latitude }) => {
    if (longitude >= west && longitude <= east && latitude >= south && latitude <= north) inside.push(id);
  });
  const ids = sortedUnique(inside.view());
  const placeOf = placeFinder(ids);
  return (id) => placeOf(id) >= 0;
}

/** Coordinates of the nodes named, and their new places without the missing ones (-1). */
function keptNodes(elements: OsmElements, ids: Float64Array) {
  const longitude = new Float64Array(ids.length).fill(Number.NaN);
  const latitude = new Float64Array(ids.length);
  const tagsByPlace = new Map<number, ReadonlyMap<string, string>>();
  const placeOf = placeFinder(ids);
  let impossible = 0;
  elements.eachNode((node) => {
    const place = placeOf(node.id);
    if (place < 0) return;
    if (!(Math.abs(node.longitude) <= 180 && Math.abs(node.latitude) <= 90)) {
      impossible += 1;
      return;
    }
    longitude[place] = node.longitude;
    latitude[place] = node.latitude;
    if (node.tags.size > 0 && isNodeOfInterest(node.tags)) tagsByPlace.set(place, node.tags);
  });
  const newPlace = new Int32Array(ids.length);
  let found = 0;
  for (let i = 0; i < ids.length; i += 1) {
    if (Number.isNaN(longitude[i])) {
      newPlace[i] = -1;
      continue;
    }
    longitude[found] = longitude[i]!;
    latitude[found] = latitude[i]!;
    newPlace[i] = found++;
  }
  const tags = new Map([...tagsByPlace].sort(([one], [other]) => one - other).map(([place, of]) => [newPlace[place]!, of]));
  return { longitude: longitude.slice(0, found), latitude: latitude.slice(0, found), tags, newPlace, impossible };
}

function withPlaces({ id, tags, members }: KeptRelation, partsOfWay: ReadonlyMap<number, readonly number[]>): OsmRelation {
  return {
    id,
    tags,
    members: members.flatMap(({ id: way, role }) => (partsOfWay.get(way) ?? []).map((part) => ({ way: part, role }))),
    missing: members.filter(({ id: way }) => (partsOfWay.get(way) ?? []).length === 0).length,
  };
}

const tooBig = (file: string, what: string, amount: number, limit: number): OsmFault => new OsmFault({ code: 'import.tooBig', details: { file, what, amount, limit } });
