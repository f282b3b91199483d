import type { KnownCrs } from './crs.ts';
import { crsFromNumber } from './crs-from-name.ts';
import { childrenOf, find, nameOf, numberOf, readWkt } from './wkt-tree.ts';
import type { WktNode } from './wkt-tree.ts';

/**
 * The known system a well-known text (`.prj`, GeoPackage `definition`) describes; undefined when it is none of them. The projection's
 * parameters decide, because names and codes are what programs copy along when they change parameters by hand; the code at the root is taken
 * only where the parameters cannot be read as a system that we know. ETRS89 and WGS 84 are kept apart by their datum's name.
 */
export function crsFromWkt(text: string): KnownCrs | undefined {
  const root = readWkt(text.replace(/^\uFEFF/, ''));
  if (root === undefined) return undefined;
  const horizontal = find(root, 'PROJCS', 'PROJCRS', 'PROJECTEDCRS') ?? find(root, 'GEOGCS', 'GEOGCRS', 'GEODCRS', 'GEOGRAPHICCRS');
  if (horizontal === undefined) return undefined;
  return horizontal.keyword.startsWith('PROJ') ? projected(horizontal) : geographic(horizontal);
}

type Datum = 'wgs84' | 'etrs89' | 'dhdn' | 'rauenberg' | 'potsdam' | 'pulkovo';

/** By name, as every program spells it: "D_ETRS_1989", "European Terrestrial Reference System 1989 ensemble", "Deutsches_Hauptdreiecksnetz". */
function datumOf(node: WktNode): Datum | undefined {
  const datum = nameOf(find(node, 'DATUM', 'GEODETICDATUM', 'TRF', 'ENSEMBLE')).toLowerCase().replace(/[^a-z0-9]/g, '');
  const system = nameOf(find(node, 'GEOGCS', 'BASEGEOGCRS', 'BASEGEODCRS', 'GEOGCRS', 'GEODCRS')).toLowerCase().replace(/[^a-z0-9]/g, '');
  const radius = numberOf(find(node, 'SPHEROID', 'ELLIPSOID'), 1);
  const is = (...names: readonly string[]) => names.some((name) => datum.includes(name) || system.includes(name));
  const onGrs80 = radius === undefined || Math.abs(radius - 6_378_137) < 0.5;
  if (is('wgs1984', 'wgs84', 'worldgeodeticsystem1984') && onGrs80) return 'wgs84';
  if (is('etrs1989', 'etrs89', 'europeanterrestrialreferencesystem1989') && onGrs80) return 'etrs89';
  if (is('deutscheshauptdreiecksnetz', 'dhdn') && (radius === undefined || Math.abs(radius - 6_377_397.155) < 0.5)) return 'dhdn';
  if (is('rauenbergdatum83', 'rd83')) return 'rauenberg';
  if (is('potsdamdatum83', 'pd83')) return 'potsdam';
  if (is('pulkovo1942adj1983', 'pulkovo194283')) return 'pulkovo';
  return undefined;
}

function geographic(node: WktNode): KnownCrs | undefined {
  const unit = numberOf(find(node, 'ANGLEUNIT') ?? childrenOf(node, 'UNIT')[0], 1);
  if (unit !== undefined && Math.abs(unit - Math.PI / 180) > 1e-8) return undefined;
  const greenwich = numberOf(find(node, 'PRIMEM', 'PRIMEMERIDIAN'), 1) ?? 0;
  if (greenwich !== 0) return undefined;
  switch (datumOf(node)) {
    case 'wgs84':
      return 'EPSG:4326';
    case 'etrs89':
      return 'EPSG:4258';
    case 'dhdn':
      return 'EPSG:4314';
    case 'rauenberg':
    case 'potsdam':
    case 'pulkovo':
    case undefined:
      return byCode(node);
  }
}

/** Parameters by a name without signs: "False_Easting" and "False easting" are the same. */
function parametersOf(node: WktNode): ReadonlyMap<string, number> {
  const holder = find(node, 'CONVERSION') ?? node;
  return new Map(
    childrenOf(holder, 'PARAMETER').flatMap((parameter): [string, number][] => {
      const value = numberOf(parameter, 1);
      return value === undefined ? [] : [[nameOf(parameter).toLowerCase().replace(/[^a-z0-9]/g, ''), value]];
    }),
  );
}

function projected(node: WktNode): KnownCrs | undefined {
  const unit = numberOf(childrenOf(node, 'UNIT')[0] ?? find(node, 'LENGTHUNIT'), 1);
  if (unit !== undefined && Math.abs(unit - 1) > 1e-9) return undefined;
  const method = nameOf(find(node, 'PROJECTION', 'METHOD')).toLowerCase().replace(/[^a-z0-9]/g, '');
  const datum = datumOf(node);
  const parameters = parametersOf(node);
  const value = (...names: readonly string[]) => names.map((name) => parameters.get(name)).find((found) => found !== undefined);
  const easting = value('falseeasting', 'eastingatfalseorigin');
  const northing = value('falsenorthing', 'northingatfalseorigin') ?? 0;
  const meridian = value('centralmeridian', 'longitudeofnaturalorigin', 'longitudeofcenter', 'longitudeoforigin');
  const scale = value('scalefactor', 'scalefactoratnaturalorigin') ?? 1;
  const latitude = value('latitudeoforigin', 'latitudeofnaturalorigin', 'latitudeofcenter') ?? 0;
  if (method.includes('transversemercator') || method.includes('gausskruger')) {
    if (easting === undefined || meridian === undefined || northing !== 0 || latitude !== 0) return undefined;
    return transverseMercator(datum, easting, meridian, scale);
  }
  // the one of Berlin; Cassini-Soldner has a hundred other origins
  if (method.includes('cassini')) return datum === 'dhdn' && easting === 40_000 && northing === 10_000 && Math.abs(latitude - 52.418648) < 1e-4 && Math.abs((meridian ?? 0) - 13.627203) < 1e-4 ? 'EPSG:3068' : undefined;
  const isWebMercator = method.includes('mercatorauxiliarysphere') || method.includes('popularvisualisationpseudomercator') ||
    (method.startsWith('mercator') && find(node, 'EXTENSION')?.values.some((text) => typeof text === 'string' && text.includes('+a=6378137 +b=6378137')) === true);
  if (isWebMercator) return (easting ?? 0) === 0 && northing === 0 && (meridian ?? 0) === 0 ? 'EPSG:3857' : undefined;
  if (method.includes('lambertazimuthalequalarea') && datum === 'etrs89' && easting === 4_321_000 && northing === 3_210_000 && meridian === 10 && latitude === 52) return 'EPSG:3035';
  // WKT 2 may leave the parameters to the registry
  return method === '' && parameters.size === 0 ? byCode(node) : undefined;
}

/** Numbers of the registry, less the number of the zone. */
const FIRST_GAUSS_KRUEGER: Readonly<Partial<Record<Datum, number>>> = { dhdn: 31_464, rauenberg: 3_394, potsdam: 3_393, pulkovo: 2_394 };

/**
 * UTM has the factor 0.9996 and 500 km (or the zone's number before them), Gauß-Krüger the factor 1, a zone every 3 degrees and its number
 * before the 500 km. A Gauß-Krüger without its number, as some programs write it, is not one of ours: its eastings have one digit less.
 */
function transverseMercator(datum: Datum | undefined, easting: number, meridian: number, scale: number): KnownCrs | undefined {
  const first = FIRST_GAUSS_KRUEGER[datum ?? 'wgs84'];
  if (first !== undefined) {
    const zone = meridian / 3;
    return scale === 1 && Number.isInteger(zone) && zone >= 2 && zone <= 5 && easting === zone * 1e6 + 500_000 ? crsFromNumber(first + zone) : undefined;
  }
  const zone = (meridian + 183) / 6;
  if (Math.abs(scale - 0.9996) > 1e-12 || ![31, 32, 33].includes(zone)) return undefined;
  if (easting === 500_000) return crsFromNumber((datum === 'etrs89' ? 25_800 : datum === 'wgs84' ? 32_600 : NaN) + zone);
  return datum === 'etrs89' && easting === zone * 1e6 + 500_000 ? ({ 31: 'EPSG:5649', 32: 'EPSG:4647', 33: 'EPSG:5650' } as const)[zone as 31 | 32 | 33] : undefined;
}

/** The EPSG code of the system itself (not of its parts). */
function byCode(node: WktNode): KnownCrs | undefined {
  const authority = childrenOf(node, 'AUTHORITY', 'ID')[0];
  const code = Number(authority?.values[1]);
  return nameOf(authority).toUpperCase() === 'EPSG' && Number.isInteger(code) ? crsFromNumber(code) : undefined;
}
