import type { Geometry } from 'geojson';
import type { Nearby } from '#app/domain/geometry/crs-finding.ts';
import { crsFinding } from '#app/domain/geometry/crs-finding.ts';
import { isKnownCrs } from '#app/domain/geometry/crs.ts';
import type { KnownCrs } from '#app/domain/geometry/crs.ts';
import type { Coordinate } from '#app/domain/geometry/shapes.ts';
import type { DeclaredCrs, SourceLayer } from '../source/source.ts';
import type { BuildContext } from './build-context.ts';
import type { Place } from './rows.ts';

export type LayerSystem = { readonly crs: KnownCrs; readonly swapAxes: boolean };

/**
 * The system of a layer: the recipe's word, else the file's own. What the numbers contradict is an error that names the system that would fit; a file that
 * says nothing is taken for the one system that fits, with a warning, and refused when several do.
 */
export function layerCrs({ log, contents, nearby }: BuildContext & { readonly nearby?: Nearby | undefined }, fileId: string, layer: SourceLayer, place: Place): LayerSystem | undefined {
  const file = contents.get(fileId)?.file;
  const swapAxes = file?.swapAxes ?? false;
  const declared: DeclaredCrs = file?.crs !== undefined && isKnownCrs(file.crs) ? { kind: 'known', code: file.crs, from: 'default' } : layer.crs;
  const finding = crsFinding(declared, layer.features.map(({ geometry }) => geometry), nearby);
  const suggested = finding.suggested === undefined ? [] : [`${finding.suggested}${finding.swapAxes ? ', "swapAxes": true' : ''}`];
  const other = finding.details?.['other'];
  const details = { file: fileId, layer: layer.name, declared: declared.kind === 'known' ? declared.code : declared.kind === 'unknown' ? declared.text : '', finding: finding.code };
  if (declared.kind !== 'known') {
    const fits = finding.suggested;
    if (fits !== undefined && other === undefined) {
      log.warning(place.part, place.subject, 'crsAssumed', { ...details, crs: suggested[0]! });
      return { crs: fits, swapAxes: finding.swapAxes };
    }
    log.error(place.part, place.subject, declared.kind === 'unknown' ? 'crsUnknown' : 'crsMissing', details, [...suggested, ...(other === undefined ? [] : [String(other)])]);
    return undefined;
  }
  switch (finding.code) {
    case 'swappedAxes':
      if (swapAxes && finding.suggested === declared.code) return { crs: declared.code, swapAxes };
      break;
    // a list of the whole state lies elsewhere with good reason; what does not belong to the city is told where it is used
    case 'fits':
    case 'noCoordinates':
    case 'farAway':
      if (!swapAxes) return { crs: declared.code, swapAxes };
      break;
    default:
  }
  log.error(place.part, place.subject, finding.code === 'outsideGermany' ? 'crsNowhere' : 'crsContradicted', details, suggested);
  return undefined;
}

/** A spread of the first corners of a layer's features. */
export function sampleOf(layer: Pick<SourceLayer, 'features'>): readonly Coordinate[] {
  const step = Math.max(1, Math.floor(layer.features.length / 200));
  return layer.features.filter((_, index) => index % step === 0).flatMap(({ geometry }) => {
    const corner = geometry && firstCorner(geometry);
    return corner === undefined ? [] : [corner];
  });
}

function firstCorner(geometry: Geometry): Coordinate | undefined {
  if (geometry.type === 'GeometryCollection') return geometry.geometries.map(firstCorner).find((corner) => corner !== undefined);
  let corner: unknown = geometry.coordinates;
  while (Array.isArray(corner) && Array.isArray(corner[0])) corner = corner[0] as unknown;
  const [x, y] = Array.isArray(corner) ? (corner as readonly unknown[]) : [];
  return typeof x === 'number' && typeof y === 'number' && Number.isFinite(x) && Number.isFinite(y) ? [x, y] : undefined;
}
