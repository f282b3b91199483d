import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Institution } from '#app/domain/city/city.ts';
import { compareWithList } from '#app/domain/register/compare-with-list.ts';
import { duplicateInstitutions } from '#app/domain/register/duplicate-institutions.ts';
import { effectiveInstitutions } from '#app/domain/register/effective-institutions.ts';
import { emptyEntry, type InstitutionChange, type InstitutionRevision } from '#app/domain/register/institution-revision.ts';
import type { ListedInstitution } from '#app/domain/register/listed-institution.ts';
import { emptyQuery, searchInstitutions, type RegisterQuery } from '#app/domain/register/search-institutions.ts';
import { yearlyCheck } from '#app/domain/register/yearly-check.ts';
import { asDate, asId, type InstitutionId, type IsoDate } from '#shared/ids.ts';
import { aCity, ORIGIN } from '#test/builders/a-city.ts';

const IDS = ['a', 'b', 'c', 'd', 'e'] as const;
const id = fc.constantFrom(...IDS, 'x', 'y').map((text) => asId<InstitutionId>(text));
const day = fc.integer({ min: 0, max: 1500 }).map((days) => asDate(new Date(Date.UTC(2022, 0, 1) + days * 86_400_000).toISOString().slice(0, 10)));
const coordinate = fc.tuple(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 0, max: 1000 })).map(([x, y]) => [ORIGIN[0] + x, ORIGIN[1] + y] as const);
const name = fc.constantFrom('Kita Süd', 'Kita Sued', 'Kita 1', 'Kita 2', 'Haus der Familie', 'Jugendtreff Mitte', 'Beratung');

const city = (institutions: readonly Partial<Institution>[]) =>
  institutions.reduce((builder, { location, category, ...change }, index) => builder.withInstitution(IDS[index]!, category ?? 'kita', location, change), aCity().withQuarters(4).withTargetGroup('families').withTargetGroup('older')).build();
const institutions = fc.array(
  fc.record({
    name, location: fc.option(coordinate, { nil: undefined }), category: fc.constantFrom('kita', 'care').map((text) => asId<Institution['category']>(text)),
    verifiedOn: fc.option(day, { nil: undefined }), closedOn: fc.option(day, { nil: undefined }), provider: fc.constantFrom('', 'AWO', 'Stadt'),
    targetGroups: fc.subarray(['families', 'older'].map((text) => asId<Institution['targetGroups'][number]>(text))),
  }),
  { maxLength: 5 },
);
const change: fc.Arbitrary<InstitutionChange> = fc.oneof(
  coordinate.map((location): InstitutionChange => ({ kind: 'added', entry: { ...emptyEntry(asId('kita'), location), name: 'Neu' } })),
  name.map((text): InstitutionChange => ({ kind: 'corrected', fields: { name: text }, cleared: ['capacity'] })),
  coordinate.map((to): InstitutionChange => ({ kind: 'moved', to })),
  day.map((closedOn): InstitutionChange => ({ kind: 'closed', closedOn })),
  fc.constant<InstitutionChange>({ kind: 'reopened' }),
  id.map((into): InstitutionChange => ({ kind: 'mergedInto', into })),
  fc.constant<InstitutionChange>({ kind: 'confirmed' }),
);
const revisions = fc
  .array(fc.record({ institution: id, on: day, change }), { maxLength: 12 })
  .map((list) => list.map((entry, index): InstitutionRevision => ({ id: asId(`r${index}`), source: '', note: '', ...entry })));

describe('the register', () => {
  it('keeps every change: each is in one history or reported, none twice', () => {
    fc.assert(fc.property(institutions, revisions, (list, changes) => {
      const { entries, unapplied } = effectiveInstitutions(city(list).institutions, changes);
      const kept = [...entries.flatMap(({ history }) => history), ...unapplied.map(({ revision }) => revision)].map((revision) => revision.id);
      expect(kept.toSorted()).toEqual(changes.map((revision) => revision.id).toSorted());
      expect(new Set(entries.map(({ institution }) => institution.id)).size).toBe(entries.length);
    }));
  });
  it('an entry leaves only by being merged into one that is there', () => {
    fc.assert(fc.property(institutions, revisions, (list, changes) => {
      const before = city(list).institutions;
      const { entries, merged } = effectiveInstitutions(before, changes);
      const now = new Set(entries.map(({ institution }) => institution.id));
      for (const { id: former } of before) expect(now.has(former) || merged.has(former)).toBe(true);
    }));
  });
  it('a new edition written from the register, with the same changes on top, is the same register', () => {
    fc.assert(fc.property(institutions, revisions, (list, changes) => {
      // what was merged away and added again under one id is another institution to a reader of both editions
      const added = changes.filter(({ change: { kind } }) => kind === 'added').map(({ institution }) => institution);
      fc.pre(new Set(added).size === added.length && !changes.some((revision, index) => revision.change.kind === 'added' && changes.slice(0, index).some(({ institution }) => institution === revision.institution)));
      fc.pre(!changes.some(({ change: { kind } }) => kind === 'mergedInto'));
      const once = effectiveInstitutions(city(list).institutions, changes).entries.map(({ institution }) => institution);
      expect(effectiveInstitutions(once, changes).entries.map(({ institution }) => institution)).toEqual(once);
    }));
  });
});

describe('the search', () => {
  const query: fc.Arbitrary<RegisterQuery> = fc.record({
    targetGroups: fc.subarray([...['families', 'older'].map((text) => asId<RegisterQuery['targetGroups'][number]>(text))]),
    categories: fc.subarray([...['kita', 'care'].map((text) => asId<RegisterQuery['categories'][number]>(text))]),
    text: fc.constantFrom('', 'kita', 'süd', 'haus familie'),
    area: fc.constantFrom(undefined, asId<NonNullable<RegisterQuery['area']>>('q1')),
    near: fc.option(fc.record({ centre: coordinate, metres: fc.integer({ min: 250, max: 3000 }) }), { nil: undefined }),
    openOn: fc.option(day, { nil: undefined }),
  }).map((part) => ({ ...emptyQuery, ...part }));

  it('every further condition finds a part of what was found without it', () => {
    fc.assert(fc.property(institutions, query, (list, asked) => {
      const place = city(list);
      const found = new Set(searchInstitutions(place, asked).hits.map(({ institution }) => institution.id));
      for (const field of Object.keys(asked) as (keyof RegisterQuery)[]) {
        const wider = new Set(searchInstitutions(place, { ...asked, [field]: emptyQuery[field] }).hits.map(({ institution }) => institution.id));
        for (const hit of found) expect(wider.has(hit)).toBe(true);
      }
    }));
  });
  it('a larger radius loses nobody, and distances ascend', () => {
    fc.assert(fc.property(institutions, coordinate, fc.integer({ min: 250, max: 1500 }), (list, centre, metres) => {
      const place = city(list);
      const near = searchInstitutions(place, { ...emptyQuery, near: { centre, metres } }).hits;
      const far = searchInstitutions(place, { ...emptyQuery, near: { centre, metres: metres * 2 } }).hits;
      expect(far.slice(0, near.length).map((hit) => hit.metres)).toEqual(near.map((hit) => hit.metres));
      for (const [index, { metres: away }] of far.entries()) expect(away).toBeGreaterThanOrEqual(far[index - 1]?.metres ?? 0);
    }));
  });
  it('the number beside a category is what choosing only it finds', () => {
    fc.assert(fc.property(institutions, query, (list, asked) => {
      const place = city(list);
      const { counts } = searchInstitutions(place, asked);
      for (const category of place.categories) expect(counts.categories.get(category.id) ?? 0).toBe(searchInstitutions(place, { ...asked, categories: [category.id] }).hits.length);
    }));
  });
});

describe('duplicates, comparison and check', () => {
  it('proposals do not depend on the order of the entries', () => {
    fc.assert(fc.property(institutions, (list) => {
      const entries = city(list).institutions;
      const pairs = (of: readonly Institution[]) => duplicateInstitutions(of).map(({ one, other, score }) => `${[one, other].toSorted().join(' ')} ${score}`).toSorted();
      expect(pairs(entries.toReversed())).toEqual(pairs(entries));
    }));
  });
  const asList = (of: readonly Institution[]): readonly ListedInstitution[] => of.map(({ id: key, name: called, location, category }) => ({ key, id: key, name: called, location, category, fields: {} }));
  it('a register compared with itself differs in nothing', () => {
    fc.assert(fc.property(institutions, (list) => {
      const entries = city(list).institutions;
      expect(compareWithList(entries, asList(entries)).differences).toEqual([]);
    }));
  });
  it('every row and every institution is matched, listed as different or unusable, whatever the order', () => {
    fc.assert(fc.property(institutions, institutions, (list, other) => {
      const entries = city(list).institutions;
      const rows = asList(city(other).institutions).map((row) => ({ ...row, id: undefined }));
      const all = { categories: [asId<Institution['category']>('kita'), asId<Institution['category']>('care')] };
      const result = compareWithList(entries, rows, all);
      const of = (kind: string) => result.differences.filter((difference) => difference.kind === kind).length;
      expect(of('new') + result.matched + result.unusable.length).toBe(rows.length);
      expect(of('vanished') + result.matched).toBeLessThanOrEqual(entries.length);
      expect(compareWithList(entries.toReversed(), rows.toReversed(), all)).toEqual(result);
    }));
  });
  it('progress by category and by provider adds up to the whole', () => {
    fc.assert(fc.property(institutions, day, (list, today: IsoDate) => {
      const check = yearlyCheck(city(list).institutions, today);
      for (const groups of [check.byCategory, check.byProvider]) {
        expect(groups.reduce((sum, { total }) => sum + total, 0)).toBe(check.progress.total);
        expect(groups.reduce((sum, { checked }) => sum + checked, 0)).toBe(check.progress.checked);
      }
    }));
  });
});
