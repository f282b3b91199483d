/** A point in metres (easting, northing) of the city's projected system, or [longitude, latitude] where a name says so. */
export type Coordinate = readonly [x: number, y: number];
/** Closed line: first and last coordinate are equal. */
export type Ring = readonly Coordinate[];
/** Outer ring first, then holes. */
export type Polygon = readonly Ring[];
export type MultiPolygon = readonly Polygon[];
export type BoundingBox = { readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number };
