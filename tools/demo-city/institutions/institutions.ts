import type { Institution } from '#app/domain/city/city.ts';
import type { Coordinate } from '#app/domain/geometry/shapes.ts';
import { asDate, asId, type IsoDate } from '#shared/ids.ts';
import { insideShape, roundTo } from '../ground/shapes-of-labels.ts';
import { distance, signedDistance } from '../ground/polyline.ts';
import type { Ground } from '../ground/ground.ts';
import { languages, programmes } from '../names/institutions.ts';
import { quarters, type QuarterPlan } from '../names/quarters.ts';
import { apportion } from '../people/apportion.ts';
import type { PeopleCell } from '../people/population-cells.ts';
import { randomStream, type Random } from '../random.ts';
import type { Walk, WalkNode } from '../streets/draft.ts';
import { kinds, type InstitutionKind } from './kinds.ts';
import { specialOffers } from './special.ts';

/** An institution with the quarter it stands in; `quarter` is undefined for offers without a place. */
export type PlacedInstitution = { readonly quarter: string | undefined; readonly institution: Institution };

/** All institutions, numbered in a fixed order; coordinates are metres around the market square. */
export function settleInstitutions(ground: Ground, walk: Walk, people: readonly PeopleCell[]): PlacedInstitution[] {
  const sites = sitesByQuarter(ground, walk);
  const located = kinds.flatMap((kind) => settleKind(kind, sites, people));
  return uniqueNames([...located, ...specialOffers(located)]).map((placed, i) => ({
    ...placed,
    institution: { ...placed.institution, id: asId(`E${String(i + 1).padStart(4, '0')}`), contact: mailbox(placed.institution.name), website: `https://www.halmstedt.example/einrichtungen/e${String(i + 1).padStart(4, '0')}` },
  }));
}

function settleKind(kind: InstitutionKind, sites: ReadonlyMap<string, readonly WalkNode[]>, people: readonly PeopleCell[]): PlacedInstitution[] {
  const random = randomStream(`institutions/${kind.category}`);
  const need = (cell: PeopleCell) => cell.counts.slice(kind.age[0], kind.age[1] + 1).reduce((sum, count) => sum + count, 0);
  const byQuarter = quarters.map((quarter) => people.filter((cell) => cell.quarter === quarter.key));
  const weights = quarters.map((quarter, i) => (byQuarter[i] ?? []).reduce((sum, cell) => sum + need(cell), 0) * favour(quarter, kind));
  const taken: Coordinate[] = [];
  const shares = apportion(kind.count, weights.map((weight) => weight * random.between(0.75, 1.25)));
  return shares.flatMap((share, chosen) => Array<number>(share).fill(chosen)).map((chosen) => {
    const quarter = quarters[chosen] as QuarterPlan;
    const cells = byQuarter[chosen] ?? [];
    const cell = cells[random.weighted(cells.map((other) => need(other) + 1))] as PeopleCell;
    const site = siteNear(sites.get(quarter.key) ?? [], cell.centre, taken, random);
    taken.push(site.at);
    return { quarter: quarter.key, institution: record(kind, quarter, site, random) };
  });
}

/** Fewer offers where the burden is high, and none of some kinds in the newest parts of the estates in the north. */
function favour(quarter: QuarterPlan, kind: InstitutionKind): number {
  if (quarter.fabric === 'harbour') return kind.category === 'counselling' || kind.category === 'sports_club' ? 1 : 0;
  if (quarter.key === '205' && (kind.category === 'youth_centre' || kind.category === 'health' || kind.category === 'care_home')) return 0.08;
  if (quarter.key === '202' && kind.category === 'counselling') return 0.15;
  if (quarter.key === '205' && kind.category === 'counselling') return 0.1;
  const central = kind.category === 'counselling' || kind.category === 'other' ? Math.exp(-Math.hypot(quarter.x, quarter.y) / 2600) * 2.4 + 0.25 : 1;
  return Math.max(0.12, 1 + kind.pull * (2 * quarter.burden - 0.6)) * central;
}

function siteNear(sites: readonly WalkNode[], centre: Coordinate, taken: readonly Coordinate[], random: Random): WalkNode {
  const near = sites.map((site) => ({ site, gap: distance(site.at, centre) + random.between(0, 120) })).sort((a, b) => a.gap - b.gap);
  const free = near.find(({ site }) => taken.every((other) => distance(other, site.at) > 60));
  const found = free ?? near[0];
  if (found === undefined) throw new Error('A quarter without streets');
  return found.site;
}

function record(kind: InstitutionKind, quarter: QuarterPlan, site: WalkNode, random: Random): Institution {
  const street = site.street as string;
  const temporary = random.unit() < kind.fixedTerm;
  const unsure = !temporary && random.unit() < 0.05;
  const { name, capacity, hours, provider } = kind.describe({ quarter: quarter.name.length > 25 ? quarter.shortName : quarter.name, street, random });
  const wide = (kind.category === 'counselling' || kind.category === 'other') && random.unit() < 0.07;
  return {
    id: asId('E0000'), name, category: asId(kind.category), address: `${street} ${site.number}`, postcode: postcodeOf(quarter), contact: '', website: '',
    provider, location: [roundTo(site.at[0] + random.between(-14, 14)), roundTo(site.at[1] + random.between(-14, 14))], placement: 'given', reach: wide ? 'citywide' : 'located', capacity,
    openingHours: hours, openedOn: openedOn(random), closedOn: undefined, barrierFree: random.pick(['yes', 'yes', 'partly', 'no', 'unknown'] as const),
    languages: random.pick(languages), fixedTerm: temporary ? 'yes' : unsure ? 'unknown' : 'no', fixedTermEnd: temporary ? random.pick(['2026-07-31', '2026-12-31', '2027-06-30', '2027-12-31']) as IsoDate : undefined,
    programme: temporary ? random.pick(programmes) : '', verifiedOn: verifiedOn(random), source: asId('institutions'), public: random.unit() > 0.03, targetGroups: kind.targetGroups.map((group) => asId(group)),
  };
}

function openedOn(random: Random): IsoDate {
  const year = random.unit() < 0.28 ? 2014 + random.below(11) : 1964 + random.below(50);
  return asDate(`${year}-${random.pick(['02', '08', '09'])}-01`);
}

/** Most entries were checked in the last year; some not for more than two. */
function verifiedOn(random: Random): IsoDate | undefined {
  const lot = random.unit();
  if (lot < 0.04) return undefined;
  const year = lot < 0.12 ? 2023 : lot < 0.3 ? 2024 : 2025;
  return asDate(`${year}-${String(1 + random.below(12)).padStart(2, '0')}-${String(1 + random.below(28)).padStart(2, '0')}`);
}

/** Postcodes beginning with 00 are given to no town. */
export function postcodeOf(quarter: QuarterPlan): string {
  return `001${quarter.district}${quarter.key.slice(2)}`;
}

/** A mailbox of the house, never of a person: its name in plain letters, cut between words. */
function mailbox(name: string): string {
  const plain = name.toLowerCase().replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss').replaceAll('é', 'e');
  const words = plain.split(/[^a-z0-9]+/).filter((word) => word !== '');
  while (words.join('-').length > 44) words.pop();
  return `${words.join('-')}@halmstedt.example`;
}

function uniqueNames(placed: readonly PlacedInstitution[]): PlacedInstitution[] {
  const used = new Map<string, number>();
  return placed.map(({ quarter, institution }) => {
    const times = (used.get(institution.name) ?? 0) + 1;
    used.set(institution.name, times);
    if (times === 1) return { quarter, institution };
    const street = institution.address.replace(/ \d+$/, '');
    const first = institution.name.includes(street) || street === '' ? `${institution.name} ${'I'.repeat(times)}` : `${institution.name}, ${street}`;
    return { quarter, institution: { ...institution, name: first } };
  });
}

/** Street corners of each quarter where a house can stand. */
function sitesByQuarter(ground: Ground, walk: Walk): Map<string, WalkNode[]> {
  const sites = new Map<string, WalkNode[]>();
  for (const node of walk.nodes) {
    if (node.street === undefined || node.patch === 'main') continue;
    const shape = ground.quarters.get(node.patch);
    if (shape === undefined || !roomAround(node.at).every((corner) => insideShape(shape, corner)) || Math.abs(signedDistance(ground.river, ...node.at)) < 90) continue;
    if (Math.abs(signedDistance(ground.rail, ...node.at)) < 60) continue;
    sites.set(node.patch, [...(sites.get(node.patch) ?? []), node]);
  }
  return sites;
}

/** Corners of the square in which the door of a house at this corner may lie. */
const roomAround = ([x, y]: Coordinate): Coordinate[] => [[x - 16, y - 16], [x + 16, y - 16], [x + 16, y + 16], [x - 16, y + 16]];
