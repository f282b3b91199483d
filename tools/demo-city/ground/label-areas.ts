import { labourDistricts, quarters } from '../names/quarters.ts';
import { fractalNoise } from '../noise.ts';
import { settledAt } from './land.ts';
import type { Mesh } from './mesh.ts';
import { REACH } from './mesh-along.ts';
import { signedDistance, type Line } from './polyline.ts';
import type { Labels } from './shapes-of-labels.ts';

/** The nearest quarter on the right side of river and railway, measured in a bent plane; nothing outside the city. */
export function labelQuarters(mesh: Mesh, river: Line, rail: Line): (string | undefined)[] {
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

/** Arbeitsmarktbezirke know neither river nor quarters. */
export function labelLabourDistricts(mesh: Mesh, quarterLabels: Labels): (string | undefined)[] {
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
