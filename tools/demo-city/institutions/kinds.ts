import type { Category } from '#app/domain/city/city.ts';
import { asId } from '#shared/ids.ts';
import type { Random } from '../random.ts';
import { advice, careNames, childNames, faiths, healthKinds, houseNames, otherKinds, schoolKinds, sports } from '../names/institutions.ts';

/** Place and people an institution is named and measured after. */
export type Setting = { readonly quarter: string; readonly street: string; readonly random: Random };

/**
 * One category with how many there are, whom they serve and where they settle. `age` is the range of age groups counted as
 * need; `pull` says how far a burdened quarter gets fewer (below 0) or more (above 0) of them than its people would suggest.
 */
export type InstitutionKind = {
  readonly category: string;
  readonly count: number;
  readonly age: readonly [from: number, to: number];
  readonly pull: number;
  readonly name: (setting: Setting) => string;
  readonly capacity: (random: Random) => number | undefined;
  readonly targetGroups: readonly string[];
  readonly hours: readonly string[];
  /** Share of located offers that live on programme money. */
  readonly fixedTerm: number;
};

export const categories: readonly Category[] = (
  [
    ['kita', 'Kindertageseinrichtungen', 'kita'], ['school', 'Schulen', 'school'], ['youth_centre', 'Jugendzentren', 'youth'], ['counselling', 'Beratungsstellen', 'counselling'], ['care_home', 'Pflegeeinrichtungen', 'care'],
    ['sports_club', 'Sportvereine', 'sport'], ['religious_community', 'Religionsgemeinschaften', 'religion'], ['neighbourhood_office', 'Quartiersbüros und Nachbarschaftstreffs', 'neighbourhood'], ['health', 'Gesundheit', 'health'], ['other', 'Weitere Angebote', 'other'],
  ] as const
).map(([id, name, symbol], i) => ({ id: asId(id), name, symbol, order: i + 1 }));

const round5 = (value: number) => Math.round(value / 5) * 5;

export const kinds: readonly InstitutionKind[] = [
  { category: 'kita', count: 112, age: [0, 1], pull: -0.62, name: ({ random, street }) => random.pick([`Kita ${random.pick(childNames)}`, `Kita ${street}`, `Familienzentrum ${random.pick(childNames)}`]), capacity: (random) => round5(random.between(45, 135)), targetGroups: ['small_children', 'families'], hours: ['Mo–Fr 7:00–16:30', 'Mo–Fr 7:00–17:00', 'Mo–Fr 6:30–16:00'], fixedTerm: 0.02 },
  { category: 'school', count: 58, age: [2, 3], pull: -0.15, name: ({ random, street }) => `${random.pick(schoolKinds)} ${street}`, capacity: (random) => round5(random.between(180, 900)), targetGroups: ['children', 'young_people'], hours: ['Mo–Fr 7:30–15:00', 'Mo–Fr 7:45–16:00'], fixedTerm: 0 },
  { category: 'youth_centre', count: 23, age: [3, 4], pull: -0.3, name: ({ random, quarter }) => random.pick([`Jugendzentrum ${random.pick(houseNames)}`, `Offene Tür ${quarter}`, `Jugendtreff ${quarter}`]), capacity: (random) => round5(random.between(30, 120)), targetGroups: ['young_people', 'children'], hours: ['Mo–Fr 14:00–20:00', 'Di–Sa 15:00–21:00'], fixedTerm: 0.25 },
  { category: 'counselling', count: 54, age: [4, 8], pull: -0.1, name: ({ random, quarter }) => `${random.pick(advice)} ${quarter}`, capacity: () => undefined, targetGroups: ['everyone', 'families', 'sgb2'], hours: ['Mo, Di, Do 9:00–12:00 und 14:00–16:00', 'Di und Do 10:00–16:00', 'Mo–Fr 9:00–13:00'], fixedTerm: 0.22 },
  { category: 'care_home', count: 36, age: [7, 8], pull: -0.4, name: ({ random }) => `${random.pick(['Seniorenzentrum', 'Pflegehaus', 'Seniorenresidenz', 'Tagespflege'])} ${random.pick(careNames)}`, capacity: (random) => round5(random.between(20, 130)), targetGroups: ['seniors', 'care'], hours: ['täglich durchgehend', 'Mo–Fr 8:00–16:30'], fixedTerm: 0 },
  { category: 'sports_club', count: 76, age: [2, 6], pull: -0.55, name: ({ random, quarter }) => `${random.pick(sports)} ${quarter} ${random.pick(['e. V.', '1921 e. V.', '1954 e. V.', '07 e. V.'])}`, capacity: () => undefined, targetGroups: ['children', 'young_people', 'everyone'], hours: ['nach Trainingsplan', 'Mo–Fr 16:00–21:00'], fixedTerm: 0.02 },
  { category: 'religious_community', count: 46, age: [0, 8], pull: 0, name: ({ random, quarter }) => `${random.pick(faiths)} ${quarter}`, capacity: () => undefined, targetGroups: ['everyone'], hours: ['nach Vereinbarung', 'Di 9:00–12:00, Do 15:00–18:00'], fixedTerm: 0 },
  { category: 'neighbourhood_office', count: 15, age: [0, 8], pull: 0.35, name: ({ random, quarter }) => random.pick([`Quartiersbüro ${quarter}`, `Nachbarschaftstreff ${random.pick(houseNames)}`, `Stadtteilladen ${quarter}`]), capacity: () => undefined, targetGroups: ['everyone', 'families', 'immigrants'], hours: ['Mo–Do 9:00–16:00', 'Di–Fr 10:00–17:00'], fixedTerm: 0.45 },
  { category: 'health', count: 78, age: [0, 8], pull: -0.6, name: ({ random, street }) => `${random.pick(healthKinds)} ${street}`, capacity: () => undefined, targetGroups: ['everyone'], hours: ['Mo–Fr 8:00–12:00 und 15:00–18:00', 'Mo–Fr 8:00–13:00'], fixedTerm: 0.02 },
  { category: 'other', count: 44, age: [0, 8], pull: 0.1, name: ({ random, quarter }) => `${random.pick(otherKinds)} ${quarter}`, capacity: () => undefined, targetGroups: ['everyone', 'sgb2'], hours: ['Di und Do 10:00–14:00', 'Mo–Fr 10:00–18:00', 'Mi und Sa 9:00–13:00'], fixedTerm: 0.2 },
];
