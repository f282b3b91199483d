import type { Coordinate, MultiPolygon } from '#app/domain/geometry/shapes.ts';
import { greenPlaces, harbourRailControls, streamControls, mainRoads, railControls, riverControls, settlementPlaces, worksPlaces } from '../names/landscape.ts';
import { labourDistricts, quarters } from '../names/quarters.ts';
import { fractalNoise } from '../noise.ts';
import { randomStream } from '../random.ts';
import { buildMesh, type Mesh } from './mesh.ts';
import { distance, offsetLine, signedDistance, smoothLine, type Line } from './polyline.ts';
import { drawingOf, type Labels } from './shapes-of-labels.ts';

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
export type Land = 'home' | 'works' | 'green' | 'lake' | 'bank' | 'track' | 'field';

const REACH = { x: 6350, y: 6900 };
const CELL = 92;

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
  const draw = drawingOf(mesh, [{ labels: quarterLabels, weight: 4 }, { labels: labourLabels, weight: 3 }, { labels: land, weight: 1 }, { labels: places, weight: 1 }], pinned);
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

type Tag = { readonly line: 'river' | 'rail'; readonly side: 1 | -1; readonly index: number } | undefined;

/** A jittered field of cells, with pairs of cells along river and railway so that a wall runs exactly in the middle of each. */
function meshAlong(river: Line, rail: Line): { mesh: Mesh; tags: Tag[] } {
  const random = randomStream('mesh');
  const cells: Coordinate[] = [];
  const tags: Tag[] = [];
  const pairs = (line: Line, name: 'river' | 'rail', gap: number, keep: (point: Coordinate) => boolean) => {
    const [left, right] = [offsetLine(line, () => gap), offsetLine(line, () => -gap)];
    line.forEach((point, index) => {
      if (!keep(point)) return;
      cells.push(left[index] as Coordinate, right[index] as Coordinate);
      tags.push({ line: name, side: 1, index }, { line: name, side: -1, index });
    });
  };
  pairs(river, 'river', 48, () => true);
  pairs(rail, 'rail', 36, ([x, y]) => Math.abs(signedDistance(river, x, y)) > 130);
  const fixed = cells.slice();
  const taken = new Map<string, Coordinate[]>();
  const bin = (x: number, y: number) => `${Math.floor(x / 120)},${Math.floor(y / 120)}`;
  for (const cell of fixed) taken.set(bin(...cell), [...(taken.get(bin(...cell)) ?? []), cell]);
  const crowded = (point: Coordinate) => {
    for (let dx = -120; dx <= 120; dx += 120) for (let dy = -120; dy <= 120; dy += 120) {
      if (taken.get(bin(point[0] + dx, point[1] + dy))?.some((other) => distance(other, point) < 70)) return true;
    }
    return false;
  };
  for (let row = 0, y = -REACH.y - 1300; y < REACH.y + 1300; y += CELL * 0.87, row++) {
    for (let x = -REACH.x - 1300 + (row % 2) * CELL * 0.5; x < REACH.x + 1300; x += CELL) {
      const point: Coordinate = [x + random.between(-0.27, 0.27) * CELL, y + random.between(-0.27, 0.27) * CELL];
      if (!crowded(point)) {
        cells.push(point);
        tags.push(undefined);
      }
    }
  }
  return { mesh: buildMesh(cells), tags };
}

function labelQuarters(mesh: Mesh, river: Line, rail: Line): (string | undefined)[] {
  const bendX = fractalNoise('bend-x', 1300, 3);
  const bendY = fractalNoise('bend-y', 1300, 3);
  const edge = fractalNoise('edge-16', 3600, 3);
  const corners = fractalNoise('edge-corners', 1050, 2);
  return mesh.cells.map(([x, y]) => {
    const angleReach = Math.hypot(x / REACH.x, y / REACH.y);
    if (angleReach > 0.93 + 0.19 * edge(x, y) + 0.035 * corners(x, y) && settledAt(x, y) > 1.62 + 0.16 * edge(x, y) + 0.1 * corners(x, y)) return undefined;
    const bank = signedDistance(river, x, y) > 0 ? 'south' : 'north';
    const side = signedDistance(rail, x, y) > 0 ? 'west' : 'east';
    const [px, py] = [x + 310 * bendX(x, y), y + 310 * bendY(x, y)];
    let best: string | undefined;
    let least = Infinity;
    for (const quarter of quarters) {
      if (quarter.bank !== bank || quarter.side !== side) continue;
      const cost = Math.hypot(px - quarter.x, py - quarter.y) / quarter.reach;
      if (cost < least) [best, least] = [quarter.key, cost];
    }
    return best;
  });
}

function labelLabourDistricts(mesh: Mesh, quarterLabels: Labels): (string | undefined)[] {
  const bendX = fractalNoise('labour-x', 1900, 3);
  const bendY = fractalNoise('labour-y', 1900, 3);
  return mesh.cells.map(([x, y], cell) => {
    if (quarterLabels[cell] === undefined) return undefined;
    const [px, py] = [x + 300 * bendX(x, y), y + 300 * bendY(x, y)];
    return nearest(labourDistricts, px, py);
  });
}

function nearest(places: readonly { key: string; x: number; y: number }[], x: number, y: number): string | undefined {
  let best: string | undefined;
  let least = Infinity;
  for (const place of places) {
    const gap = Math.hypot(x - place.x, y - place.y);
    if (gap < least) [best, least] = [place.key, gap];
  }
  return best;
}

/** Every label one connected piece: smaller pieces go to the neighbour with most common walls. */
function tidy(mesh: Mesh, labels: (string | undefined)[]): (string | undefined)[] {
  const result = labels.slice();
  for (let round = 0; round < 4; round++) {
    const pieces = piecesOf(mesh, result);
    const largest = new Map<string | undefined, number>();
    for (const piece of pieces) largest.set(piece.label, Math.max(largest.get(piece.label) ?? 0, piece.cells.length));
    const strays = pieces.filter((piece) => piece.cells.length < (largest.get(piece.label) ?? 0));
    if (strays.length === 0) break;
    for (const piece of strays) {
      const votes = new Map<string | undefined, number>();
      for (const cell of piece.cells) for (const other of mesh.neighbours[cell] ?? []) {
        if (result[other] !== piece.label) votes.set(result[other], (votes.get(result[other]) ?? 0) + 1);
      }
      const winner = [...votes].sort((a, b) => b[1] - a[1])[0]?.[0];
      for (const cell of piece.cells) result[cell] = winner;
    }
  }
  return result;
}

function piecesOf(mesh: Mesh, labels: Labels): { label: string | undefined; cells: number[] }[] {
  const seen = new Uint8Array(labels.length);
  const pieces: { label: string | undefined; cells: number[] }[] = [];
  for (let start = 0; start < labels.length; start++) {
    if (seen[start]) continue;
    const cells = [start];
    seen[start] = 1;
    for (const cell of cells) for (const other of mesh.neighbours[cell] ?? []) {
      if (!seen[other] && labels[other] === labels[start]) {
        seen[other] = 1;
        cells.push(other);
      }
    }
    pieces.push({ label: labels[start], cells });
  }
  return pieces;
}

type Place = { readonly x: number; readonly y: number; readonly wide: number; readonly high: number; readonly turn: number };
/** Below 1 inside a settlement. */
const settledAt = (x: number, y: number) => Math.min(...settlementPlaces.map((place) => reachIn(place, x, y)));

/** 0 in the middle of an ellipse, 1 on its edge. */
function reachIn(place: Place, x: number, y: number): number {
  const [dx, dy] = [x - place.x, y - place.y];
  const [cos, sin] = [Math.cos(place.turn), Math.sin(place.turn)];
  return Math.hypot((dx * cos + dy * sin) / place.wide, (-dx * sin + dy * cos) / place.high);
}

type Lines = { readonly river: Line; readonly roads: Ground['roads'] };

function labelLand(mesh: Mesh, tags: readonly Tag[], quarterLabels: Labels, lines: Lines) {
  const ragged = fractalNoise('land', 620, 3);
  const land: (Land | undefined)[] = [];
  const places: (string | undefined)[] = [];
  mesh.cells.forEach(([x, y], cell) => {
    const [kind, place] = quarterLabels[cell] === undefined ? [undefined, undefined] : landOf(x, y, tags[cell], ragged(x, y), lines);
    land.push(kind);
    places.push(place);
  });
  return { land: smoothLand(mesh, land, places), places };
}

function landOf(x: number, y: number, tag: Tag, ragged: number, lines: Lines): [Land, string | undefined] {
  if (tag?.line === 'river') return ['bank', undefined];
  if (tag?.line === 'rail') return ['track', undefined];
  const green = greenPlaces.filter((place) => reachIn(place, x, y) < 1 + (place.kind === 'wood' ? 0.34 : 0.16) * ragged);
  const lake = green.find((place) => place.kind === 'lake');
  if (lake !== undefined) return ['lake', lake.name];
  if (green[0] !== undefined) return ['green', green[0].name];
  const works = worksPlaces.find((place) => reachIn(place, x, y) < 1 + 0.14 * ragged);
  if (works !== undefined) return ['works', works.name];
  const settled = settledAt(x, y);
  const byRoad = settled < 1.9 && Math.min(...lines.roads.map((road) => Math.abs(signedDistance(road.line, x, y)))) < 170;
  if (settled < 1.08 + 0.2 * ragged || (byRoad && settled < 1.35 + 0.3 * ragged)) return ['home', undefined];
  const shore = Math.abs(signedDistance(lines.river, x, y));
  return shore < 330 + 160 * ragged ? ['green', x < 0 ? 'Halmauen West' : 'Halmauen Ost'] : ['field', undefined];
}

/** Single cells of houses in the fields, and holes of one cell, disappear. */
function smoothLand(mesh: Mesh, land: readonly (Land | undefined)[], places: (string | undefined)[]): (Land | undefined)[] {
  let current = land.slice();
  for (let round = 0; round < 2; round++) {
    const before = current;
    current = before.map((kind, cell) => {
      if (kind !== 'home' && kind !== 'field') return kind;
      const around = (mesh.neighbours[cell] ?? []).map((other) => before[other]);
      const homes = around.filter((other) => other === 'home' || other === 'works').length;
      if (kind === 'home' && homes <= 1) return 'field';
      if (kind === 'field' && homes >= around.length - 2) return 'home';
      return kind;
    });
  }
  current.forEach((kind, cell) => {
    if (kind === 'home' || kind === 'field') places[cell] = undefined;
  });
  return current;
}
