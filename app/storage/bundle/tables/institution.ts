import type { Category, City, Institution, Placement, Source, TargetGroup } from '#app/domain/city/city.ts';
import type { InstitutionId, TargetGroupId } from '#shared/ids.ts';
import { asDate, asId } from '#shared/ids.ts';
import type { SqlDatabase } from '../../sqlite/sqlite.ts';
import { flag, integer, key, optionalDate, optionalGeometry, optionalKey, optionalReal, text, textList, word } from '../column.ts';
import { pointFrom } from '../geometry/city-geometry.ts';
import { pointBlob } from '../geometry/write-geometry.ts';
import { RowFault } from '../row-fault.ts';
import type { RowOf } from '../table.ts';
import { defineTable, insertRows, readRows } from '../table.ts';
import { words } from '../words.ts';
import { srsOf } from './manifest.ts';

const reachWords = words({ located: 'located', citywide: 'citywide' } satisfies Record<Institution['reach'], string>);
const barrierFreeWords = words({ yes: 'yes', partly: 'partly', no: 'no', unknown: 'unknown' } satisfies Record<Institution['barrierFree'], string>);
const fixedTermWords = words({ yes: 'yes', no: 'no', unknown: 'unknown' } satisfies Record<Institution['fixedTerm'], string>);

const placementWords = words({ given: 'given', address: 'address', street: 'street', area: 'area', byHand: 'by_hand', none: 'none' } satisfies Record<Placement, string>);

export const categoryTable = defineTable({
  name: 'category',
  title: 'Arten von Einrichtungen',
  key: ['id'],
  columns: { id: key(), name: text(), symbol: text(), category_order: integer() },
});

export const targetGroupTable = defineTable({ name: 'target_group', title: 'Zielgruppen', key: ['id'], columns: { id: key(), name: text() } });

export const institutionTable = defineTable({
  name: 'institution',
  title: 'Einrichtungen',
  key: ['id'],
  columns: {
    geom: optionalGeometry('POINT'),
    id: key(),
    name: text(),
    category: key(),
    address: text(),
    postcode: text(),
    contact: text(),
    website: text(),
    provider: text(),
    reach: word(reachWords),
    capacity: optionalReal(),
    opening_hours: text(),
    opened_on: optionalDate(),
    closed_on: optionalDate(),
    barrier_free: word(barrierFreeWords),
    languages: textList(),
    fixed_term: word(fixedTermWords),
    fixed_term_end: optionalDate(),
    programme: text(),
    verified_on: optionalDate(),
    source: optionalKey(),
    public: flag(),
    placement: word(placementWords),
  },
});

export const institutionTargetGroupTable = defineTable({
  name: 'institution_target_group',
  title: 'Einrichtungen: Zielgruppen',
  key: ['institution', 'target_group'],
  columns: { institution: key(), target_group: key() },
});

export const sourceTable = defineTable({
  name: 'source',
  title: 'Quellen',
  key: ['id'],
  columns: { id: key(), title: text(), publisher: text(), licence: text(), date: optionalDate() },
});

export function writeInstitutions(database: SqlDatabase, city: City): void {
  const srs = srsOf(city.manifest.crs);
  insertRows(database, categoryTable, city.categories.map((category) => ({
    id: category.id, name: category.name, symbol: category.symbol, category_order: category.order,
  })));
  insertRows(database, targetGroupTable, city.targetGroups.map((group) => ({ id: group.id, name: group.name })));
  insertRows(database, institutionTable, city.institutions.map((institution) => institutionToRow(institution, srs)));
  insertRows(database, institutionTargetGroupTable, city.institutions.flatMap((institution) =>
    institution.targetGroups.map((group) => ({ institution: institution.id, target_group: group })),
  ));
  insertRows(database, sourceTable, city.sources.map((source) => ({
    id: source.id, title: source.title, publisher: source.publisher, licence: source.licence, date: source.date ?? null,
  })));
}

export const readCategories = (database: SqlDatabase): Category[] =>
  readRows(database, categoryTable, (row) => ({ id: asId(row.id), name: row.name, symbol: row.symbol, order: row.category_order }));

export const readTargetGroups = (database: SqlDatabase): TargetGroup[] =>
  readRows(database, targetGroupTable, (row) => ({ id: asId(row.id), name: row.name }));

export function readInstitutions(database: SqlDatabase, srs: number): Institution[] {
  const groups = new Map<InstitutionId, TargetGroupId[]>();
  readRows(database, institutionTargetGroupTable, (row) => {
    const institution = asId<InstitutionId>(row.institution);
    groups.set(institution, [...(groups.get(institution) ?? []), asId<TargetGroupId>(row.target_group)]);
  });
  return readRows(database, institutionTable, (row) => institutionFrom(row, groups.get(asId(row.id)) ?? [], srs));
}

export const readSources = (database: SqlDatabase): Source[] =>
  readRows(database, sourceTable, (row) => ({
    id: asId(row.id), title: row.title, publisher: row.publisher, licence: row.licence, date: row.date === null ? undefined : asDate(row.date),
  }));

/** A place and the word for it must agree in both directions. */
function placementOf(row: RowOf<typeof institutionTable>): Placement {
  const placement = placementWords.fromDisk(row.placement);
  if ((placement === 'none') !== (row.geom === null)) {
    throw new RowFault(institutionTable.name, `id ${row.id}`, 'placement', row.geom === null ? 'a word for a place that is not there' : 'none, but there is a place');
  }
  return placement;
}

const institutionToRow = (institution: Institution, srs: number): RowOf<typeof institutionTable> => ({
  geom: institution.location === undefined ? null : pointBlob(institution.location, srs),
  id: institution.id,
  name: institution.name,
  category: institution.category,
  address: institution.address,
  postcode: institution.postcode,
  contact: institution.contact,
  website: institution.website,
  provider: institution.provider,
  reach: reachWords.toDisk(institution.reach),
  capacity: institution.capacity ?? null,
  opening_hours: institution.openingHours,
  opened_on: institution.openedOn ?? null,
  closed_on: institution.closedOn ?? null,
  barrier_free: barrierFreeWords.toDisk(institution.barrierFree),
  languages: JSON.stringify(institution.languages),
  fixed_term: fixedTermWords.toDisk(institution.fixedTerm),
  fixed_term_end: institution.fixedTermEnd ?? null,
  programme: institution.programme,
  verified_on: institution.verifiedOn ?? null,
  source: institution.source ?? null,
  public: institution.public ? 1 : 0,
  placement: placementWords.toDisk(institution.placement),
});

const institutionFrom = (row: RowOf<typeof institutionTable>, targetGroups: readonly TargetGroupId[], srs: number): Institution => ({
  id: asId(row.id),
  name: row.name,
  category: asId(row.category),
  address: row.address,
  postcode: row.postcode,
  contact: row.contact,
  website: row.website,
  provider: row.provider,
  location: row.geom === null ? undefined : pointFrom(row.geom, srs),
  placement: placementOf(row),
  reach: reachWords.fromDisk(row.reach),
  capacity: row.capacity ?? undefined,
  openingHours: row.opening_hours,
  openedOn: row.opened_on === null ? undefined : asDate(row.opened_on),
  closedOn: row.closed_on === null ? undefined : asDate(row.closed_on),
  barrierFree: barrierFreeWords.fromDisk(row.barrier_free),
  languages: JSON.parse(row.languages) as string[],
  fixedTerm: fixedTermWords.fromDisk(row.fixed_term),
  fixedTermEnd: row.fixed_term_end === null ? undefined : asDate(row.fixed_term_end),
  programme: row.programme,
  verifiedOn: row.verified_on === null ? undefined : asDate(row.verified_on),
  source: row.source === null ? undefined : asId(row.source),
  public: row.public === 1,
  targetGroups,
});
