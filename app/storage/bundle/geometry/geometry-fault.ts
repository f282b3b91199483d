/** A geometry that cannot be read. Stays inside `app/storage`: the reader turns it into a named fault of its row. */
export class GeometryFault extends Error {}
