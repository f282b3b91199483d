import type { Area, StreetNetwork } from '#app/domain/city/city.ts';
import type { MultiPolygon } from '#app/domain/geometry/shapes.ts';
import { areasWithoutStreets } from '#app/domain/network/areas-without-streets.ts';
import { buildWalkingNetwork } from '#app/domain/network/build-walking-network.ts';
import { networkReport } from '#app/domain/network/network-report.ts';
import type { OsmExtract } from '../source/osm-extract.ts';
import type { PlacingContext } from './build-context.ts';
import { streetsFromTables } from './streets-from-tables.ts';

/** Streets this far beyond the city, in metres, are kept: the way to the next quarter may lead around outside. */
export const STREET_MARGIN = 1_000;

/** The extract of a file of the recipe; undefined (and reported) for files of other kinds. */
export function extractOf({ contents, log }: PlacingContext, file: string, part: 'streets' | 'context'): OsmExtract | undefined {
  const content = contents.get(file)?.content;
  if (content === undefined) return undefined;
  if (content.kind === 'osm') return content.extract;
  log.error(part, file, 'notAnExtract', { file });
  return undefined;
}

/** The walking network within and around the city. Largest part, islands and barriers go into the report. */
export function buildStreets(context: PlacingContext, outline: MultiPolygon, areas: readonly Pick<Area, 'id' | 'name' | 'shape'>[]): StreetNetwork | undefined {
  const { recipe, log, crs } = context;
  if (recipe.streetTables !== undefined) return streetsFromTables(context, recipe.streetTables);
  const extract = recipe.streets && extractOf(context, recipe.streets.osm, 'streets');
  if (extract === undefined) return undefined;
  const built = buildWalkingNetwork(extract, { crs, within: outline.length === 0 ? undefined : { outline, margin: STREET_MARGIN } });
  const report = networkReport(built);
  const { nodes, edges, components, largestShare, metres, barrierCount } = report;
  log.streets = { nodes, edges, components, largestShare, metres: Math.round(metres), barriers: barrierCount };
  if (nodes === 0) {
    log.error('streets', 'streets', 'streetsEmpty');
    return undefined;
  }
  log.decision('streets', 'streets', 'streetsBuilt', { nodes, edges, kilometres: Math.round(metres / 1_000), outside: report.edgesOutside }, report.waysLeftOut.map(({ highway, count }) => `${highway} (${count})`));
  const bare = areasWithoutStreets(areas, built.network);
  if (bare.length > 0) log.warning('streets', 'streets', 'areasWithoutStreets', { count: bare.length }, bare.map(({ id, name }) => `${name} (${id})`));
  if (components > 1) {
    const list = report.islands.map((island) => `${Math.round(island.metres)} m: ${Math.round(island.x)} ${Math.round(island.y)}`);
    (largestShare < 0.9 ? log.warning : log.decision)('streets', 'streets', 'streetIslands', { count: components - 1, share: Math.round(largestShare * 1_000) / 10, small: report.smallIslands.count }, list);
  }
  if (barrierCount > 0) log.decision('streets', 'streets', 'streetBarriers', { count: barrierCount }, report.barriers.map(({ kind, count, closed }) => `${kind} (${count}, ${closed})`));
  return built.network;
}
