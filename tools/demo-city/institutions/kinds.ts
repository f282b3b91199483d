import type { Category } from '#app/domain/city/city.ts';
import { asId } from '#shared/ids.ts';
import type { Random } from '../random.ts';
import { advice, careNames, childNames, faiths, healthKinds, houseNames, otherKinds, providers, schoolForms, sports } from '../names/institutions.ts';

/** Place and people an institution is named and measured after. */
export type Setting = { readonly quarter: string; readonly street: string; readonly random: Random };

/** What one institution is called, how many it serves, when it is open and who runs it. */
export type Description = { readonly name: string; readonly capacity?: number; readonly hours: string; readonly provider: string };

/**
 * One category with how many there are, whom they serve and where they settle. `age` is the range of age groups counted as
 * need; `pull` says how far a burdened quarter gets fewer (below 0) or more (above 0) of them than its people would suggest.
 */
export type InstitutionKind = {
  readonly category: string;
  readonly count: number;
  readonly age: readonly [from: number, to: number];
  readonly pull: number;
  readonly describe: (setting: Setting) => Description;
  readonly targetGroups: readonly string[];
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
  { category: 'kita', count: 114, age: [0, 1], pull: -0.44, describe: kita, targetGroups: ['small_children', 'families'], fixedTerm: 0.02 },
  { category: 'school', count: 58, age: [2, 3], pull: -0.15, describe: school, targetGroups: ['children', 'young_people'], fixedTerm: 0 },
  { category: 'youth_centre', count: 23, age: [3, 4], pull: -0.3, describe: youthCentre, targetGroups: ['young_people', 'children'], fixedTerm: 0.25 },
  { category: 'counselling', count: 54, age: [4, 8], pull: -0.1, describe: counselling, targetGroups: ['everyone', 'families', 'sgb2'], fixedTerm: 0.22 },
  { category: 'care_home', count: 36, age: [7, 8], pull: -0.4, describe: careHome, targetGroups: ['seniors', 'care'], fixedTerm: 0 },
  { category: 'sports_club', count: 76, age: [2, 6], pull: -0.55, describe: sportsClub, targetGroups: ['children', 'young_people', 'everyone'], fixedTerm: 0.02 },
  { category: 'religious_community', count: 46, age: [0, 8], pull: 0, describe: community, targetGroups: ['everyone'], fixedTerm: 0 },
  { category: 'neighbourhood_office', count: 18, age: [0, 8], pull: 0.35, describe: neighbourhoodOffice, targetGroups: ['everyone', 'families', 'immigrants'], fixedTerm: 0.45 },
  { category: 'health', count: 78, age: [0, 8], pull: -0.6, describe: practice, targetGroups: ['everyone'], fixedTerm: 0.02 },
  { category: 'other', count: 44, age: [0, 8], pull: 0.1, describe: other, targetGroups: ['everyone', 'sgb2'], fixedTerm: 0.2 },
];

function kita({ random, street }: Setting): Description {
  const name = random.pick([`Kita ${random.pick(childNames)}`, `Kita ${street}`, `Familienzentrum ${random.pick(childNames)}`]);
  return { name, capacity: round5(random.between(45, 135)), hours: random.pick(['Mo–Fr 7:00–16:30', 'Mo–Fr 7:00–17:00', 'Mo–Fr 6:30–16:00']), provider: random.pick(providers) };
}

function school({ random, street }: Setting): Description {
  const [form, least, most] = random.pick(schoolForms);
  const provider = random.unit() < 0.9 ? 'Stadt Halmstedt' : random.pick(['Bildungswerk Wollkämmerei gGmbH', 'Evangelischer Gemeindeverbund Halmstedt']);
  return { name: `${form} ${street}`, capacity: round5(random.between(least, most)), hours: random.pick(['Mo–Fr 7:30–15:00', 'Mo–Fr 7:45–16:00']), provider };
}

function youthCentre({ random, quarter }: Setting): Description {
  const name = random.pick([`Jugendzentrum ${random.pick(houseNames)}`, `Offene Tür ${quarter}`, `Jugendtreff ${quarter}`]);
  return { name, capacity: round5(random.between(30, 120)), hours: random.pick(['Mo–Fr 14:00–20:00', 'Di–Sa 15:00–21:00']), provider: random.pick(['Stadt Halmstedt', 'Jugendwerk Nord e. V.', 'Verein Offene Türen Halmstedt e. V.', 'Katholischer Gemeindeverbund Sankt Jürgen']) };
}

function counselling({ random, quarter }: Setting): Description {
  return { name: `${random.pick(advice)} ${quarter}`, hours: random.pick(['Mo, Di, Do 9:00–12:00 und 14:00–16:00', 'Di und Do 10:00–16:00', 'Mo–Fr 9:00–13:00']), provider: random.pick(providers) };
}

function careHome({ random }: Setting): Description {
  const form = random.pick(['Seniorenzentrum', 'Pflegehaus', 'Seniorenresidenz', 'Tagespflege']);
  const byDay = form === 'Tagespflege';
  const provider = random.pick(['Pflegeverbund Halmtal gGmbH', 'Stiftung Ahlbrucher Höfe', 'Sozialwerk Halmaue e. V.', 'Evangelischer Gemeindeverbund Halmstedt']);
  return { name: `${form} ${random.pick(careNames)}`, capacity: byDay ? round5(random.between(12, 30)) : round5(random.between(45, 140)), hours: byDay ? 'Mo–Fr 8:00–16:30' : 'täglich durchgehend', provider };
}

function sportsClub({ random, quarter }: Setting): Description {
  const name = `${random.pick(sports)} ${quarter} ${random.pick(['e. V.', '1921 e. V.', '1954 e. V.', '07 e. V.'])}`;
  return { name, hours: random.pick(['nach Trainingsplan', 'Mo–Fr 16:00–21:00']), provider: name };
}

function community({ random, quarter }: Setting): Description {
  const name = `${random.pick(faiths)} ${quarter}`;
  return { name, hours: random.pick(['nach Vereinbarung', 'Di 9:00–12:00, Do 15:00–18:00']), provider: name };
}

function neighbourhoodOffice({ random, quarter }: Setting): Description {
  const name = random.pick([`Quartiersbüro ${quarter}`, `Nachbarschaftstreff ${random.pick(houseNames)}`, `Stadtteilladen ${quarter}`]);
  return { name, hours: random.pick(['Mo–Do 9:00–16:00', 'Di–Fr 10:00–17:00']), provider: random.pick(['Stadt Halmstedt', 'Nachbarschaftswerk Ostheide e. V.', 'Trägerverein Lindenhof e. V.', 'Bürgerhilfe Halmstedt e. V.']) };
}

function practice({ random, street }: Setting): Description {
  const form = random.pick(healthKinds);
  return { name: `${form} ${street}`, hours: random.pick(['Mo–Fr 8:00–12:00 und 15:00–18:00', 'Mo–Fr 8:00–13:00']), provider: form === 'Gesundheitskiosk' ? 'Stadt Halmstedt' : `${form} ${street}` };
}

function other({ random, quarter }: Setting): Description {
  return { name: `${random.pick(otherKinds)} ${quarter}`, hours: random.pick(['Di und Do 10:00–14:00', 'Mo–Fr 10:00–18:00', 'Mi und Sa 9:00–13:00']), provider: random.pick(providers) };
}
