/**
 * The two patterns of areas without a class, in pixels of the screen (points on paper): slanted lines say "keine Zuordnung",
 * a grid of dots says "geheim". Screen map, legend and printed map draw them from here.
 */
export const HATCHES = {
  noClass: { kind: 'lines', angle: 45, stroke: 1.2, gap: 5 },
  confidential: { kind: 'dots', radius: 1.1, gap: 4 },
} as const;

export type HatchName = keyof typeof HATCHES;
