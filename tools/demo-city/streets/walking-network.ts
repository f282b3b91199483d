import type { Coordinate } from '#app/domain/geometry/shapes.ts';
import type { Ground } from '../ground/ground.ts';
import { footCrossings } from '../names/landscape.ts';
import { randomStream } from '../random.ts';
import { barriersOf } from './barriers.ts';
import { Draft, type Walk, type WalkEdge } from './draft.ts';
import { joinUp } from './join-up.ts';
import { localStreets } from './local-streets.ts';
import { Parts } from './parts.ts';

/** Main roads, local streets, paths through parks and fields; river and railway are crossed on main roads and footbridges only. */
export function walkingNetwork(ground: Ground): Walk {
  const crosses = barriersOf([ground.river, ground.rail]);
  const draft = new Draft();
  layMainRoads(draft, ground);
  layFootCrossings(draft);
  localStreets(draft, ground, crosses);
  scatterPaths(draft, ground);
  joinUp(draft, crosses);
  return largestPart(draft);
}

function layMainRoads(draft: Draft, ground: Ground): void {
  for (const road of ground.roads) {
    let before: number | undefined;
    const own: number[] = [];
    road.line.forEach((at, i) => {
      if (ground.quarterAt(...at) === undefined) return (before = undefined);
      const met = draft.near(at, 36);
      const node = met !== undefined && !own.includes(met) ? met : draft.add({ at, patch: 'main', street: road.name, number: i * 3 + 1 });
      if (before !== undefined) draft.link(before, node);
      own.splice(0, Math.max(0, own.length - 3));
      own.push(node);
      before = node;
      return undefined;
    });
  }
}

function layFootCrossings(draft: Draft): void {
  footCrossings.forEach(([a, b], i) => {
    const patch = `crossing-${i}`;
    draft.link(draft.add({ at: a, patch, street: undefined, number: 0 }), draft.add({ at: b, patch, street: undefined, number: 0 }), false);
  });
}

/** Loose points in parks and fields; `joinUp` makes paths of them. */
function scatterPaths(draft: Draft, ground: Ground): void {
  const random = randomStream('paths');
  for (let x = -6500; x < 6500; x += 92) for (let y = -7200; y < 7200; y += 92) {
    const at: Coordinate = [x + random.between(-34, 34), y + random.between(-34, 34)];
    const lot = random.unit();
    const land = ground.landAt(...at);
    const share = land === 'green' ? 0.85 : land === 'field' ? 0.1 : 0;
    if (lot < share && draft.near(at, 45) === undefined) draft.add({ at, patch: land === 'green' ? 'green' : 'field', street: undefined, number: 0 });
  }
}

/** Leaves out the few nodes no path reaches. */
function largestPart(draft: Draft): Walk {
  const parts = new Parts(draft.nodes.length);
  for (const edge of draft.edges) parts.merge(edge.start, edge.end);
  const sizes = new Map<number, number>();
  draft.nodes.forEach((_, node) => sizes.set(parts.find(node), (sizes.get(parts.find(node)) ?? 0) + 1));
  const main = [...sizes].sort((a, b) => b[1] - a[1])[0]?.[0];
  const renumbered = new Map<number, number>();
  draft.nodes.forEach((_, node) => {
    if (parts.find(node) === main) renumbered.set(node, renumbered.size);
  });
  const edges: WalkEdge[] = [];
  for (const edge of draft.edges) {
    const [start, end] = [renumbered.get(edge.start), renumbered.get(edge.end)];
    if (start !== undefined && end !== undefined) edges.push({ ...edge, start, end });
  }
  return { nodes: draft.nodes.filter((_, node) => renumbered.has(node)), edges };
}
