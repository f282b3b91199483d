import Supercluster from 'supercluster';
import type { CategoryId, InstitutionId } from '#shared/ids.ts';
import type { City } from '#app/domain/city/city.ts';
import type { SymbolName } from '#app/domain/city/symbols.ts';
import { symbolOf } from '#app/domain/city/symbols.ts';
import type { Coordinate } from '#app/domain/geometry/shapes.ts';
import type { PlacedInstitution } from './map-geometry.ts';
import { MAX_ZOOM } from './view.ts';

/** What stands on the map for institutions: one of them, or several that would lie on top of each other. */
export type InstitutionMark =
  | { readonly kind: 'single'; readonly id: InstitutionId; readonly symbol: SymbolName; readonly position: Coordinate; readonly offset: Coordinate }
  /** `symbol` is given when all of them are of one kind. */
  | { readonly kind: 'cluster'; readonly key: number; readonly count: number; readonly symbol: SymbolName | undefined; readonly position: Coordinate };

export type InstitutionClusters = {
  /** Marks at a zoom (whole steps; the same between two steps). */
  readonly at: (zoom: number) => readonly InstitutionMark[];
  /** The zoom at which a cluster falls apart. */
  readonly expansionZoom: (key: number) => number;
  readonly members: (key: number) => readonly InstitutionId[];
};

type PointProperties = { readonly id: InstitutionId; readonly symbol: SymbolName };
type ClusterProperties = { symbol: SymbolName | undefined };

/** Distance within which marks become one, in pixels. */
const RADIUS = 40;
/** From here on every institution stands alone; those at the same address are fanned out. */
const LAST_CLUSTERED_ZOOM = 15;
const FAN_RADIUS = 14;

export function clusterInstitutions(city: City, institutions: readonly PlacedInstitution[], categories: readonly CategoryId[], only?: ReadonlySet<InstitutionId>): InstitutionClusters {
  const shown = new Set(categories);
  const symbols = new Map(city.categories.map((category) => [category.id, symbolOf(category)]));
  const visible = institutions.filter(({ institution }) => shown.has(institution.category) && (only === undefined || only.has(institution.id)));
  const index = new Supercluster<PointProperties, ClusterProperties>({
    radius: RADIUS,
    // screen pixels: a zoom step of the map shows the world on 512 pixels
    extent: 512,
    maxZoom: LAST_CLUSTERED_ZOOM,
    map: ({ symbol }) => ({ symbol }),
    reduce: (all, one) => {
      if (all.symbol !== one.symbol) all.symbol = undefined;
    },
  });
  index.load(
    visible.map(({ institution, position }) => ({
      type: 'Feature' as const,
      geometry: { type: 'Point' as const, coordinates: [...position] },
      properties: { id: institution.id, symbol: symbols.get(institution.category) ?? 'other' },
    })),
  );
  const offsets = fannedOut(visible);
  const marksByZoom = new Map<number, readonly InstitutionMark[]>();
  return {
    at: (zoom) => {
      const step = Math.min(LAST_CLUSTERED_ZOOM + 1, Math.max(0, Math.floor(zoom)));
      const known = marksByZoom.get(step);
      if (known) return known;
      const marks = index.getClusters([-180, -85, 180, 85], step).map((feature): InstitutionMark => {
        const position: Coordinate = [feature.geometry.coordinates[0] ?? 0, feature.geometry.coordinates[1] ?? 0];
        const properties = feature.properties;
        if ('cluster' in properties) {
          return { kind: 'cluster', key: properties.cluster_id, count: properties.point_count, symbol: properties.symbol, position };
        }
        return { kind: 'single', id: properties.id, symbol: properties.symbol, position, offset: offsets.get(properties.id) ?? [0, 0] };
      });
      marksByZoom.set(step, marks);
      return marks;
    },
    expansionZoom: (key) => Math.min(MAX_ZOOM, index.getClusterExpansionZoom(key)),
    members: (key) => index.getLeaves(key, Infinity).map((leaf) => leaf.properties.id),
  };
}

/** Pixels by which institutions at one address move apart, evenly around it; order by id, so that they keep their places. */
function fannedOut(institutions: readonly PlacedInstitution[]): ReadonlyMap<InstitutionId, Coordinate> {
  const byPlace = new Map<string, InstitutionId[]>();
  for (const { institution, position } of institutions) {
    const key = `${position[0].toFixed(5)} ${position[1].toFixed(5)}`;
    const known = byPlace.get(key);
    if (known) known.push(institution.id);
    else byPlace.set(key, [institution.id]);
  }
  const offsets = new Map<InstitutionId, Coordinate>();
  for (const ids of byPlace.values()) {
    if (ids.length < 2) continue;
    for (const [index, id] of ids.sort().entries()) {
      const angle = (2 * Math.PI * index) / ids.length - Math.PI / 2;
      offsets.set(id, [FAN_RADIUS * Math.cos(angle), FAN_RADIUS * Math.sin(angle)]);
    }
  }
  return offsets;
}

/** Diameter of a mark on the screen, pixels. */
export const markSize = (mark: InstitutionMark): number => (mark.kind === 'single' || mark.symbol !== undefined ? 22 : mark.count < 10 ? 24 : mark.count < 100 ? 28 : 34);
