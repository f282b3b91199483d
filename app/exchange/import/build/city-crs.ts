import type { ProjectedCrs } from '#app/domain/city/city.ts';
import type { Nearby } from '#app/domain/geometry/crs-finding.ts';
import { NEARBY_METRES } from '#app/domain/geometry/crs-finding.ts';
import { toLongitudeLatitude } from '#app/domain/geometry/crs.ts';
import type { BuildContext } from './build-context.ts';
import { layerCrs, sampleOf } from './layer-crs.ts';
import { layerIn } from './rows.ts';

/** East of this meridian the state offices use zone 33. */
const ZONE_BORDER = 12;

/** The city's projected system and its place: the recipe's word for the system, else the zone the first areas lie in. */
export function cityCrs(context: BuildContext): { readonly crs: ProjectedCrs; readonly nearby: Nearby | undefined } {
  const { recipe, log } = context;
  // what goes wrong here is reported when the level itself is read
  const silent = { ...context, log: { ...log, error: () => undefined, warning: () => undefined, decision: () => undefined } };
  for (const { areas, id } of recipe.levels) {
    if ('dissolve' in areas) continue;
    const place = { part: 'areas', subject: id } as const;
    const layer = layerIn(silent, areas, place);
    const system = layer && layerCrs(silent, areas.file, layer, place);
    if (layer === undefined || system === undefined) continue;
    const toDegrees = toLongitudeLatitude(system.crs);
    const degrees = sampleOf(layer).map(([x, y]) => toDegrees(system.swapAxes ? [y, x] : [x, y]));
    const [x, y] = [0, 1].map((axis) => degrees.map((at) => at[axis]!).sort((a, b) => a - b)[Math.floor(degrees.length / 2)]);
    if (x === undefined || y === undefined) continue;
    const nearby: Nearby = { place: [x, y], metres: NEARBY_METRES };
    if (recipe.city.crs !== undefined) return { crs: recipe.city.crs, nearby };
    const crs = x >= ZONE_BORDER ? 'EPSG:25833' : 'EPSG:25832';
    log.decision('areas', id, 'cityCrs', { crs });
    return { crs, nearby };
  }
  return { crs: recipe.city.crs ?? 'EPSG:25832', nearby: undefined };
}
