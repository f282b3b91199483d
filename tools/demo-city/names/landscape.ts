import type { Coordinate } from '#app/domain/geometry/shapes.ts';

/** Invented landscape of Halmstedt. All coordinates in kilometres east and north of the market square. */
type Kilometres = readonly (readonly [number, number])[];
const metres = (line: Kilometres): Coordinate[] => line.map(([x, y]) => [x * 1000, y * 1000]);

/** The Halm flows from the south-east to the north-west. */
export const riverControls = metres([
  [8.2, -3.9], [6.6, -3.1], [5.6, -2.1], [4.5, -1.85], [3.7, -1.05], [2.75, -0.95], [2.2, -0.25], [1.65, 0.42], [0.8, 0.62], [0.05, 0.42],
  [-0.65, 0.5], [-1.15, 1.05], [-1.35, 1.75], [-2.1, 2.1], [-2.95, 2.05], [-3.6, 2.65], [-4.5, 3.0], [-5.3, 3.75], [-6.5, 4.0], [-8.2, 5.0],
]);

/** The main line comes from the south-west, passes the station and crosses the river to the north-east. */
export const railControls = metres([
  [-2.9, -8.2], [-2.2, -6.4], [-1.65, -4.9], [-1.1, -3.3], [-0.75, -2.2], [-0.2, -1.35], [0.55, -1.02], [1.25, -1.02], [1.85, -0.75], [2.15, -0.1],
  [2.05, 0.9], [1.75, 1.9], [1.8, 3.1], [2.0, 4.4], [1.9, 5.8], [2.3, 8.2],
]);
/** Goods branch to the harbour; no barrier, trains are rare and it is crossed at grade. */
export const harbourRailControls = metres([[1.78, 3.35], [1.3, 3.95], [0.2, 3.92], [-0.8, 3.75], [-1.6, 3.35], [-2.3, 2.75], [-3.0, 2.6]]);

/** Small streams: seen on the map, crossed everywhere. */
export const streamControls: readonly RoadPlan[] = [
  { name: 'Lohbach', line: metres([[2.3, -4.65], [2.05, -4.2], [1.75, -3.75], [2.0, -3.2], [2.5, -2.75], [2.9, -2.2], [3.05, -1.6], [3.0, -0.98]]) },
  { name: 'Ahlbach', line: metres([[-5.15, 1.5], [-5.0, 1.7], [-4.8, 1.95], [-4.3, 1.75], [-3.8, 2.0], [-3.55, 2.4], [-3.35, 2.45]]) },
  { name: 'Ziegelbach', line: metres([[-2.1, 5.2], [-2.35, 4.7], [-2.7, 4.1], [-2.65, 3.7], [-3.35, 3.45], [-4.05, 2.95]]) },
];

/** Harbour basins, cut into the northern bank: corners of each. */
export const basins: readonly RoadPlan[] = [
  { name: 'Altes Hafenbecken', line: metres([[-2.32, 2.08], [-2.16, 2.08], [-1.82, 2.72], [-1.96, 2.8]]) },
  { name: 'Neues Hafenbecken', line: metres([[-2.86, 2.02], [-2.68, 2.02], [-2.3, 2.84], [-2.46, 2.92]]) },
];

/** Tracks and platforms of the main station. */
export const stationYard: readonly Coordinate[] = metres([[0.02, -1.2], [0.5, -1.1], [1.0, -1.08], [1.38, -1.08], [1.38, -0.98], [1.0, -0.96], [0.5, -0.95], [0.05, -1.06]]);

export type RoadPlan = { readonly name: string; readonly line: readonly Coordinate[] };

/** Main roads with their names; where they cross river or railway there is a bridge or an underpass. */
export const mainRoads: readonly RoadPlan[] = [
  { name: 'Wallring', line: metres([[-0.62, -0.05], [-0.45, -0.55], [0.05, -0.72], [0.62, -0.62], [0.92, -0.2], [0.9, 0.22], [0.45, 0.3], [0.05, 0.12], [-0.35, 0.22], [-0.62, -0.05]]) },
  { name: 'Nordallee', line: metres([[0.45, 0.3], [0.5, 0.62], [0.45, 1.4], [0.75, 2.3], [0.5, 3.2], [0.1, 4.3], [-0.25, 5.4], [-0.4, 7.6]]) },
  { name: 'Hannoversche Landstraße', line: metres([[0.62, -0.62], [0.72, -1.05], [0.85, -1.9], [0.75, -3.0], [1.0, -4.3], [1.5, -5.6], [1.7, -7.8]]) },
  { name: 'Wiesenauer Straße', line: metres([[-0.45, -0.55], [-0.95, -1.3], [-1.5, -2.2], [-2.3, -3.3], [-3.0, -4.4], [-3.9, -5.7], [-4.6, -7.4]]) },
  { name: 'Weststraße', line: metres([[-0.62, -0.05], [-1.5, 0.12], [-2.4, -0.1], [-3.5, 0.35], [-4.7, 0.4], [-5.8, 0.8], [-7.6, 0.9]]) },
  { name: 'Hohefelder Chaussee', line: metres([[0.92, -0.2], [1.45, 0.0], [2.05, 0.4], [2.9, 0.75], [4.1, 0.85], [5.2, 1.3], [7.6, 1.7]]) },
  { name: 'Löhner Straße', line: metres([[-2.4, -0.1], [-2.75, 0.9], [-2.85, 2.05], [-3.05, 3.2], [-3.4, 4.4], [-3.9, 5.6], [-4.6, 7.4]]) },
  { name: 'Hafenstraße', line: metres([[0.45, 1.4], [-0.4, 1.9], [-1.1, 2.6], [-2.0, 3.1], [-3.05, 3.2]]) },
  { name: 'Rübenkampweg', line: metres([[0.75, 2.3], [1.75, 2.55], [2.7, 2.9], [3.3, 3.9], [3.2, 5.2], [3.7, 6.2], [4.4, 7.6]]) },
  { name: 'Ostring', line: metres([[2.7, 2.9], [3.6, 2.2], [4.1, 0.85], [3.9, -0.3], [3.3, -1.05], [2.7, -2.0], [2.3, -3.1], [1.0, -4.3]]) },
  { name: 'Südring', line: metres([[1.0, -4.3], [-0.3, -4.15], [-1.35, -4.1], [-3.0, -4.4], [-4.2, -3.3], [-4.3, -1.9], [-4.1, -0.8], [-3.5, 0.35]]) },
  { name: 'Nordring', line: metres([[-3.4, 4.4], [-2.2, 4.35], [-1.2, 4.3], [0.1, 4.3], [1.2, 4.35], [2.0, 4.3], [3.3, 3.9], [4.5, 3.3], [5.0, 2.2], [5.2, 1.3]]) },
  { name: 'Jürgensdamm', line: metres([[-0.95, -1.3], [-2.0, -1.2], [-3.1, -1.15], [-4.1, -0.8], [-5.4, -0.9], [-7.4, -1.2]]) },
  { name: 'Universitätsallee', line: metres([[0.85, -1.9], [1.8, -2.1], [2.7, -2.0], [3.4, -3.2], [4.4, -4.1], [5.6, -5.4], [6.4, -6.6]]) },
  { name: 'Hüttenstraße', line: metres([[0.5, 0.62], [1.3, 1.1], [1.98, 1.35], [2.8, 1.6], [3.6, 2.2], [5.0, 2.75], [6.9, 3.3]]) },
];

/** Places where people on foot may cross, besides main roads: footbridges and underpasses. */
export const footCrossings: readonly (readonly [Coordinate, Coordinate])[] = [
  [metres([[-0.75, 0.32], [-0.55, 0.72]])[0] as Coordinate, metres([[-0.55, 0.72]])[0] as Coordinate],
  [metres([[1.75, 0.12]])[0] as Coordinate, metres([[1.98, 0.32]])[0] as Coordinate],
  [metres([[0.2, -0.98]])[0] as Coordinate, metres([[0.28, -1.32]])[0] as Coordinate],
  [metres([[1.6, 3.0]])[0] as Coordinate, metres([[1.98, 3.0]])[0] as Coordinate],
  [metres([[-1.25, -2.75]])[0] as Coordinate, metres([[-0.65, -2.85]])[0] as Coordinate],
];

export type GreenKind = 'park' | 'wood' | 'allotment' | 'cemetery' | 'lake' | 'meadow';
export type GreenPlan = { readonly name: string; readonly kind: GreenKind; readonly x: number; readonly y: number; readonly wide: number; readonly high: number; readonly turn: number };

type GreenRow = readonly [name: string, kind: GreenKind, x: number, y: number, wide: number, high: number, turn: number];
/** Half axes in kilometres, turned by degrees. */
const green: readonly GreenRow[] = [
  ['Schlossgarten', 'park', -0.75, -0.55, 0.3, 0.2, 20],
  ['Bürgerpark', 'park', 1.25, 2.25, 0.34, 0.42, -10],
  ['Volkspark Nord', 'park', 0.95, 3.75, 0.42, 0.26, 15],
  ['Lohwald', 'wood', 2.2, -5.2, 1.0, 0.75, -25],
  ['Stadtwald Bergholz', 'wood', -0.75, -5.6, 0.5, 1.0, 10],
  ['Eichgrunder Holz', 'wood', -5.2, -2.9, 0.55, 0.75, 0],
  ['Moorkamper Bruch', 'wood', -5.2, 1.4, 0.6, 0.75, 30],
  ['Bültenmoor', 'wood', 4.3, 4.7, 0.85, 0.6, -30],
  ['Ziegeleiteiche', 'park', -2.15, 5.35, 0.35, 0.5, 10],
  ['Hauptfriedhof', 'cemetery', -3.25, -2.1, 0.36, 0.26, 25],
  ['Nordfriedhof', 'cemetery', 2.55, 4.65, 0.25, 0.3, 0],
  ['Campusgarten', 'park', 1.45, -2.75, 0.22, 0.26, 0],
  ['Heidepark', 'park', 3.95, 1.75, 0.24, 0.34, 20],
  ['Halmauen Ost', 'meadow', 20, 20, 0.01, 0.01, 0],
  ['Halmauen West', 'meadow', 20, 20, 0.01, 0.01, 0],
  ['Wallanlagen', 'park', 0.15, -0.83, 0.6, 0.07, 3],
  ['Westpark', 'park', -3.05, -0.35, 0.28, 0.22, 0],
  ['Kleingärten Am Bahndamm', 'allotment', -0.4, -2.6, 0.15, 0.45, -25],
  ['Kleingärten Morgenröte', 'allotment', 2.35, 2.35, 0.2, 0.38, 5],
  ['Kleingärten Ahlbruch', 'allotment', -2.85, 1.5, 0.33, 0.2, 15],
  ['Kleingärten Nordring', 'allotment', -0.55, 4.05, 0.4, 0.14, 5],
  ['Kleingärten Süd', 'allotment', -2.75, -3.75, 0.28, 0.2, 40],
  ['Kleingärten Hohefeld', 'allotment', 5.1, -0.35, 0.3, 0.22, 0],
  ['Lohsee', 'lake', 2.45, -4.75, 0.36, 0.24, 20],
  ['Ziegeleisee', 'lake', -2.2, 5.45, 0.16, 0.28, 10],
];
export const greenPlaces: readonly GreenPlan[] = green.map(([name, kind, x, y, wide, high, turn]) => ({
  name, kind, x: x * 1000, y: y * 1000, wide: wide * 1000, high: high * 1000, turn: (turn * Math.PI) / 180,
}));

/** Works and trade: built up, nobody lives there. Same form as green places. */
const works: readonly (readonly [name: string, x: number, y: number, wide: number, high: number, turn: number])[] = [
  ['Industriehafen', -2.15, 2.75, 1.05, 0.55, 8],
  ['Hüttengelände', 2.45, 1.1, 0.3, 0.42, -15],
  ['Gewerbepark Nordring', 1.45, 5.55, 0.32, 0.75, 5],
  ['Gewerbegebiet Ostring', 3.85, -0.45, 0.5, 0.45, 0],
  ['Alte Wollkämmerei', 2.65, -1.4, 0.22, 0.18, 0],
  ['Gewerbegebiet Weststraße', -5.0, 0.55, 0.35, 0.25, 10],
  ['Gewerbepark Süd', -1.2, -3.95, 0.2, 0.5, -10],
];
export const worksPlaces = works.map(([name, x, y, wide, high, turn]) => ({
  name, x: x * 1000, y: y * 1000, wide: wide * 1000, high: high * 1000, turn: (turn * Math.PI) / 180,
}));

/** Where houses stand outside the dense town: centre, half axes in kilometres, turn in degrees. */
const settlements: readonly (readonly [x: number, y: number, wide: number, high: number, turn: number])[] = [
  [0, 0.1, 2.35, 2.0, 0], [0.5, 3.0, 1.3, 1.3, 0], [0.4, 4.8, 1.2, 0.95, 0], [-1.15, 5.0, 0.95, 0.7, 10], [-3.45, 4.75, 0.62, 0.55, 30], [-3.4, 1.1, 0.95, 0.8, 0],
  [-4.4, -0.15, 0.75, 0.55, 0], [-2.4, 0.1, 1.0, 1.4, 0], [-2.4, -1.1, 1.2, 0.75, 0], [4.2, 0.75, 0.95, 0.7, 10], [3.1, 3.5, 0.95, 0.85, 0],
  [4.6, 2.6, 0.75, 0.6, 0], [3.2, 5.3, 0.62, 0.62, 0], [-1.95, -2.75, 1.0, 0.95, 30], [-3.7, -3.3, 0.75, 0.65, 0], [-3.05, -4.85, 0.75, 0.62, 0],
  [-4.55, -1.75, 0.62, 0.62, 0], [1.85, -2.2, 1.15, 0.95, 0], [0.1, -3.3, 1.05, 0.9, 0], [0.4, -5.0, 0.75, 0.75, 0], [3.5, -3.6, 0.8, 0.62, -30], [2.8, 1.8, 1.1, 1.1, 0],
];
export const settlementPlaces = settlements.map(([x, y, wide, high, turn]) => ({
  x: x * 1000, y: y * 1000, wide: wide * 1000, high: high * 1000, turn: (turn * Math.PI) / 180,
}));
