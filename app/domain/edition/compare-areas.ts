import type { Area, City } from '../city/city.ts';
import { transformation } from '../geometry/crs.ts';
import { intersectionOf } from '../geometry/overlay.ts';
import { areaOf, boundsOf } from '../geometry/shape-measures.ts';
import type { BoundingBox, Coordinate, MultiPolygon } from '../geometry/shapes.ts';
import { fieldChanges, matched } from './compare-items.ts';
import type { AreaChange, AreaName, AreasComparison, CutChange, LandTransfer } from './edition-comparison.ts';

/** Below this nothing was moved: m². Half a millimetre along the borders of a large quarter, which is how exactly outlines are laid over each other. */
const NOTHING_MOVED = 1;

/** Areas by key. Outlines are laid over each other only where their corners differ, so equal editions cost nothing. */
export function compareAreas(older: City, newer: City): AreasComparison {
  const moved = intoSystemOf(older, newer);
  const { added, gone, both } = matched(older.areas, newer.areas.map((area) => withShapes(area, moved)), ({ id }) => id);
  const changed = both.flatMap(([before, after]): readonly AreaChange[] => {
    const fields = fieldChanges(before, after, ['name', 'shortName', 'level', 'parent', 'validFrom', 'validTo']);
    const cut = cutBetween(before.shape, after.shape);
    const residential = cutBetween(before.residential, after.residential);
    return fields.length === 0 && cut === undefined && residential === undefined ? [] : [{ ...named(after), fields, cut, residential }];
  });
  const recut = new Set(changed.filter(({ cut }) => cut?.kind === 'recut').map(({ id }) => id));
  const touched = (area: Area, lone: readonly Area[]): boolean => recut.has(area.id) || lone.includes(area);
  return {
    added: added.map(named),
    gone: gone.map(named),
    changed,
    transfers: transfersBetween(
      [...gone, ...both.map(([before]) => before)].filter((area) => touched(area, gone)),
      [...added, ...both.map(([, after]) => after)].filter((area) => touched(area, added)),
    ),
  };
}

const named = ({ id, name, level }: Area): AreaName => ({ id, name, level });

type Move = ((coordinate: Coordinate) => Coordinate) | undefined;

/** Editions in different zones are compared in the older one's; undefined where nothing has to be moved. */
export const intoSystemOf = (older: City, newer: City): Move =>
  older.manifest.crs === newer.manifest.crs ? undefined : transformation(newer.manifest.crs, older.manifest.crs);

const withShapes = (area: Area, move: Move): Area =>
  move === undefined ? area : { ...area, shape: movedShape(area.shape, move), residential: area.residential && movedShape(area.residential, move) };

const movedShape = (shape: MultiPolygon, move: (coordinate: Coordinate) => Coordinate): MultiPolygon => shape.map((polygon) => polygon.map((ring) => ring.map(move)));

/** Undefined when every corner is the same; a shape that only one edition has counts whole. */
function cutBetween(older: MultiPolygon | undefined, newer: MultiPolygon | undefined): CutChange | undefined {
  if (older === newer || (older !== undefined && newer !== undefined && sameCorners(older, newer))) return undefined;
  const [before, after] = [areaOf(older ?? []), areaOf(newer ?? [])];
  const common = before === 0 || after === 0 ? 0 : areaOf(intersectionOf(older ?? [], newer ?? []));
  const squareMetres = Math.max(0, before + after - 2 * common);
  return { kind: squareMetres < NOTHING_MOVED ? 'redrawn' : 'recut', squareMetres: Math.round(squareMetres), share: before > 0 ? squareMetres / before : undefined };
}

function sameCorners(one: MultiPolygon, other: MultiPolygon): boolean {
  const [a, b] = [one.flat(), other.flat()];
  return (
    one.length === other.length &&
    a.length === b.length &&
    one.every((polygon, index) => polygon.length === other[index]!.length) &&
    a.every((ring, index) => ring.length === b[index]!.length && ring.every(([x, y], corner) => x === b[index]![corner]![0] && y === b[index]![corner]![1]))
  );
}

function transfersBetween(older: readonly Area[], newer: readonly Area[]): readonly LandTransfer[] {
  const targets = newer.map((area) => ({ area, box: boundsOf(area.shape) }));
  const transfers = older.flatMap((from) => {
    const box = boundsOf(from.shape);
    const whole = areaOf(from.shape);
    return targets.flatMap(({ area: to, box: other }): readonly LandTransfer[] => {
      if (to.id === from.id || to.level !== from.level || box === undefined || other === undefined || !overlap(box, other)) return [];
      const squareMetres = areaOf(intersectionOf(from.shape, to.shape)) - stayed(older, newer, from, to);
      return squareMetres < NOTHING_MOVED ? [] : [{ level: from.level, from: from.id, to: to.id, squareMetres: Math.round(squareMetres), share: whole > 0 ? squareMetres / whole : undefined }];
    });
  });
  return transfers.sort((a, b) => (a.from === b.from ? (a.to < b.to ? -1 : 1) : a.from < b.from ? -1 : 1));
}

/** Areas of one level may overlap in a poor file; what the two shared before and still share has not moved. */
function stayed(older: readonly Area[], newer: readonly Area[], from: Area, to: Area): number {
  const toBefore = older.find(({ id }) => id === to.id);
  const fromAfter = newer.find(({ id }) => id === from.id);
  if (toBefore === undefined || fromAfter === undefined) return 0;
  const before = intersectionOf(from.shape, toBefore.shape);
  return before.length === 0 ? 0 : areaOf(intersectionOf(before, intersectionOf(fromAfter.shape, to.shape)));
}

const overlap = (one: BoundingBox, other: BoundingBox): boolean => one.minX <= other.maxX && other.minX <= one.maxX && one.minY <= other.maxY && other.minY <= one.maxY;
