/** How a quarter is built: decides streets, age structure and households. */
export type Fabric = 'oldTown' | 'blocks' | 'estate' | 'terraces' | 'villas' | 'village' | 'harbour' | 'campus';

/**
 * One Sozialquartier of Halmstedt. Everything about it is invented. `x`, `y`: kilometres east and north of the market
 * square; `reach` is its relative extent; `bank` and `side` say on which side of river (north/south) and railway it lies.
 */
export type QuarterPlan = {
  readonly key: string;
  readonly name: string;
  readonly shortName: string;
  readonly district: string;
  readonly x: number;
  readonly y: number;
  readonly reach: number;
  readonly bank: 'north' | 'south';
  readonly side: 'west' | 'east';
  readonly fabric: Fabric;
  /** Inhabitants at the end of 2025. */
  readonly people: number;
  /** Latent social burden, 0 (none) to 1, at the end of 2025. */
  readonly burden: number;
  /** Change of the burden per year, and what is added to it from 2023 on. */
  readonly drift: number;
  readonly turn: number;
};

export type DistrictPlan = { readonly key: string; readonly name: string; readonly shortName: string };

/** The six Sozialräume. */
export const districts: readonly DistrictPlan[] = [
  { key: '1', name: 'Mitte', shortName: 'MI' },
  { key: '2', name: 'Halmstedt-Nord', shortName: 'NO' },
  { key: '3', name: 'Weststadt/Ahlbruch', shortName: 'WE' },
  { key: '4', name: 'Ostheide', shortName: 'OS' },
  { key: '5', name: 'Wiesenau-Südhöhe', shortName: 'WS' },
  { key: '6', name: 'Bergholz/Lohwald', shortName: 'BL' },
];

type Row = readonly [
  key: string, name: string, shortName: string, x: number, y: number, reach: number, bank: 'n' | 's', side: 'w' | 'e',
  fabric: Fabric, people: number, burden: number, drift: number, turn: number,
];

const rows: readonly Row[] = [
  ['101', 'Altstadt', 'Altstadt', 0, -0.1, 0.62, 's', 'w', 'oldTown', 6210, 0.4, -0.004, 0],
  ['102', 'Domfreiheit', 'Domfreiheit', -1.15, -0.05, 0.7, 's', 'w', 'blocks', 7940, 0.29, -0.004, 0],
  ['103', 'Bahnhofsviertel', 'Bahnhofsviertel', 0.45, -1.75, 0.72, 's', 'e', 'blocks', 8630, 0.55, -0.008, -0.02],
  ['104', 'Neustadt', 'Neustadt', 0.7, 1.5, 0.85, 'n', 'w', 'blocks', 13840, 0.56, -0.014, -0.03],
  ['105', 'Gerberviertel', 'Gerberviertel', 1.35, -0.35, 0.6, 's', 'w', 'oldTown', 3880, 0.47, -0.006, 0],
  ['201', 'Nordstadt', 'Nordstadt', 0.6, 3.0, 0.95, 'n', 'w', 'blocks', 13920, 0.84, -0.003, -0.022],
  ['202', 'Lindenhof', 'Lindenhof', 0.5, 4.75, 0.95, 'n', 'w', 'estate', 13320, 1, 0.003, 0],
  ['203', 'Hüttenviertel', 'Hüttenviertel', 2.95, 1.75, 0.85, 'n', 'e', 'blocks', 9810, 0.74, -0.002, 0],
  ['204', 'Industriehafen', 'Industriehafen', -2.2, 3.15, 0.85, 'n', 'w', 'harbour', 214, 0.6, 0, 0],
  ['205', 'Ziegelei-Siedlung', 'Ziegelei-Siedl.', -1.25, 5.0, 0.9, 'n', 'w', 'estate', 10630, 0.93, 0.006, 0.02],
  ['206', 'Overlöhn', 'Overlöhn', -3.5, 4.8, 1.0, 'n', 'w', 'village', 3120, 0.34, 0, 0],
  ['301', 'Ahlbruch', 'Ahlbruch', -3.5, 1.3, 1.05, 's', 'w', 'terraces', 7420, 0.43, 0.004, 0],
  ['302', 'Moorkamp', 'Moorkamp', -4.6, -0.1, 1.05, 's', 'w', 'terraces', 5190, 0.3, 0.002, 0],
  ['303', 'Weststadt', 'Weststadt', -2.3, 0.45, 0.75, 's', 'w', 'blocks', 9980, 0.48, -0.002, 0],
  ['304', 'Sankt-Jürgen-Vorstadt', 'St. Jürgen', -2.55, -1.05, 0.85, 's', 'w', 'blocks', 9330, 0.39, 0, 0],
  ['401', 'Hohefeld', 'Hohefeld', 4.5, 0.55, 1.05, 'n', 'e', 'terraces', 8690, 0.36, 0.002, 0],
  ['402', 'Rübenkamp', 'Rübenkamp', 3.1, 3.65, 0.95, 'n', 'e', 'estate', 9420, 0.69, 0.012, 0.04],
  ['403', 'Kleine Heide', 'Kleine Heide', 4.9, 2.7, 1.05, 'n', 'e', 'terraces', 5610, 0.33, 0.003, 0],
  ['404', 'Bültenmoor', 'Bültenmoor', 3.1, 5.3, 1.1, 'n', 'e', 'village', 4080, 0.42, 0.004, 0],
  ['501', 'Wiesenau', 'Wiesenau', -1.95, -2.75, 0.9, 's', 'w', 'terraces', 9710, 0.25, 0, 0],
  ['502', 'Klostergärten', 'Klostergärten', -3.75, -3.25, 1.0, 's', 'w', 'villas', 6880, 0.1, -0.001, 0],
  ['503', 'Südhöhe', 'Südhöhe', -3.0, -4.9, 1.0, 's', 'w', 'villas', 4830, 0.04, 0, 0],
  ['504', 'Eichgrund', 'Eichgrund', -4.75, -1.75, 0.95, 's', 'w', 'terraces', 5910, 0.13, 0, 0],
  ['601', 'Universitätsviertel und Alte Wollkämmerei', 'Univiertel', 1.95, -2.3, 0.9, 's', 'e', 'campus', 11240, 0.37, -0.003, 0],
  ['602', 'Bergholz', 'Bergholz', 0.0, -3.55, 0.95, 's', 'e', 'terraces', 9790, 0.22, 0.001, 0],
  ['603', 'Tannhöhe', 'Tannhöhe', 0.35, -5.3, 1.05, 's', 'e', 'villas', 5120, 0, 0, 0],
  ['604', 'Großenlohe', 'Großenlohe', 3.35, -3.9, 1.2, 's', 'e', 'village', 5340, 0.11, 0, 0],
];

/** The 27 Sozialquartiere in the order of their keys. */
export const quarters: readonly QuarterPlan[] = rows.map(([key, name, shortName, x, y, reach, bank, side, fabric, people, burden, drift, turn]) => ({
  key, name, shortName, district: key.slice(0, 1), x: x * 1000, y: y * 1000, reach,
  bank: bank === 'n' ? 'north' : 'south', side: side === 'w' ? 'west' : 'east', fabric, people, burden, drift, turn,
}));

export type LabourDistrictPlan = { readonly key: string; readonly name: string; readonly x: number; readonly y: number };

/** Arbeitsmarktbezirke of the Jobcenter: cut by their own offices and roads, they do not nest in Sozialräume. */
export const labourDistricts: readonly LabourDistrictPlan[] = [
  { key: 'A1', name: 'Zentrum', x: 300, y: 200 },
  { key: 'A2', name: 'Wallring-West', x: -1900, y: -200 },
  { key: 'A3', name: 'Hafen und Ahlbruch', x: -3300, y: 2500 },
  { key: 'A4', name: 'Nord', x: -500, y: 4600 },
  { key: 'A5', name: 'Nordost', x: 2300, y: 4200 },
  { key: 'A6', name: 'Hütte und Hohefeld', x: 3300, y: 1100 },
  { key: 'A7', name: 'Südost', x: 2500, y: -2600 },
  { key: 'A8', name: 'Süd', x: -600, y: -4300 },
  { key: 'A9', name: 'Südwest', x: -3900, y: -2300 },
];
