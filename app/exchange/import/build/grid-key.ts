import type { Coordinate } from '#app/domain/geometry/shapes.ts';

/** A cell of the European grid: its middle and edge in metres of EPSG:3035. */
export type GridCell = { readonly middle: Coordinate; readonly size: number };

/**
 * INSPIRE keys name the lower left corner: "CRS3035RES100mN2691700E4341100" in metres, "100mN26917E43411" and "1kmN2691E4341" in whole cells. Undefined
 * for anything else.
 */
export function gridCell(text: string): GridCell | undefined {
  const found = /^(?:CRS3035RES)?(?<size>\d+)(?<unit>k?m)N(?<north>\d+)E(?<east>\d+)$/i.exec(text.replace(/\s/g, ''));
  if (found?.groups === undefined) return undefined;
  const size = Number(found.groups['size']) * (found.groups['unit']!.toLowerCase() === 'km' ? 1_000 : 1);
  // the short form leaves out the zeros of the cell's size
  const scale = /^CRS/i.test(text.trim()) ? 1 : 10 ** Math.floor(Math.log10(size));
  const [north, east] = [Number(found.groups['north']) * scale, Number(found.groups['east']) * scale];
  return size > 0 ? { middle: [east + size / 2, north + size / 2], size } : undefined;
}
