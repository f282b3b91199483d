import { quarters, type QuarterPlan } from '../names/quarters.ts';
import { ageGroups, ageShares } from '../people/ages.ts';
import { apportion } from '../people/apportion.ts';
import { randomStream, type Random } from '../random.ts';
import { latestYear, years } from './years.ts';

/** Whole numbers of one quarter in one year, by name of the count. Everything above is a sum of these. */
export type Counts = Readonly<Record<string, number>>;
export type QuarterYear = { readonly quarter: string; readonly year: number; readonly counts: Counts };

/** All counts of all quarters and years. `places` gives day-care places from the list of institutions. */
export function countAll(places: (quarter: string, year: number) => number): QuarterYear[] {
  return quarters.flatMap((quarter) => {
    const own = habitsOf(quarter);
    return years.map((year) => ({ quarter: quarter.key, year, counts: countOne(quarter, year, own, places(quarter.key, year)) }));
  });
}

/** Age groups of all quarters at the end of the latest year, in the order of `ageGroups`. */
export function latestAges(): ReadonlyMap<string, readonly number[]> {
  return new Map(quarters.map((quarter) => [quarter.key, agesOf(quarter, latestYear, habitsOf(quarter))]));
}

/** What makes this quarter differ from others with the same burden: one lasting factor per count, and a yearly one. */
type Habits = { readonly lasting: (name: string) => number; readonly yearly: (name: string, year: number) => number };

function habitsOf(quarter: QuarterPlan): Habits {
  const stream = (name: string): Random => randomStream(`habits/${quarter.key}/${name}`);
  return {
    lasting: (name) => Math.exp(0.06 * stream(name).normal()),
    yearly: (name, year) => Math.exp(0.016 * stream(`${name}/${year}`).normal()),
  };
}

export function burdenOf(quarter: QuarterPlan, year: number): number {
  const before = latestYear - year;
  return Math.max(0, Math.min(1.05, quarter.burden - quarter.drift * before - quarter.turn * Math.min(3, before)));
}

/** Old people's growth, newcomers of 2015 and 2022, quarters that grow or shrink. */
function peopleOf(quarter: QuarterPlan, year: number): number {
  if (year === latestYear) return quarter.people;
  const own = randomStream(`growth/${quarter.key}`).between(-0.0045, 0.0095);
  const wave = (year >= 2016 ? 0.004 : 0) + (year >= 2022 ? 0.005 : 0) - 0.009;
  const chance = quarter.fabric === 'harbour' ? 0 : 0.0016 * randomStream(`growth/${quarter.key}/${year}`).normal();
  return Math.round(quarter.people * (1 - own * (latestYear - year) + wave + chance));
}

function agesOf(quarter: QuarterPlan, year: number, own: Habits): number[] {
  const burden = burdenOf(quarter, year);
  const ageing = (latestYear - year) * 0.006;
  const tilt = [1 + 0.32 * burden, 1 + 0.3 * burden, 1 + 0.28 * burden, 1 + 0.24 * burden, 1, 1, 1, 1 - 0.12 * burden - ageing, 1 - 0.2 * burden - 2 * ageing];
  const weights = ageShares[quarter.fabric].map((share, i) => share * (tilt[i] ?? 1) * Math.exp(0.5 * Math.log(own.lasting(`age/${i}`))));
  return apportion(peopleOf(quarter, year), weights);
}

function countOne(quarter: QuarterPlan, year: number, own: Habits, kitaPlaces: number): Counts {
  const burden = burdenOf(quarter, year);
  const ages = agesOf(quarter, year, own);
  const [under3, from3to5, from6to9, from10to17, from18to24, from25to44, from45to64, from65to79, over80] = ages as [number, number, number, number, number, number, number, number, number];
  const population = ages.reduce((sum, count) => sum + count, 0);
  const since = year - 2014;
  /** Part of a base, with the quarter's own habit; never more than the base. */
  const part = (name: string, base: number, share: number, least = 0) =>
    Math.min(base, Math.max(least, Math.round(base * share * own.lasting(name) * own.yearly(name, year))));
  const shelter = quarter.key === '206' && year >= 2023;

  const under6 = under3 + from3to5;
  const under15 = under3 + from3to5 + from6to9 + Math.round((from10to17 * 5) / 8);
  const under18 = under6 + from6to9 + from10to17;
  const from15to24 = Math.round((from10to17 * 3) / 8) + from18to24;
  const from15to64 = Math.round((from10to17 * 3) / 8) + from18to24 + from25to44 + from45to64;
  const adults = population - under18;
  const under65 = population - from65to79 - over80;
  const over65 = from65to79 + over80;
  const ageCounts = Object.fromEntries(ageGroups.map((group, i) => [`population_${group.id}`, ages[i] ?? 0]));

  const perHousehold = { oldTown: 1.55, blocks: 1.8, estate: 2.08, terraces: 2.14, villas: 2.17, village: 2.22, harbour: 1.6, campus: 1.62 }[quarter.fabric];
  const households = part('households', population, 1 / perHousehold);
  const families = part('families', households, (under18 / Math.max(1, households)) / 1.68);
  const migration = part('migration', population, (shelter ? 0.44 : 0.105 + 0.43 * burden) + 0.0085 * since, 3);
  const sgb2 = Math.min(part('sgb2', under65, 0.026 + 0.355 * burden ** 1.5 + (shelter ? 0.05 : 0) + wave(year), 3), Math.round(under65 * 0.62));
  const sgb2Rate = sgb2 / Math.max(1, under65);
  const childPoverty = part('child-poverty', under18, Math.min(0.62, sgb2Rate * 1.36 + 0.012), 3);
  const entrants = part('entrants', from6to9, 0.76);
  const graders = part('graders', from6to9, 0.73);
  const leavers = part('leavers', from10to17, 0.4);
  const examined = part('examined', from6to9, 0.7);
  const dwellings = Math.round(households * 1.031 * own.lasting('dwellings') ** 0.15);
  const social = { oldTown: 0.05, blocks: 0.09, estate: 0.34, terraces: 0.05, villas: 0.012, village: 0.03, harbour: 0.02, campus: 0.13 }[quarter.fabric];
  const metresPerHead = 35 + 16 * (1 - burden) + ({ villas: 7, village: 4, terraces: 3, estate: -3, campus: -3, oldTown: 1, blocks: 0, harbour: 0 }[quarter.fabric]);
  const livingArea = Math.round(population * metresPerHead * own.lasting('area') ** 0.4 * (1 + 0.003 * since));
  const rentedArea = Math.round(livingArea * { oldTown: 0.8, blocks: 0.82, estate: 0.86, terraces: 0.38, villas: 0.26, village: 0.28, harbour: 0.7, campus: 0.78 }[quarter.fabric]);
  const rentPrice = (5.4 + 2.1 * (1 - burden) + ({ oldTown: 1.3, campus: 1.1, villas: 0.9, estate: -0.5, blocks: 0.3, terraces: 0, village: -0.2, harbour: -0.6 }[quarter.fabric])) * 1.034 ** since;

  return {
    ...ageCounts, population, under6, under15, under18, from15to24, from15to64, adults, under65, over65, households, families, dwellings,
    births: part('births', population, 0.0086 + 0.0035 * burden),
    moves: part('moves', population, { oldTown: 0.19, blocks: 0.15, estate: 0.12, terraces: 0.07, villas: 0.06, village: 0.065, harbour: 0.2, campus: 0.24 }[quarter.fabric]),
    singles: part('singles', households, { oldTown: 0.62, blocks: 0.53, estate: 0.42, terraces: 0.34, villas: 0.31, village: 0.29, harbour: 0.6, campus: 0.61 }[quarter.fabric]),
    seniors_alone: part('seniors-alone', over65, 0.31 + 0.08 * burden),
    migration, foreigners: Math.min(migration, part('foreigners', migration, 0.5 + 0.09 * burden + (shelter ? 0.2 : 0))),
    large_families: part('large-families', families, 0.072 + 0.145 * burden + 0.0009 * since, 3),
    single_parents: part('single-parents', families, 0.135 + 0.215 * burden, 3),
    early_support: part('early-support', under3, 0.035 + 0.12 * burden + 0.003 * since),
    daycare_under3: part('daycare-u3', under3, 0.3 - 0.13 * burden + 0.012 * since),
    daycare_3to5: part('daycare-3to5', from3to5, Math.min(0.985, 0.975 - 0.075 * burden)),
    kita_places: kitaPlaces,
    family_support: part('family-support', under18, 0.012 + 0.066 * burden + 0.0006 * since),
    entrants, language_need: part('language', entrants, 0.07 + 0.36 * burden + 0.004 * since),
    graders, to_gymnasium: part('gymnasium', graders, Math.min(0.86, 0.68 - 0.44 * burden)),
    leavers, without_certificate: part('without-certificate', leavers, 0.018 + 0.115 * burden ** 1.2 + 0.0012 * since),
    learning_support: part('learning-support', under18, 0.006 + 0.105 * burden + 0.001 * since),
    sgb2, child_poverty: childPoverty, sgb2_under15: Math.min(under15, Math.min(childPoverty, part('sgb2-under15', under15, Math.min(0.62, sgb2Rate * 1.39 + 0.014)))),
    unemployed: part('unemployed', from15to64, 0.022 + 0.115 * burden + 0.4 * wave(year)),
    youth_unemployed: part('youth-unemployed', from15to24, 0.014 + 0.083 * burden + 0.3 * wave(year), 3),
    sgb12: part('sgb12', adults, 0.006 + 0.036 * burden + 0.0005 * since, 3),
    sgb12_old: part('sgb12-old', over65, 0.014 + 0.145 * burden ** 1.2 + 0.0012 * since),
    housing_benefit: part('housing-benefit', households, 0.012 + 0.034 * burden + (year >= 2023 ? 0.012 : 0)),
    debt_advice: part('debt', adults, 0.003 + 0.024 * burden),
    in_care: part('care', population, 0.02 + 0.0023 * since + 0.24 * Math.max(0, over80 / Math.max(1, population) - 0.03) + 0.012 * burden),
    examined, caries: part('caries', examined, 0.11 + 0.37 * burden - 0.003 * since),
    overweight: part('overweight', entrants, 0.062 + 0.098 * burden + 0.001 * since),
    vaccinated: part('vaccinated', entrants, Math.min(0.985, 0.955 - 0.06 * burden)),
    check_up: part('check-up', entrants, Math.min(0.99, 0.95 - 0.2 * burden)),
    living_area: livingArea, rented_area: rentedArea,
    rent_sum: Math.round(rentedArea * rentPrice * own.lasting('rent') ** 0.3),
    vacant: part('vacant', dwellings, 0.016 + 0.026 * burden + (quarter.fabric === 'harbour' ? 0.04 : 0)),
    social_dwellings: part('social', dwellings, Math.max(0.004, social * (1 - 0.018 * since))),
    homeless_prevention: part('homeless', households, 0.0015 + 0.013 * burden),
  };
}

/** City-wide waves: fewer recipients until 2019, the pandemic, newcomers of 2022. */
function wave(year: number): number {
  const table: Record<number, number> = { 2014: 0.012, 2015: 0.013, 2016: 0.014, 2017: 0.012, 2018: 0.008, 2019: 0.003, 2020: 0.011, 2021: 0.008, 2022: 0.007, 2023: 0.005, 2024: 0.003, 2025: 0.002 };
  return table[year] ?? 0;
}
