import type { Coordinate } from '#app/domain/geometry/shapes.ts';
import { Delaunay } from 'd3-delaunay';

/**
 * The ground as small cells (a Voronoi mesh): every layer of the city is a labelling of these cells, so areas of one layer
 * share their borders exactly and layers fit each other.
 */
export type Mesh = {
  readonly cells: readonly Coordinate[];
  /** Walls between two cells; `from` and `to` are corners. All walls have `left` on the same hand, as the triangles wind one way. */
  readonly walls: readonly Wall[];
  readonly corners: readonly Coordinate[];
  readonly neighbours: readonly (readonly number[])[];
  /** The cell that holds a point. */
  readonly cellAt: (x: number, y: number) => number;
};
export type Wall = { readonly from: number; readonly to: number; readonly left: number; readonly right: number };

export function buildMesh(cells: readonly Coordinate[]): Mesh {
  const delaunay = Delaunay.from(cells as [number, number][]);
  const { triangles, halfedges } = delaunay;
  const corners: Coordinate[] = [];
  for (let t = 0; t < triangles.length / 3; t++) corners.push(circumcentre(...corner(cells, triangles, t)));
  const walls: Wall[] = [];
  const neighbours: number[][] = cells.map(() => []);
  for (let edge = 0; edge < halfedges.length; edge++) {
    const opposite = halfedges[edge] as number;
    if (opposite < edge) continue;
    const start = triangles[edge] as number;
    const end = triangles[edge % 3 === 2 ? edge - 2 : edge + 1] as number;
    neighbours[start]?.push(end);
    neighbours[end]?.push(start);
    walls.push({ from: Math.floor(edge / 3), to: Math.floor(opposite / 3), left: start, right: end });
  }
  let last = 0;
  return { cells, walls, corners, neighbours, cellAt: (x, y) => (last = delaunay.find(x, y, last)) };
}

type Triangle = [Coordinate, Coordinate, Coordinate];
function corner(cells: readonly Coordinate[], triangles: ArrayLike<number>, t: number): Triangle {
  return [cells[triangles[3 * t] as number], cells[triangles[3 * t + 1] as number], cells[triangles[3 * t + 2] as number]] as Triangle;
}

function circumcentre(a: Coordinate, b: Coordinate, c: Coordinate): Coordinate {
  const [bx, by, cx, cy] = [b[0] - a[0], b[1] - a[1], c[0] - a[0], c[1] - a[1]];
  const d = 2 * (bx * cy - by * cx);
  if (Math.abs(d) < 1e-9) return [(a[0] + b[0] + c[0]) / 3, (a[1] + b[1] + c[1]) / 3];
  const bb = bx * bx + by * by;
  const cc = cx * cx + cy * cy;
  return [a[0] + (cy * bb - by * cc) / d, a[1] + (bx * cc - cx * bb) / d];
}
