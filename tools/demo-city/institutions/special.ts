import type { Institution } from '#app/domain/city/city.ts';
import { asDate, asId } from '#shared/ids.ts';
import type { PlacedInstitution } from './institutions.ts';

/** Offers that show what real lists hold: citywide ones without a place, one entered twice, two of a kind side by side, a closed one. */
export function specialOffers(located: readonly PlacedInstitution[]): PlacedInstitution[] {
  return [...citywide(), ...enteredTwice(located), ...sideBySide(located), ...closed(located)];
}

const blank: Institution = {
  id: asId('E0000'), name: '', category: asId('other'), address: '', postcode: '', contact: '', website: '', provider: 'Stadt Halmstedt', location: undefined, placement: 'none', reach: 'citywide', capacity: undefined,
  openingHours: 'Mo–Fr 9:00–16:00', openedOn: asDate('2012-01-01'), closedOn: undefined, barrierFree: 'unknown', languages: ['Deutsch'], fixedTerm: 'no', fixedTermEnd: undefined, programme: '',
  verifiedOn: asDate('2025-10-14'), source: asId('institutions'), public: true, targetGroups: [asId('everyone')],
};

type CitywideRow = readonly [name: string, category: string, groups: readonly string[], programme: string];
const citywideRows: readonly CitywideRow[] = [
  ['Babybegrüßungsdienst der Frühen Hilfen', 'counselling', ['small_children', 'families'], ''],
  ['Mobile Jugendarbeit Halmstedt', 'youth_centre', ['young_people'], 'Landesprogramm Starke Quartiere'],
  ['Telefonische Pflegeberatung', 'counselling', ['care', 'seniors'], ''],
  ['Aufsuchende Schuldnerberatung', 'counselling', ['sgb2', 'tenants'], 'Kommunaler Integrationsfonds'],
  ['Sprachmittlungsdienst Halmstedt', 'other', ['immigrants'], 'Kommunaler Integrationsfonds'],
  ['Familienpaten Halmstedt', 'other', ['families', 'single_parents'], 'Stiftungsförderung Gute Nachbarschaft'],
  ['Spielmobil Halmhüpfer', 'youth_centre', ['children'], ''],
  ['Rollende Bibliothek', 'other', ['everyone'], ''],
  ['Seniorenbesuchsdienst', 'neighbourhood_office', ['seniors'], ''],
  ['Zahnprophylaxe in Kita und Schule', 'health', ['children', 'small_children'], ''],
  ['Online-Beratung für Alleinerziehende', 'counselling', ['single_parents'], 'Bundesprogramm Frühe Chancen'],
  ['Taschengeldbörse Jung hilft Alt', 'other', ['young_people', 'seniors'], ''],
];

function citywide(): PlacedInstitution[] {
  return citywideRows.map(([name, category, groups, programme]) => ({
    quarter: undefined,
    institution: {
      ...blank, name, category: asId(category), programme, fixedTerm: programme === '' ? 'no' : 'yes', fixedTermEnd: programme === '' ? undefined : asDate('2026-12-31'), targetGroups: groups.map((group) => asId(group)),
    },
  }));
}

/** The same Kita once more, from another list, with a slightly different name. */
function enteredTwice(located: readonly PlacedInstitution[]): PlacedInstitution[] {
  const original = located.find(({ quarter, institution }) => quarter === '304' && institution.category === 'counselling');
  if (original?.institution.location === undefined) return [];
  const [x, y] = original.institution.location;
  return [{
    ...original,
    institution: { ...original.institution, name: `${original.institution.name.replace('beratung', '-Beratung')} (Beratungsstelle)`, location: [x + 6, y - 4], reach: 'located', verifiedOn: asDate('2023-02-07'), provider: 'Sozialwerk Halmaue' },
  }];
}

/** Two equal offers in the same street of the Neustadt: to be coordinated. */
function sideBySide(located: readonly PlacedInstitution[]): PlacedInstitution[] {
  const first = located.find(({ quarter, institution }) => quarter === '104' && institution.category === 'youth_centre') ?? located.find(({ quarter, institution }) => quarter === '104' && institution.category === 'kita');
  if (first?.institution.location === undefined) return [];
  const [x, y] = first.institution.location;
  return ['Jugendtreff Gerbersteg', 'Jugendcafé Gerbersteg'].map((name, i) => ({
    quarter: '104',
    institution: { ...first.institution, name, category: asId('youth_centre'), address: first.institution.address.replace(/\d+$/, (number) => String(Number(number) + 2 + 2 * i)), location: [x + 60 + 40 * i, y + 35 - 20 * i] as const, capacity: 40, provider: i === 0 ? 'Jugendwerk Nord e. V.' : 'Verein Offene Türen Halmstedt e. V.', fixedTerm: 'no', fixedTermEnd: undefined, programme: '', targetGroups: [asId('young_people')] },
  }));
}

function closed(located: readonly PlacedInstitution[]): PlacedInstitution[] {
  const model = located.find(({ quarter, institution }) => quarter === '202' && institution.category === 'neighbourhood_office') ?? located.find(({ quarter }) => quarter === '202');
  if (model === undefined) return [];
  return [{ ...model, institution: { ...model.institution, name: 'Stadtteilcafé Lindenhof', category: asId('neighbourhood_office'), capacity: undefined, closedOn: asDate('2024-12-31'), fixedTerm: 'yes', fixedTermEnd: asDate('2024-12-31'), programme: 'Landesprogramm Starke Quartiere' } }];
}
