import type { Geometry, Position } from 'geojson';

/** Counts down while geometries are read, all features together. */
export type VertexBudget = { left: number };

/** How a geometry can fail: it is none, or the file has more corners than the budget. */
export type GeometryFault = 'unreadable' | 'tooMany';

const DEEPEST = 8;

/**
 * A GeoJSON geometry, checked: coordinates are lists of finite numbers of the depth its type asks for, heights are left out. Empty coordinates
 * give `undefined` (RFC 7946 lets readers take them for null). Open or short rings are left for whoever checks the shape.
 */
export function readGeometry(value: unknown, budget: VertexBudget, depth = 0): Geometry | undefined | GeometryFault {
  if (value === null || value === undefined) return undefined;
  if (typeof value !== 'object' || depth > DEEPEST) return 'unreadable';
  const { type, coordinates, geometries } = value as { readonly type?: unknown; readonly coordinates?: unknown; readonly geometries?: unknown };
  if (type === 'GeometryCollection') {
    if (!Array.isArray(geometries)) return 'unreadable';
    const parts: Geometry[] = [];
    for (const part of geometries as readonly unknown[]) {
      const read = readGeometry(part, budget, depth + 1);
      if (typeof read === 'string') return read;
      if (read !== undefined) parts.push(read);
    }
    return parts.length === 0 ? undefined : { type, geometries: parts };
  }
  if (!Array.isArray(coordinates)) return 'unreadable';
  if (coordinates.length === 0) return undefined;
  try {
    switch (type) {
      case 'Point':
        return { type, coordinates: position(coordinates, budget) };
      case 'MultiPoint':
      case 'LineString':
        return { type, coordinates: list(coordinates, (item) => position(item, budget)) };
      case 'MultiLineString':
      case 'Polygon':
        return { type, coordinates: list(coordinates, (line) => list(line, (item) => position(item, budget))) };
      case 'MultiPolygon':
        return { type, coordinates: list(coordinates, (rings) => list(rings, (line) => list(line, (item) => position(item, budget)))) };
      default:
        return 'unreadable';
    }
  } catch (cause) {
    if (cause instanceof Fault) return cause.fault;
    throw cause;
  }
}

/** Stays inside this file: carries a fault out of the nested lists. */
class Fault extends Error {
  readonly fault: GeometryFault;
  constructor(fault: GeometryFault) {
    super(fault);
    this.fault = fault;
  }
}

function list<Item>(value: unknown, read: (item: unknown) => Item): Item[] {
  if (!Array.isArray(value)) throw new Fault('unreadable');
  return value.map(read);
}

function position(value: unknown, budget: VertexBudget): Position {
  if (!Array.isArray(value)) throw new Fault('unreadable');
  const [x, y] = value as readonly unknown[];
  if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x) || !Number.isFinite(y)) throw new Fault('unreadable');
  budget.left -= 1;
  if (budget.left < 0) throw new Fault('tooMany');
  return [x, y];
}
