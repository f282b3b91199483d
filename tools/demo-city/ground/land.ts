import { greenPlaces, settlementPlaces, worksPlaces } from '../names/landscape.ts';
import { fractalNoise } from '../noise.ts';
import type { Mesh } from './mesh.ts';
import type { Tag } from './mesh-along.ts';
import { signedDistance, type Line } from './polyline.ts';
import type { Labels } from './shapes-of-labels.ts';

export type Land = 'home' | 'works' | 'green' | 'lake' | 'bank' | 'track' | 'field';

type Place = { readonly x: number; readonly y: number; readonly wide: number; readonly high: number; readonly turn: number };
/** Below 1 inside a settlement. */
export const settledAt = (x: number, y: number) => Math.min(...settlementPlaces.map((place) => reachIn(place, x, y)));

/** 0 in the middle of an ellipse, 1 on its edge. */
function reachIn(place: Place, x: number, y: number): number {
  const [dx, dy] = [x - place.x, y - place.y];
  const [cos, sin] = [Math.cos(place.turn), Math.sin(place.turn)];
  return Math.hypot((dx * cos + dy * sin) / place.wide, (-dx * sin + dy * cos) / place.high);
}

/** Lines the use of land depends on. */
type Lines = { readonly river: Line; readonly roads: readonly { readonly line: Line }[] };

/** What each cell of the city is used for, and the name of the place it belongs to. */
export function labelLand(mesh: Mesh, tags: readonly Tag[], quarterLabels: Labels, lines: Lines) {
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
