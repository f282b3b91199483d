/**
 * Colours of maps and their legends, the same on screen, on paper and in slides. Proof that they hold for colour-blind readers,
 * in grey print and against their outlines: `palette.test.ts`. Data has the only strong colour; everything around it is pale.
 */
type Rgb = readonly [red: number, green: number, blue: number];

/**
 * Status of a quarter: one sequential ramp, light for high (low poverty risk) to dark for very low (high poverty risk). Sand to
 * plum: no red beside green, and far from water, parks and the accent of the surface.
 */
export const STATUS_FILL = {
  high: [250, 233, 204],
  middle: [238, 169, 132],
  low: [190, 93, 119],
  veryLow: [83, 49, 105],
} as const satisfies Record<string, Rgb>;

/**
 * Share of people reached, five classes. Dark is where few are reached: on every map of the house the dark areas are the ones
 * to look at.
 */
export const REACHED_FILL = {
  from80: [245, 242, 211],
  from60: [163, 210, 173],
  from40: [68, 167, 165],
  from20: [0, 116, 145],
  below20: [2, 65, 116],
} as const satisfies Record<string, Rgb>;

/**
 * A single indicator, at most five classes of one hue from light to dark. Violet is nothing else on the map: not water, not
 * parks, not the petrol of institutions. Dark is the heavier burden where the indicator has one.
 */
export const INDICATOR_FILL = [
  [242, 240, 248],
  [201, 194, 229],
  [154, 138, 205],
  [106, 81, 167],
  [59, 22, 110],
] as const satisfies readonly Rgb[];

/** Areas that carry no class; the pattern on them, not the grey, tells them apart. */
export const NEUTRAL_FILL = {
  noClass: [236, 238, 240],
  confidential: [255, 255, 255],
  /** Nobody of the asked group lives here: neither reached nor unreached. */
  nobody: [217, 222, 226],
  /** Map without a theme. */
  plain: [247, 245, 240],
} as const satisfies Record<string, Rgb>;

/** Lines of the two patterns on areas without a class. */
export const HATCH_LINE: Rgb = [92, 103, 113];

/** Borders are a line on a lighter casing, so that one of the two shows on every fill. */
export const OUTLINE = {
  line: [55, 68, 79],
  casing: [255, 255, 255],
  city: [29, 40, 49],
} as const satisfies Record<string, Rgb>;

/** Ring around what is selected or under the pointer: dark on white, seen on any fill. */
export const RING = {
  selected: [0, 84, 92],
  selectedCasing: [255, 255, 255],
  hovered: [29, 40, 49],
  highlighted: [110, 54, 0],
} as const satisfies Record<string, Rgb>;

/** The quiet map below and around the data. */
export const GROUND = {
  page: [238, 240, 242],
  water: [201, 216, 226],
  waterLine: [158, 181, 196],
  green: [222, 232, 214],
  builtUp: [233, 229, 222],
  rail: [124, 132, 140],
  railTie: [255, 255, 255],
  mainRoad: [255, 255, 255],
  mainRoadCasing: [160, 167, 174],
  other: [150, 150, 150],
} as const satisfies Record<string, Rgb>;

/** Words and trend signs on the map: dark on a light halo. */
export const LETTERING = {
  ink: [29, 40, 49],
  halo: [255, 255, 255],
} as const satisfies Record<string, Rgb>;

/** Institutions: one colour for all categories, the symbol tells them apart. */
export const INSTITUTION = {
  disc: [0, 84, 92],
  discCitywide: [92, 103, 113],
  glyph: [255, 255, 255],
  ring: [255, 255, 255],
} as const satisfies Record<string, Rgb>;

/** Reach of offers: the outline of the union of circles. */
export const REACH = {
  line: [0, 84, 92],
  casing: [255, 255, 255],
} as const satisfies Record<string, Rgb>;
