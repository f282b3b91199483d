import type { Addresses, Institution, Placement } from '#app/domain/city/city.ts';
import { areaIndexOf } from '#app/domain/geometry/area-index.ts';
import { boundsOf, boundsOfAll } from '#app/domain/geometry/shape-measures.ts';
import type { Coordinate } from '#app/domain/geometry/shapes.ts';
import type { Geocoder } from '#app/domain/geocode/geocode-address.ts';
import { geocoderFor } from '#app/domain/geocode/geocode-address.ts';
import { splitAddress } from '#app/domain/geocode/plain-address.ts';
import { duplicateInstitutions } from '#app/domain/register/duplicate-institutions.ts';
import { freeId, plainLetters } from '#app/domain/source/plain-ids.ts';
import type { DuplicateProposal } from '#app/domain/register/duplicate-institutions.ts';
import { asId } from '#shared/ids.ts';
import { plainText } from '#app/domain/source/columns.ts';
import type { RecipeInstitutions } from '../recipe/recipe-schema.ts';
import type { PlacingContext } from './build-context.ts';
import { coordinateReader } from './coordinate-reader.ts';
import { fieldReader, unknownWords } from './institution-fields.ts';
import { placedPoints } from './placed-points.ts';
import { postcodeText } from './postcode.ts';
import { textReader } from './row-texts.ts';
import { columnIndex, openRows } from './rows.ts';
import type { Place, RowSource, SourceRow } from './rows.ts';
import type { BuiltLevel } from './shaped-area.ts';
import { lookupIn } from './table-areas.ts';

export type BuiltInstitutions = {
  readonly institutions: readonly Institution[];
  readonly unplaced: readonly { readonly source: string; readonly institution: Institution }[];
  readonly duplicates: readonly DuplicateProposal[];
  /** The list each institution came from. */
  readonly listOf: ReadonlyMap<string, string>;
};

/** Institutions of every list, placed as well as the recipe allows; the rest stays without a place and is listed. */
export function buildInstitutions(context: PlacingContext, levels: readonly BuiltLevel[], addresses: Addresses | undefined): BuiltInstitutions {
  const geocoder = addresses && geocoderFor(addresses);
  const taken = new Map<string, string>();
  const leftOut = new Map<string, string>();
  const institutions = context.recipe.institutions.flatMap((list) => readList(context, list, levels, geocoder, taken, leftOut));
  reportLostTwins(context, taken, leftOut);
  const different = new Set(context.recipe.institutions.flatMap((list) => (list.different ?? []).map(([one, other]) => pairKey(one, other))));
  // what the planner called two institutions is not asked again
  const duplicates = duplicateInstitutions(institutions).filter(({ one, other }) => !different.has(pairKey(one, other)));
  for (const list of context.recipe.institutions) {
    const gone = (list.different ?? []).filter((pair) => pair.some((key) => !taken.has(key) && !leftOut.has(key)));
    if (gone.length > 0) context.log.warning('institutions', list.id, 'differentUnused', { count: gone.length }, gone.map(([one, other]) => `${one} / ${other}`));
    const own = duplicates.filter(({ other }) => taken.get(other) === list.id);
    if (own.length > 0) context.log.warning('institutions', list.id, 'duplicatesLikely', { count: own.length }, own.map((pair) => duplicateText(pair, institutions)));
  }
  const unplaced = institutions.filter(({ location, reach }) => location === undefined && reach === 'located').map((institution) => ({ source: taken.get(institution.id)!, institution }));
  return { institutions, unplaced, duplicates, listOf: taken };
}

/** What was left out as the same as another is lost where that other is not there. It may be left out itself for a third that is. */
function reportLostTwins({ recipe, log }: PlacingContext, taken: ReadonlyMap<string, string>, leftOut: ReadonlyMap<string, string>): void {
  const isKept = (id: string): boolean => {
    const seen = new Set<string>();
    for (let at: string | undefined = id; at !== undefined && !seen.has(at); at = leftOut.get(at)) {
      if (taken.has(at)) return true;
      seen.add(at);
    }
    return false;
  };
  for (const list of recipe.institutions) {
    const lost = Object.entries(list.sameAs).filter(([id, kept]) => leftOut.get(id) === kept && !isKept(kept));
    if (lost.length > 0) log.error('institutions', list.id, 'sameAsNowhere', { count: lost.length }, lost.map(([id, kept]) => `${id} = ${kept}`));
  }
}

/** The same for both orders of a pair. */
const pairKey = (one: string, other: string): string => JSON.stringify([one, other].sort());

function duplicateText({ one, other }: DuplicateProposal, institutions: readonly Institution[]): string {
  const nameOf = (id: string): string => institutions.find((institution) => institution.id === id)?.name ?? '';
  return `${other} ${nameOf(other)} = ${one} ${nameOf(one)}`;
}

function readList(context: PlacingContext, list: RecipeInstitutions, levels: readonly BuiltLevel[], geocoder: Geocoder | undefined, taken: Map<string, string>, allLeftOut: Map<string, string>): readonly Institution[] {
  const { log } = context;
  const place: Place = { part: 'institutions', subject: list.id };
  const source = openRows(context, list, place);
  if (source === undefined) return [];
  const errorsBefore = log.entries.filter(({ level }) => level === 'error').length;
  const unknown = unknownWords();
  const fields = fieldReader(list, source, context, place, unknown);
  const keyAt = list.key === undefined ? undefined : columnIndex(source, list.key.column, context, place);
  const placeOf = placer(context, list, source, geocoder, place);
  if (log.entries.filter(({ level }) => level === 'error').length > errorsBefore) return [];
  const [nameless, twice, sameAs, without, elsewhere]: [string[], string[], string[], string[], string[]] = [[], [], [], [], []];
  const leftOut = new Map(Object.entries(list.sameAs));
  const byPlacement: Partial<Record<Placement, number>> = {};
  const rowsOf = new Map<Institution, SourceRow>();
  for (const row of source.rows) {
    const read = fields(row);
    if (read.name === '') {
      nameless.push(`${row.line}: ${row.cells.map(plainText).filter((text) => text !== '').slice(0, 3).join(', ')}`);
      continue;
    }
    const wanted = `${list.key?.prefix ?? ''}${keyAt === undefined ? keyFrom(read.category, read.name, read.address) : plainText(row.cells[keyAt])}`;
    const id = freeId(wanted === '' ? keyFrom(read.category, read.name, read.address) : wanted, (key) => taken.has(key) || allLeftOut.has(key), '-');
    if (id !== wanted) twice.push(`${wanted} → ${id} (${read.name})`);
    if (leftOut.has(id)) {
      sameAs.push(`${id} ${read.name} = ${leftOut.get(id)}`);
      // its id stays its own: the next row of that name is another one
      allLeftOut.set(id, leftOut.get(id)!);
      continue;
    }
    taken.set(id, list.id);
    const found = placeOf(row, id, read.postcode);
    if (found.at === undefined && found.elsewhere !== undefined) elsewhere.push(`${id} ${read.name}: ${found.elsewhere}`);
    byPlacement[found.placement] = (byPlacement[found.placement] ?? 0) + 1;
    if (found.placement === 'none' && read.reach === 'located') without.push(`${id} ${read.name}, ${read.address}`);
    rowsOf.set({ ...read, id: asId(id), location: found.at, placement: found.placement }, row);
  }
  const institutions = [...rowsOf.keys()];
  log.institutions.push({ source: list.id, rows: source.rows.length, kept: institutions.length, byPlacement: { ...byPlacement } });
  const warn = (code: Parameters<typeof log.warning>[2], found: readonly string[]): void => {
    if (found.length > 0) log.warning('institutions', list.id, code, { count: found.length }, found);
  };
  if (unknown.of('category').length > 0) log.error('institutions', list.id, 'categoryUnknown', {}, unknown.of('category'));
  for (const field of ['targetGroups', 'reach', 'barrierFree', 'fixedTerm', 'capacity', 'openedOn', 'closedOn', 'fixedTermEnd', 'verifiedOn', 'public']) {
    if (unknown.of(field).length > 0) log.warning('institutions', list.id, 'wordsUnknown', { field }, unknown.of(field));
  }
  warn('institutionsNameless', nameless);
  warn('institutionKeysTwice', twice);
  if (sameAs.length > 0) log.decision('institutions', list.id, 'sameInstitution', { count: sameAs.length }, sameAs);
  const unused = [...leftOut.keys()].filter((id) => !sameAs.some((text) => text.startsWith(`${id} `)));
  warn('sameAsUnused', unused);
  warn('handPlacesUnused', Object.keys(list.placedByHand).filter((id) => !institutions.some((institution) => institution.id === id)));
  warn('institutionsUnplaced', without);
  warn('postcodeDiffers', elsewhere);
  reportPlaces(context, list, institutions, levels, rowsOf, source, place);
  return institutions;
}

/** "Hauptstraße 5, 14482 Potsdam": house numbers have four digits at most. */
const POSTCODE_BEHIND = /[,;\s](\d{5})(?!\d)/;

/** Words of the bundle format for how a place was found. */
const SAID_PLACEMENTS: ReadonlyMap<string, Placement> = new Map([['given', 'given'], ['address', 'address'], ['street', 'street'], ['area', 'area'], ['by_hand', 'byHand']]);

/** `elsewhere`: the address and the postcodes under which alone it is known. */
type Found = { readonly at: Coordinate | undefined; readonly placement: Placement; readonly elsewhere?: string | undefined };
type Way = (row: SourceRow, postcode: string) => Found | undefined;

function placer(context: PlacingContext, list: RecipeInstitutions, source: RowSource, geocoder: Geocoder | undefined, place: Place): (row: SourceRow, id: string, postcode: string) => Found {
  const ways = list.place.flatMap((way): Way[] => {
    if (way.by === 'address') {
      if (geocoder === undefined) context.log.error(place.part, place.subject, 'addressesMissing');
      const street = textReader(way.street, source, context, place);
      const number = way.houseNumber === undefined ? undefined : textReader(way.houseNumber, source, context, place);
      const postcodeAt = way.postcode === undefined ? undefined : columnIndex(source, way.postcode, context, place);
      return [(row, postcode) => {
        const line = street(row);
        const split = number === undefined ? splitAddress(line) : { street: line, number: number(row) };
        const stated = (postcodeAt === undefined ? '' : postcodeText(row.cells[postcodeAt])) || POSTCODE_BEHIND.exec(line)?.[1] || postcode;
        const found = geocoder?.(split.street, split.number, stated);
        if (found?.kind === 'elsewhere') return { at: undefined, placement: 'none', elsewhere: `${split.street} ${split.number}, ${stated} → ${found.postcodes.join(', ')}` };
        return found !== undefined && 'at' in found ? { at: found.at, placement: found.kind } : undefined;
      }];
    }
    const at = way.by === 'geometry' ? placedPoints(context, list.file, source, place) : coordinateReader(source, way, context, place);
    return at === undefined ? [] : [(row) => {
      const found = at(row);
      return found && { at: found, placement: 'given' };
    }];
  });
  const byHand = new Map(Object.entries(list.placedByHand));
  const saidAt = list.placement === undefined ? undefined : columnIndex(source, list.placement, context, place);
  return (row, id, postcode) => {
    const hand = byHand.get(id);
    if (hand !== undefined) return { at: hand, placement: 'byHand' };
    let elsewhere: string | undefined;
    for (const way of ways) {
      const answer = way(row, postcode);
      elsewhere ??= answer?.elsewhere;
      if (answer?.at === undefined) continue;
      // the file's word is about the coordinates it gives; how an address was found only the search knows
      const said = answer.placement === 'given' && saidAt !== undefined ? SAID_PLACEMENTS.get(plainText(row.cells[saidAt])) : undefined;
      return { at: answer.at, placement: said ?? answer.placement };
    }
    return { at: undefined, placement: 'none', elsewhere };
  };
}

/** Metres around the city in which an institution may lie that belongs to it. */
const NEAR_CITY = 5_000;

function reportPlaces({ log }: PlacingContext, list: RecipeInstitutions, institutions: readonly Institution[], levels: readonly BuiltLevel[], rowsOf: ReadonlyMap<Institution, SourceRow>, source: RowSource, place: Place): void {
  const box = boundsOfAll(levels.flatMap(({ areas }) => areas.map(({ shape }) => boundsOf(shape))));
  const placed = institutions.filter(({ location }) => location !== undefined);
  const far = box === undefined ? [] : placed.filter(({ location }) => {
    const [x, y] = location!;
    return x < box.minX - NEAR_CITY || x > box.maxX + NEAR_CITY || y < box.minY - NEAR_CITY || y > box.maxY + NEAR_CITY;
  });
  if (placed.length > 0 && far.length * 2 > placed.length) log.error(place.part, place.subject, 'placesElsewhere', { count: far.length, all: placed.length });
  else if (far.length > 0) log.warning(place.part, place.subject, 'placesFar', { count: far.length }, far.map(({ id, name }) => `${id} ${name}`));
  const declared = list.declaredArea;
  const level = declared && levels.find((candidate) => candidate.level.id === declared.level);
  const answer = declared && source.columns.find(declared.column);
  if (declared === undefined || level === undefined || answer?.kind !== 'found') return;
  const find = lookupIn(level, declared);
  const index = areaIndexOf(level.areas);
  const differ: string[] = [];
  const unknown = new Set<string>();
  for (const institution of placed) {
    const text = rowsOf.get(institution)!.cells[answer.index];
    const said = find(text);
    if (said.kind === 'unknown' || said.kind === 'unclear') unknown.add(said.text);
    const lies = index.at(institution.location!);
    if (said.kind === 'area' && lies?.id !== said.id) differ.push(`${institution.id} ${institution.name}: ${plainText(text)} / ${lies === undefined ? '–' : lies.name}`);
  }
  if (differ.length > 0) log.warning(place.part, place.subject, 'declaredAreaDiffers', { count: differ.length }, differ);
  if (unknown.size > 0) log.warning(place.part, place.subject, 'unmatchedRows', { count: unknown.size }, [...unknown]);
}

/** Keys that people can read and that stay the same from year to year as long as name and address do. */
function keyFrom(category: string, name: string, address: string): string {
  return [category, plainLetters(name, '-').slice(0, 60), plainLetters(address, '-').slice(0, 40)].filter((part) => part !== '').join('-');
}
