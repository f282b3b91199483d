import type { Coordinate } from '#app/domain/geometry/shapes.ts';
import { pointFrom } from '../geometry/city-geometry.ts';
import { GeometryFault } from '../geometry/geometry-fault.ts';
import type { RowFault } from '../row-fault.ts';

/** The point of a row in tables that are read without the general row reader; anything else is a fault of the row. */
export function placeOfRow(blob: unknown, srs: number, fault: (column: string, reason: string) => RowFault): Coordinate {
  if (!(blob instanceof Uint8Array)) throw fault('geom', 'not a geometry');
  try {
    return pointFrom(blob, srs);
  } catch (cause) {
    if (!(cause instanceof GeometryFault)) throw cause;
    throw fault('geom', cause.message);
  }
}
