import type { Coordinate } from '#app/domain/geometry/shapes.ts';
import { textWidth, wrapText } from '../svg/svg-text.ts';
import { contains, overlaps, type Rectangle } from './sheet-frame.ts';

export type LabelWish = {
  readonly text: string;
  /** Where the label belongs, drawing units. */
  readonly anchor: Coordinate;
  /** Room the area offers around the anchor, drawing units; a label much wider than its area is moved or left out. */
  readonly room: { readonly width: number; readonly height: number };
  /** Labels of a higher rank are placed first. */
  readonly rank: number;
  /** Height of the sign above the text; 0 without a sign. */
  readonly signHeight: number;
};

export type PlacedLabel = {
  readonly wish: LabelWish;
  readonly lines: readonly string[];
  readonly fontSize: number;
  readonly box: Rectangle;
  /** Middle of the first line's baseline. */
  readonly baseline: Coordinate;
};

/**
 * Sets labels so that none touches another, an obstacle or the frame. Each is tried at its place, then shifted a little,
 * then smaller; one that finds no place is left out (the table names every area).
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  frame: Rectangle,
  obstacles: readonly Rectangle[],
  fontSizes: readonly number[],
  /** Things a label covers only when it finds no other place. */
  avoided: readonly Rectangle[] = [],
): readonly PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  const taken: Rectangle[] = [...obstacles];
  const ordered = wishes.map((wish, index) => ({ wish, index })).sort((a, b) => b.wish.rank - a.wish.rank || a.index - b.index);
  for (const { wish } of ordered) {
    const label = firstFit(wish, frame, [...taken, ...avoided], fontSizes) ?? firstFit(wish, frame, taken, fontSizes);
    if (label === undefined) continue;
    placed.push(label);
    taken.push(label.box);
  }
  return placed;
}

function firstFit(wish: LabelWish, frame: Rectangle, taken: readonly Rectangle[], fontSizes: readonly number[]): PlacedLabel | undefined {
  for (const fontSize of fontSizes) {
    const lines = wrapText(wish.text, Math.max(wish.room.width * 0.95, fontSize * 5), fontSize);
    const width = Math.max(...lines.map((line) => textWidth(line, fontSize, true))) + 4;
    const lineHeight = fontSize * 1.12;
    const height = lines.length * lineHeight + 2;
    for (const [dx, dy] of shifts(wish, fontSize)) {
      const x = wish.anchor[0] + dx - width / 2;
      const top = wish.anchor[1] + dy - height / 2 + wish.signHeight / 2;
      const box = { x, y: top, width, height };
      if (!contains(frame, box) || taken.some((other) => overlaps(other, box))) continue;
      return { wish, lines, fontSize, box, baseline: [wish.anchor[0] + dx, top + fontSize * 0.95] };
    }
  }
  return undefined;
}

function shifts(wish: LabelWish, fontSize: number): readonly Coordinate[] {
  const stepX = Math.min(wish.room.width * 0.18, fontSize * 2);
  const stepY = Math.min(wish.room.height * 0.2, fontSize * 1.5);
  return [
    [0, 0], [0, stepY], [0, -stepY], [stepX, 0], [-stepX, 0], [stepX, stepY], [-stepX, stepY], [stepX, -stepY], [-stepX, -stepY],
    [0, 2 * stepY], [0, -2 * stepY], [2 * stepX, 0], [-2 * stepX, 0],
  ];
}
