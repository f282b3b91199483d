import type { Coordinate } from '#app/domain/geometry/shapes.ts';
import { signedDistance } from '../ground/polyline.ts';
import type { Ground } from '../ground/ground.ts';
import { quarters, type Fabric, type QuarterPlan } from '../names/quarters.ts';
import { streetNames } from '../names/streets.ts';
import { fractalNoise } from '../noise.ts';
import { randomStream } from '../random.ts';
import type { Crosses } from './barriers.ts';
import type { Draft } from './draft.ts';

/** How streets run in a kind of quarter. Metres; `links` is the share of places where a cross street starts. */
type Pattern = { readonly step: number; readonly rows: number; readonly links: number; readonly bend: number; readonly bendLength: number; readonly gaps: number };

const patterns: Record<Fabric, Pattern> = {
  oldTown: { step: 36, rows: 54, links: 0.46, bend: 60, bendLength: 420, gaps: 0.02 },
  blocks: { step: 45, rows: 84, links: 0.44, bend: 50, bendLength: 1300, gaps: 0.012 },
  estate: { step: 47, rows: 92, links: 0.34, bend: 90, bendLength: 800, gaps: 0.048 },
  terraces: { step: 44, rows: 72, links: 0.34, bend: 110, bendLength: 900, gaps: 0.032 },
  villas: { step: 47, rows: 80, links: 0.32, bend: 150, bendLength: 760, gaps: 0.036 },
  village: { step: 46, rows: 82, links: 0.32, bend: 170, bendLength: 650, gaps: 0.048 },
  harbour: { step: 58, rows: 150, links: 0.26, bend: 60, bendLength: 1500, gaps: 0.04 },
  campus: { step: 45, rows: 82, links: 0.40, bend: 70, bendLength: 900, gaps: 0.032 },
};

/** Rows of houses with cross streets, turned and bent per quarter, only where the land is built up. */
export function localStreets(draft: Draft, ground: Ground, crosses: Crosses): void {
  const names = streetNames();
  for (const quarter of quarters) layQuarter(draft, ground, crosses, quarter, names);
}

function layQuarter(draft: Draft, ground: Ground, crosses: Crosses, quarter: QuarterPlan, names: Iterator<string, never>): void {
  const pattern = patterns[quarter.fabric];
  const random = randomStream(`streets/${quarter.key}`);
  const turn = random.between(0, Math.PI);
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const bendU = fractalNoise(`bend-u/${quarter.key}`, pattern.bendLength, 2);
  const bendV = fractalNoise(`bend-v/${quarter.key}`, pattern.bendLength, 2);
  const rowCount = Math.ceil(3600 / pattern.rows);
  const columnCount = Math.ceil(3600 / pattern.step);
  let above = new Map<number, number>();
  for (let row = -rowCount; row <= rowCount; row++) {
    const here = new Map<number, number>();
    let street: string | undefined;
    let house = 1;
    let before: number | undefined;
    for (let column = -columnCount; column <= columnCount; column++) {
      const [u0, v0] = [column * pattern.step, row * pattern.rows];
      const [u, v] = [u0 + pattern.bend * bendU(u0, v0), v0 + pattern.bend * bendV(u0, v0)];
      const at: Coordinate = [quarter.x + u * cos - v * sin, quarter.y + u * sin + v * cos];
      const gap = random.unit() < pattern.gaps;
      if (gap || !buildable(ground, quarter, at) || draft.near(at, 26) !== undefined) {
        before = undefined;
        continue;
      }
      street ??= names.next().value;
      const node = draft.add({ at, patch: quarter.key, street, number: house });
      house += 4;
      here.set(column, node);
      if (before !== undefined && !crosses((draft.nodes[before] as { at: Coordinate }).at, at)) draft.link(before, node);
      before = node;
      const upper = above.get(column);
      if (upper !== undefined && random.unit() < pattern.links && !crosses((draft.nodes[upper] as { at: Coordinate }).at, at)) draft.link(upper, node);
    }
    above = here;
  }
}

function buildable(ground: Ground, quarter: QuarterPlan, at: Coordinate): boolean {
  if (ground.quarterAt(...at) !== quarter.key) return false;
  const land = ground.landAt(...at);
  return (land === 'home' || land === 'works') && Math.abs(signedDistance(ground.river, ...at)) > 75;
}
