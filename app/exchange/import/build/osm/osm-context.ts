import type { ContextKind, ContextLayer, ContextShape, ProjectedCrs } from '#app/domain/city/city.ts';
import { assembleRings, polygonsOfRings } from '#app/domain/geometry/assemble-rings.ts';
import { fromLongitudeLatitude } from '#app/domain/geometry/crs.ts';
import { intersectionOf } from '#app/domain/geometry/overlay.ts';
import { areaOf, boundsOf } from '#app/domain/geometry/shape-measures.ts';
import type { BoundingBox, Coordinate, MultiPolygon } from '#app/domain/geometry/shapes.ts';
import type { ContextRule } from './osm-context-rule.ts';
import { CONTEXT_RULES } from './osm-context-rule.ts';
import type { OsmExtract } from '../../source/osm-extract.ts';

/** `within`: only what lies in the rectangle around this outline, widened by `margin` metres; areas are cut there. */
export type ContextOptions = {
  readonly crs: ProjectedCrs;
  readonly kinds: readonly ContextKind[];
  readonly within?: { readonly outline: MultiPolygon; readonly margin: number } | undefined;
};
export type OsmContext = { readonly layers: readonly ContextLayer[]; readonly report: ContextReport };
/** What was taken and what was left out, nothing silently. */
export type ContextReport = {
  readonly shapes: Readonly<Partial<Record<ContextKind, number>>>;
  /** Areas under `SMALL_AREA`. */
  readonly small: number;
  readonly tunnels: number;
  /** Railway tracks of yards, sidings and spurs (`service`). */
  readonly yardTracks: number;
  /** Shapes outside the rectangle. */
  readonly outside: number;
  /** Areas whose outline does not close in the extract, as OpenStreetMap names them ("relation 123"); what closes of them is drawn. */
  readonly open: readonly string[];
};

/** Square metres under which an area is not drawn: 20 × 20 m is less than a sign on the map of a city. */
export const SMALL_AREA = 400;

/**
 * The quiet map under the data: water, green, railways, built-up land and main roads of an OpenStreetMap extract, in metres of `crs`. Closed
 * ways and multipolygons become areas, holes included; an outline that a multipolygon draws is not drawn again as a way. Layers without a
 * shape are left out.
 */
export function osmContext(extract: OsmExtract, { crs, kinds, within }: ContextOptions): OsmContext {
  const project = fromLongitudeLatitude(crs);
  const place = (node: number): Coordinate => project([extract.nodeLongitude[node]!, extract.nodeLatitude[node]!]);
  const frame = frameOf(within);
  const rules = CONTEXT_RULES.filter(({ kind }) => kinds.includes(kind));
  const [areaRuleOf, lineRuleOf] = [firstRule(rules, 'areas'), firstRule(rules, 'lines')];
  const shapes = new Map<ContextRule, ContextShape[]>(rules.map((rule) => [rule, []]));
  const counts = { small: 0, tunnels: 0, yardTracks: 0, outside: 0 };
  const open = new Set<string>();

  const addArea = (rule: ContextRule, name: string, lines: readonly ArrayLike<number>[], osmName: string): void => {
    const assembled = assembleRings(lines);
    if (assembled.open.length > 0) open.add(osmName);
    const whole = polygonsOfRings(assembled.rings, place);
    if (whole.length === 0) return;
    // half a world away the projection has no answer
    const shape = whole.flat(2).every(isFinitePlace) ? insideFrame(whole, frame) : [];
    if (shape.length === 0) counts.outside += 1;
    else if (areaOf(shape) < SMALL_AREA) counts.small += 1;
    else shapes.get(rule)!.push({ type: 'area', shape, name });
  };
  const addLine = (rule: ContextRule, name: string, nodes: Uint32Array): void => {
    const line = Array.from(nodes, place);
    const stretches = line.every(isFinitePlace) ? stretchesInFrame(line, frame) : [];
    if (stretches.length === 0) counts.outside += 1;
    for (const line of stretches) shapes.get(rule)!.push({ type: 'line', line, name });
  };

  /** Ways that are the outline of a multipolygon of the same rule. */
  const drawn = new Map<number, ContextRule>();
  for (const { id, tags, members, missing } of extract.relations) {
    const rule = areaRuleOf(tags);
    if (rule === undefined) continue;
    if (missing > 0) open.add(`relation ${id}`);
    for (const { way, role } of members) if (role !== 'inner') drawn.set(way, rule);
    addArea(rule, tags.get('name') ?? '', members.map(({ way }) => extract.ways[way]!.nodes), `relation ${id}`);
  }
  extract.ways.forEach(({ id, nodes, tags }, way) => {
    const isClosed = nodes.length > 3 && nodes[0] === nodes.at(-1) && tags.get('area') !== 'no';
    const areaRule = areaRuleOf(tags);
    if (areaRule !== undefined && drawn.get(way) !== areaRule) {
      if (isClosed) addArea(areaRule, tags.get('name') ?? '', [nodes], `way ${id}`);
      else open.add(`way ${id}`);
    }
    const lineRule = lineRuleOf(tags);
    if (lineRule === undefined) return;
    if (tags.has('tunnel') && tags.get('tunnel') !== 'no') counts.tunnels += 1;
    else if (lineRule.kind === 'rail' && tags.has('service')) counts.yardTracks += 1;
    else addLine(lineRule, tags.get('name') ?? '', nodes);
  });

  const byKind: Partial<Record<ContextKind, number>> = {};
  for (const [{ kind }, of] of shapes) if (of.length > 0) byKind[kind] = (byKind[kind] ?? 0) + of.length;
  return {
    layers: [...shapes].filter(([, of]) => of.length > 0).map(([{ kind, name }, of]) => ({ kind, name, shapes: of })),
    report: { shapes: byKind, ...counts, open: [...open] },
  };
}

/** The first rule that fits; the tags of a way are looked up, not compared with every rule. */
function firstRule(rules: readonly ContextRule[], part: 'areas' | 'lines'): (tags: ReadonlyMap<string, string>) => ContextRule | undefined {
  const byTag = new Map<string, ReadonlyMap<string, number>>();
  rules.forEach((rule, rank) => {
    for (const [key, values] of Object.entries(rule[part] ?? {})) {
      byTag.set(key, new Map([...values.map((value) => [value, rank] as const), ...(byTag.get(key) ?? [])]));
    }
  });
  return (tags) => {
    let first = Infinity;
    for (const [key, value] of tags) first = Math.min(first, byTag.get(key)?.get(value) ?? Infinity);
    return rules[first];
  };
}

const isFinitePlace = ([x, y]: Coordinate): boolean => Number.isFinite(x) && Number.isFinite(y);

function frameOf(within: ContextOptions['within']): BoundingBox | undefined {
  const bounds = within === undefined ? undefined : boundsOf(within.outline);
  if (within === undefined || bounds === undefined) return undefined;
  return { minX: bounds.minX - within.margin, minY: bounds.minY - within.margin, maxX: bounds.maxX + within.margin, maxY: bounds.maxY + within.margin };
}

function insideFrame(shape: MultiPolygon, frame: BoundingBox | undefined): MultiPolygon {
  const bounds = boundsOf(shape);
  if (frame === undefined || bounds === undefined) return shape;
  const { minX, minY, maxX, maxY } = frame;
  if (bounds.maxX < minX || bounds.minX > maxX || bounds.maxY < minY || bounds.minY > maxY) return [];
  if (bounds.minX >= minX && bounds.maxX <= maxX && bounds.minY >= minY && bounds.maxY <= maxY) return shape;
  return intersectionOf(shape, [[[[minX, minY], [maxX, minY], [maxX, maxY], [minX, maxY], [minX, minY]]]]);
}

/** The stretches of a line that have a point in the frame, each with one point more at its ends, so that lines run to the border. */
function stretchesInFrame(line: readonly Coordinate[], frame: BoundingBox | undefined): readonly (readonly Coordinate[])[] {
  if (frame === undefined) return line.length > 1 ? [line] : [];
  const isIn = ([x, y]: Coordinate): boolean => x >= frame.minX && x <= frame.maxX && y >= frame.minY && y <= frame.maxY;
  const stretches: Coordinate[][] = [];
  let current: Coordinate[] | undefined;
  for (let i = 1; i < line.length; i += 1) {
    const [from, to] = [line[i - 1]!, line[i]!];
    if (isIn(from) || isIn(to)) {
      if (current === undefined) stretches.push((current = [from]));
      current.push(to);
    } else current = undefined;
  }
  return stretches;
}
