import type { Coordinate, MultiPolygon, Polygon, Ring } from '#app/domain/geometry/shapes.ts';
import type { Mesh, Wall } from './mesh.ts';

/** One label per cell; undefined is "nothing here". */
export type Labels = readonly (string | undefined)[];
/** A labelling with the weight its borders carry when corners are smoothed. */
export type Layer = { readonly labels: Labels; readonly weight: number };
/** Turns a labelling into shapes. Shapes of all labellings of one drawing share borders and corners to the last bit. */
export type Draw = (labels: Labels) => ReadonlyMap<string, MultiPolygon>;

/**
 * Smooths the borders of all layers together, then cuts the corners between junctions once. `pinned` walls (middle of the
 * river, of the railway) stay where they are.
 */
export function drawingOf(mesh: Mesh, layers: readonly Layer[], pinned: (wall: Wall) => boolean, rounds = 16): Draw {
  const links = linksOf(mesh, layers);
  const smooth = smoothCorners(mesh, links, pinned, rounds);
  return (labels) => trace(mesh, labels, smooth, (vertex) => (links[vertex]?.length ?? 0) > 2);
}

type Link = { readonly to: number; readonly weight: number };

function linksOf(mesh: Mesh, layers: readonly Layer[]): Link[][] {
  const links: Link[][] = mesh.corners.map(() => []);
  for (const wall of mesh.walls) {
    let weight = 0;
    for (const layer of layers) if (layer.labels[wall.left] !== layer.labels[wall.right]) weight = Math.max(weight, layer.weight);
    if (weight === 0) continue;
    links[wall.from]?.push({ to: wall.to, weight });
    links[wall.to]?.push({ to: wall.from, weight });
  }
  return links;
}

function smoothCorners(mesh: Mesh, links: readonly (readonly Link[])[], pinned: (wall: Wall) => boolean, rounds: number): readonly Coordinate[] {
  const held = new Set<number>();
  for (const wall of mesh.walls) if (pinned(wall)) held.add(wall.from).add(wall.to);
  let corners: readonly Coordinate[] = mesh.corners;
  for (let round = 0; round < rounds; round++) {
    const before = corners;
    corners = before.map((point, vertex) => {
      const around = links[vertex];
      if (around === undefined || around.length < 2 || held.has(vertex)) return point;
      const strongest = Math.max(...around.map((link) => link.weight));
      let [x, y, total] = [0, 0, 0];
      for (const link of around) {
        const weight = link.weight === strongest ? 1 : 0.16;
        const other = before[link.to] ?? point;
        x += other[0] * weight;
        y += other[1] * weight;
        total += weight;
      }
      return [0.5 * point[0] + (0.5 * x) / total, 0.5 * point[1] + (0.5 * y) / total];
    });
  }
  return corners;
}

function trace(mesh: Mesh, labels: Labels, corners: readonly Coordinate[], junction: (vertex: number) => boolean): Map<string, MultiPolygon> {
  const next = new Map<string, Map<number, number>>();
  const link = (label: string | undefined, from: number, to: number) => {
    if (label === undefined) return;
    const steps = next.get(label) ?? new Map<number, number>();
    steps.set(from, to);
    next.set(label, steps);
  };
  for (const wall of mesh.walls) {
    const [left, right] = [labels[wall.left], labels[wall.right]];
    if (left === right) continue;
    link(left, wall.from, wall.to);
    link(right, wall.to, wall.from);
  }
  const shapes = new Map<string, MultiPolygon>();
  for (const label of [...next.keys()].sort()) shapes.set(label, assemble(ringsOf(next.get(label) ?? new Map(), corners, junction)));
  return shapes;
}

function ringsOf(steps: Map<number, number>, corners: readonly Coordinate[], junction: (vertex: number) => boolean): Ring[] {
  const rings: Ring[] = [];
  while (steps.size > 0) {
    const vertices: number[] = [];
    let vertex = steps.keys().next().value as number;
    for (;;) {
      const to = steps.get(vertex);
      if (to === undefined) break;
      steps.delete(vertex);
      vertices.push(vertex);
      vertex = to;
    }
    const ring = cutCorners(vertices, corners, junction);
    if (ring.length >= 4) rings.push(ring);
  }
  return rings;
}

/** Each corner that is no junction becomes two points; they depend on the corner and its two neighbours only, so both sides agree. */
function cutCorners(vertices: readonly number[], corners: readonly Coordinate[], junction: (vertex: number) => boolean): Ring {
  const ring: Coordinate[] = [];
  const add = (x: number, y: number) => {
    const point: Coordinate = [roundTo(x), roundTo(y)];
    const last = ring[ring.length - 1];
    if (last === undefined || last[0] !== point[0] || last[1] !== point[1]) ring.push(point);
  };
  vertices.forEach((vertex, i) => {
    const here = corners[vertex] as Coordinate;
    if (junction(vertex)) return add(here[0], here[1]);
    const before = corners[vertices[(i + vertices.length - 1) % vertices.length] as number] as Coordinate;
    const after = corners[vertices[(i + 1) % vertices.length] as number] as Coordinate;
    add(0.75 * here[0] + 0.25 * before[0], 0.75 * here[1] + 0.25 * before[1]);
    add(0.75 * here[0] + 0.25 * after[0], 0.75 * here[1] + 0.25 * after[1]);
  });
  const first = ring[0];
  const last = ring[ring.length - 1];
  if (first !== undefined && last !== undefined && (first[0] !== last[0] || first[1] !== last[1])) ring.push(first);
  return ring;
}

/** Centimetres: finer than any survey of a quarter's border. */
export const roundTo = (value: number) => Math.round(value * 100) / 100;

/** Outer rings counter-clockwise, each with the holes that lie in it. */
function assemble(rings: readonly Ring[]): MultiPolygon {
  const withArea = rings.map((ring) => ({ ring, area: signedArea(ring) })).filter(({ area }) => Math.abs(area) > 1);
  const total = withArea.reduce((sum, { area }) => sum + area, 0);
  const outerSign = Math.sign(total);
  const outers = withArea.filter(({ area }) => Math.sign(area) === outerSign).sort((a, b) => Math.abs(b.area) - Math.abs(a.area));
  const polygons: Ring[][] = outers.map(({ ring }) => [outerSign > 0 ? ring : [...ring].reverse()]);
  for (const { ring, area } of withArea) {
    if (Math.sign(area) === outerSign) continue;
    const owner = polygons.filter(([outer]) => insideRing(outer as Ring, middleOf(ring))).at(-1);
    owner?.push(area < 0 ? ring : [...ring].reverse());
  }
  return polygons as Polygon[];
}

/** A point on the ring's first side that is no corner. */
function middleOf(ring: Ring): Coordinate {
  const [a, b] = [ring[0], ring[1]] as [Coordinate, Coordinate];
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
}

export function signedArea(ring: Ring): number {
  const origin = ring[0] as Coordinate;
  let sum = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [a, b] = [ring[i], ring[i + 1]] as [Coordinate, Coordinate];
    sum += (a[0] - origin[0]) * (b[1] - origin[1]) - (b[0] - origin[0]) * (a[1] - origin[1]);
  }
  return sum / 2;
}

export function insideRing(ring: Ring, [x, y]: Coordinate): boolean {
  let inside = false;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [a, b] = [ring[i], ring[i + 1]] as [Coordinate, Coordinate];
    if (a[1] > y !== b[1] > y && x < a[0] + ((y - a[1]) / (b[1] - a[1])) * (b[0] - a[0])) inside = !inside;
  }
  return inside;
}

export function insideShape(shape: MultiPolygon, point: Coordinate): boolean {
  return shape.some(([outer, ...holes]) => outer !== undefined && insideRing(outer, point) && !holes.some((hole) => insideRing(hole, point)));
}
