import type { MultiPolygon } from '#app/domain/geometry/shapes.ts';
import { harbourRailControls, mainRoads, railControls, riverControls, streamControls } from '../names/landscape.ts';
import { labelLabourDistricts, labelQuarters } from './label-areas.ts';
import { labelLand, type Land } from './land.ts';
import { meshAlong } from './mesh-along.ts';
import { smoothLine, type Line } from './polyline.ts';
import { drawingOf } from './shapes-of-labels.ts';
import { tidy } from './tidy.ts';

/** What lies where, in metres around the market square. */
export type Ground = {
  readonly river: Line;
  readonly riverHalfWidth: (index: number) => number;
  readonly rail: Line;
  readonly harbourRail: Line;
  readonly streams: readonly { readonly name: string; readonly line: Line }[];
  readonly roads: readonly { readonly name: string; readonly line: Line }[];
  readonly quarters: ReadonlyMap<string, MultiPolygon>;
  readonly districts: ReadonlyMap<string, MultiPolygon>;
  readonly labourDistricts: ReadonlyMap<string, MultiPolygon>;
  readonly city: MultiPolygon;
  /** By quarter key. */
  readonly residential: ReadonlyMap<string, MultiPolygon>;
  /** By name of the place. */
  readonly green: ReadonlyMap<string, MultiPolygon>;
  readonly works: ReadonlyMap<string, MultiPolygon>;
  readonly builtUp: MultiPolygon;
  readonly quarterAt: (x: number, y: number) => string | undefined;
  readonly landAt: (x: number, y: number) => Land | undefined;
};
export function layGround(): Ground {
  const river = smoothLine(riverControls, 62);
  const rail = smoothLine(railControls, 62);
  const roads = mainRoads.map((road) => ({ name: road.name, line: smoothLine(road.line, 50) }));
  const { mesh, tags } = meshAlong(river, rail);
  const quarterLabels = tidy(mesh, labelQuarters(mesh, river, rail));
  const labourLabels = tidy(mesh, labelLabourDistricts(mesh, quarterLabels));
  const { land, places } = labelLand(mesh, tags, quarterLabels, { river, roads });
  const homes = quarterLabels.map((quarter, cell) => (land[cell] === 'home' ? quarter : undefined));
  const pinned = (wall: { left: number; right: number }) => {
    const [left, right] = [tags[wall.left], tags[wall.right]];
    return left !== undefined && right !== undefined && left.line === right.line && left.side !== right.side && left.index === right.index;
  };
  const draw = drawingOf(mesh, [{ labels: quarterLabels, weight: 4 }, { labels: labourLabels, weight: 1 }, { labels: land, weight: 1 }, { labels: places, weight: 1 }], pinned);
  const inCity = quarterLabels.map((quarter) => (quarter === undefined ? undefined : 'city'));
  const only = (kind: Land) => places.map((place, cell) => (land[cell] === kind || (kind === 'green' && land[cell] === 'lake') ? place : undefined));
  return {
    river, riverHalfWidth: (index) => 34 + (index / river.length) * 26, rail, harbourRail: smoothLine(harbourRailControls, 60), roads,
    streams: streamControls.map((stream) => ({ name: stream.name, line: smoothLine(stream.line, 40) })),
    quarters: draw(quarterLabels),
    districts: draw(quarterLabels.map((quarter) => quarter?.slice(0, 1))),
    labourDistricts: draw(labourLabels),
    city: draw(inCity).get('city') ?? [],
    residential: draw(homes),
    green: draw(only('green')),
    works: draw(only('works')),
    builtUp: draw(land.map((kind) => (kind === 'home' || kind === 'works' ? 'built' : undefined))).get('built') ?? [],
    quarterAt: (x, y) => quarterLabels[mesh.cellAt(x, y)],
    landAt: (x, y) => land[mesh.cellAt(x, y)],
  };
}
