import { fittingSystems } from '#app/domain/geometry/crs-finding.ts';
import type { Nearby } from '#app/domain/geometry/crs-finding.ts';
import type { KnownCrs } from '#app/domain/geometry/crs.ts';
import type { RawCell } from '../../source/source.ts';
import { plainText } from '#app/domain/source/columns.ts';

const ZONES: readonly KnownCrs[] = ['EPSG:25832', 'EPSG:25833'];

/** The system that the numbers of two columns fit, with those that fit as well: easting and northing of UTM do not tell their zone, but the city's place does. Undefined for no coordinates in Germany. */
export function coordinateSystem(pairs: readonly (readonly [RawCell, RawCell])[], nearby?: Nearby): { readonly crs: KnownCrs; readonly others: readonly KnownCrs[] } | undefined {
  const points = pairs.map(([x, y]) => [numberIn(x), numberIn(y)] as const).filter((pair): pair is readonly [number, number] => pair.every((part) => part !== undefined && part !== 0));
  if (points.length === 0) return undefined;
  const within = (left: number, right: number, bottom: number, top: number): boolean => points.filter(([x, y]) => x >= left && x <= right && y >= bottom && y <= top).length >= points.length * 0.95;
  if (within(5, 16, 47, 56)) return { crs: 'EPSG:4326', others: [] };
  if (within(32_200_000, 32_950_000, 5_200_000, 6_150_000)) return { crs: 'EPSG:4647', others: [] };
  if (within(33_200_000, 33_950_000, 5_200_000, 6_150_000)) return { crs: 'EPSG:5650', others: [] };
  for (const [zone, crs] of [[2, 'EPSG:31466'], [3, 'EPSG:31467'], [4, 'EPSG:31468'], [5, 'EPSG:31469']] as const) {
    if (within(zone * 1e6 + 350_000, zone * 1e6 + 800_000, 5_200_000, 6_150_000)) return { crs, others: [] };
  }
  if (within(4_000_000, 4_700_000, 2_650_000, 3_600_000)) return { crs: 'EPSG:3035', others: [] };
  if (within(550_000, 1_700_000, 5_950_000, 7_500_000)) return { crs: 'EPSG:3857', others: [] };
  if (within(250_000, 950_000, 5_200_000, 6_150_000)) {
    const near = nearby === undefined ? [] : fittingSystems(points.map(([x, y]) => ({ type: 'Point', coordinates: [x, y] })), nearby).filter(({ crs, swapAxes }) => !swapAxes && ZONES.includes(crs));
    return near.length === 1 ? { crs: near[0]!.crs, others: [] } : { crs: 'EPSG:25832', others: ['EPSG:25833'] };
  }
  return undefined;
}

function numberIn(raw: RawCell): number | undefined {
  if (typeof raw === 'number') return raw;
  const text = plainText(raw);
  // coordinates have one separator, the decimal sign, or groups of three
  const plain = /^-?\d+,\d+$/.test(text) ? text.replace(',', '.') : /^\d{1,2}(?:\.\d{3}){1,2}(?:,\d+)?$/.test(text) && text.split('.').length > 2 ? text.replaceAll('.', '').replace(',', '.') : text;
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}
