/**
 * Names on the map that never overlap: greedy, most important first. Places are pixels of the whole city at one zoom, so the
 * result does not change while the map is panned and nothing flickers.
 */
export type LabelCandidate<Id> = {
  readonly id: Id;
  /** Wordings from the longest to the shortest, lines separated by "\n"; the first that fits is taken. */
  readonly texts: readonly string[];
  readonly x: number;
  readonly y: number;
  /** Higher is placed earlier. */
  readonly priority: number;
  /** Widest label that still reads as belonging to its area, pixels. */
  readonly room: number;
  /** Distances from the anchor (positive = further down) to try for the middle of the label, best first. */
  readonly offsets: readonly number[];
};

export type PlacedLabel<Id> = { readonly id: Id; readonly text: string; readonly dy: number; readonly box: Box };
export type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
export type LabelMetrics = { readonly widthOf: (line: string) => number; readonly lineHeight: number; readonly gap: number };

export function placeLabels<Id>(
  candidates: readonly LabelCandidate<Id>[],
  obstacles: readonly Box[],
  metrics: LabelMetrics,
): readonly PlacedLabel<Id>[] {
  const taken = new BoxGrid();
  for (const obstacle of obstacles) taken.add(obstacle);
  const placed: PlacedLabel<Id>[] = [];
  for (const candidate of [...candidates].sort((a, b) => b.priority - a.priority)) {
    const label = firstFit(candidate, taken, metrics);
    if (label === undefined) continue;
    taken.add(label.box);
    placed.push(label);
  }
  return placed;
}

function firstFit<Id>(candidate: LabelCandidate<Id>, taken: BoxGrid, metrics: LabelMetrics): PlacedLabel<Id> | undefined {
  for (const text of candidate.texts) {
    const lines = text.split('\n');
    const width = Math.max(...lines.map(metrics.widthOf));
    if (width > candidate.room) continue;
    const height = lines.length * metrics.lineHeight;
    for (const offset of candidate.offsets) {
      // a second line grows away from the anchor, so that the sign beside it stays clear
      const dy = offset + (Math.sign(offset) * (height - metrics.lineHeight)) / 2;
      const box = boxAround(candidate.x, candidate.y + dy, width + 2 * metrics.gap, height + 2 * metrics.gap);
      if (!taken.touches(box)) return { id: candidate.id, text, dy, box };
    }
  }
  return undefined;
}

export const boxAround = (x: number, y: number, width: number, height: number): Box => ({
  left: x - width / 2,
  top: y - height / 2,
  right: x + width / 2,
  bottom: y + height / 2,
});

export const overlap = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/**
 * A name in the wordings it may be set in: on one line, on two lines of the most equal length (broken after a blank, a slash
 * or a hyphen), and as its short name where that is shorter.
 */
export function wordingsOf(name: string, shortName: string): readonly string[] {
  const wordings = [name, brokenInTwo(name)];
  if (shortName !== '' && shortName.length < name.length) wordings.push(shortName, brokenInTwo(shortName));
  return wordings.filter((wording): wording is string => wording !== undefined);
}

function brokenInTwo(name: string): string | undefined {
  const breaks = [...name.matchAll(/[ /\-–]/g)].map((match) => match.index);
  const middle = name.length / 2;
  const at = breaks.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0];
  if (at === undefined || at === 0 || at === name.length - 1) return undefined;
  return `${name.slice(0, name[at] === ' ' ? at : at + 1)}\n${name.slice(at + 1)}`;
}

const GRID = 96;

/** Boxes filed by the squares they touch: a question looks at a handful of boxes instead of all. */
class BoxGrid {
  private readonly squares = new Map<string, Box[]>();

  add(box: Box): void {
    for (const key of squaresOf(box)) {
      const known = this.squares.get(key);
      if (known) known.push(box);
      else this.squares.set(key, [box]);
    }
  }

  touches(box: Box): boolean {
    for (const key of squaresOf(box)) if (this.squares.get(key)?.some((other) => overlap(box, other))) return true;
    return false;
  }
}

function* squaresOf(box: Box): Iterable<string> {
  for (let x = Math.floor(box.left / GRID); x <= Math.floor(box.right / GRID); x += 1) {
    for (let y = Math.floor(box.top / GRID); y <= Math.floor(box.bottom / GRID); y += 1) yield `${x} ${y}`;
  }
}
