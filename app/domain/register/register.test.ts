import { describe, expect, test } from 'vitest';
import { aCity, middleOfQuarter, ORIGIN } from '#test/builders/a-city.ts';
import { asDate, asId, type InstitutionId } from '#shared/ids.ts';
import type { City, Institution } from '../city/city.ts';
import { lookupOf } from '../city/city-lookup.ts';
import { baseOf, withInstitutions } from '../city/with-institutions.ts';
import { duplicateInstitutions } from './duplicate-institutions.ts';
import { effectiveInstitutions, mergedTarget } from './effective-institutions.ts';
import { correctionBetween, emptyEntry, entryOf, type InstitutionChange, type InstitutionRevision } from './institution-revision.ts';
import { namesAPerson } from './names-a-person.ts';
import { languagesIn, emptyQuery, searchInstitutions, type RegisterQuery } from './search-institutions.ts';
import { daysBetween, isCheckDue, monthsBefore, yearlyCheck } from './yearly-check.ts';

const TODAY = asDate('2026-03-31');
const city: City = aCity()
  .withQuarters(4)
  .withTargetGroup('families', 'Familien')
  .withTargetGroup('older', 'Ältere Menschen')
  .withInstitution('kita-1', 'kita', middleOfQuarter(1), { name: 'Kita Müllerstraße', address: 'Müllerstr. 5', provider: 'AWO', targetGroups: [asId('families')], verifiedOn: asDate('2026-01-01'), barrierFree: 'yes', languages: ['de', 'tr'] })
  .withInstitution('kita-2', 'kita', [ORIGIN[0] + 900, ORIGIN[1] + 500], { name: 'Kita Regenbogen', targetGroups: [asId('families')], closedOn: asDate('2026-01-01'), verifiedOn: asDate('2024-01-01') })
  .withInstitution('care-1', 'care', middleOfQuarter(2), { name: 'Pflegestützpunkt Süd', targetGroups: [asId('older'), asId('families')], fixedTerm: 'yes' })
  .withInstitution('line', 'care', undefined, { name: 'Pflegetelefon', targetGroups: [asId('older')], verifiedOn: asDate('2025-03-31') })
  .build();

const at = (id: string) => city.institutions.find((institution) => institution.id === id)!;
const find = (query: Partial<RegisterQuery>) => searchInstitutions(city, { ...emptyQuery, ...query });
const ids = (query: Partial<RegisterQuery>) => find(query).hits.map(({ institution }) => institution.id);

describe('the register as it is now', () => {
  let next = 0;
  const revision = (institution: string, change: InstitutionChange, on = '2026-03-01'): InstitutionRevision =>
    ({ id: asId(`r${(next += 1)}`), institution: asId(institution), on: asDate(on), source: 'Träger', note: 'Anruf', change });
  const now = (...revisions: readonly InstitutionRevision[]) => effectiveInstitutions(city.institutions, revisions);
  const entry = (register: ReturnType<typeof now>, id: string) => register.entries.find(({ institution }) => institution.id === id);

  test('every kind of change has its effect and stays in the history', () => {
    const added = { ...emptyEntry(asId('kita'), middleOfQuarter(3)), name: 'Kita Neu' };
    const register = now(
      revision('new-1', { kind: 'added', entry: added }),
      revision('kita-1', { kind: 'corrected', fields: { name: 'Kita Müllerstraße 5', capacity: 40 }, cleared: [] }),
      revision('kita-1', { kind: 'corrected', fields: {}, cleared: ['capacity'] }),
      revision('kita-1', { kind: 'moved', to: [1, 2] }),
      revision('care-1', { kind: 'closed', closedOn: asDate('2026-07-31') }),
      revision('kita-2', { kind: 'reopened' }),
      revision('line', { kind: 'confirmed' }),
      revision('care-1', { kind: 'corrected', fields: { reach: 'citywide' }, cleared: ['location'] }),
    );
    expect(register.unapplied).toEqual([]);
    expect(entry(register, 'new-1')).toMatchObject({ origin: 'project', institution: { name: 'Kita Neu', verifiedOn: '2026-03-01', closedOn: undefined } });
    expect(entry(register, 'kita-1')).toMatchObject({ institution: { name: 'Kita Müllerstraße 5', capacity: undefined, location: [1, 2], placement: 'byHand' }, history: [{ change: { kind: 'corrected' } }, { change: { kind: 'corrected' } }, { change: { kind: 'moved' } }] });
    expect(entry(register, 'care-1')?.institution).toMatchObject({ closedOn: '2026-07-31', location: undefined, placement: 'none' });
    expect(entry(register, 'kita-2')?.institution.closedOn).toBeUndefined();
    expect(entry(register, 'line')?.institution.verifiedOn).toBe('2026-03-01');
    expect(register.entries.map(({ institution }) => institution.id)).toEqual(['kita-1', 'kita-2', 'care-1', 'line', 'new-1']);
  });

  test('what the edition has taken over is history: it does not set back what the office changed since', () => {
    const old = [revision('kita-1', { kind: 'corrected', fields: { name: 'Kita Alt' }, cleared: [] }), revision('gone', { kind: 'mergedInto', into: asId('kita-1') }), revision('gone', { kind: 'confirmed' })];
    const later = revision('kita-1', { kind: 'moved', to: [1, 2] });
    const register = effectiveInstitutions(city.institutions, [...old, later], old.map(({ id }) => id));
    expect(register.unapplied).toEqual([]);
    expect(entry(register, 'kita-1')).toMatchObject({ institution: { name: at('kita-1').name, location: [1, 2] }, history: [{ change: { kind: 'corrected' } }, { change: { kind: 'mergedInto' } }, { change: { kind: 'moved' } }] });
    expect(mergedTarget(register.merged, asId('gone'))).toBe('kita-1');
  });

  test('what the edition has taken over of an entry that was merged away later is kept in the history of the one that stays, along chains', () => {
    const old = [
      revision('gone', { kind: 'moved', to: [1, 2] }), revision('gone', { kind: 'mergedInto', into: asId('gone-too') }), revision('gone-too', { kind: 'confirmed' }),
      revision('gone-too', { kind: 'mergedInto', into: asId('kita-1') }), revision('kita-1', { kind: 'closed', closedOn: asDate('2026-07-31') }),
    ];
    const register = effectiveInstitutions(city.institutions, old, old.map(({ id }) => id));
    expect(entry(register, 'kita-1')).toMatchObject({ institution: at('kita-1'), history: old });
    expect(mergedTarget(register.merged, asId('gone'))).toBe('kita-1');
    expect(register.unapplied).toEqual([]);
  });

  test('a merged entry leaves, its history goes on in the one that stays, references follow chains', () => {
    const register = now(revision('kita-2', { kind: 'confirmed' }), revision('kita-2', { kind: 'mergedInto', into: asId('kita-1') }), revision('kita-1', { kind: 'mergedInto', into: asId('care-1') }));
    expect(register.entries.map(({ institution }) => institution.id)).toEqual(['care-1', 'line']);
    expect(entry(register, 'care-1')?.history.map(({ change }) => change.kind)).toEqual(['confirmed', 'mergedInto', 'mergedInto']);
    expect(mergedTarget(register.merged, asId('kita-2'))).toBe('care-1');
    expect(mergedTarget(register.merged, asId('line'))).toBe('line');
  });

  test('what cannot be applied is reported with its reason and changes nothing', () => {
    const register = now(
      revision('gone', { kind: 'confirmed' }),
      revision('kita-1', { kind: 'mergedInto', into: asId('gone') }),
      revision('kita-1', { kind: 'mergedInto', into: asId('kita-1') }),
      revision('kita-1', { kind: 'added', entry: emptyEntry(asId('kita'), undefined) }),
    );
    expect(register.unapplied.map(({ reason }) => reason)).toEqual(['institutionGone', 'targetGone', 'targetGone', 'alreadyThere']);
    expect(register.entries.map(({ institution }) => institution)).toEqual(city.institutions);
  });

  test('an old confirmation never makes a newer check older', () => {
    expect(entry(now(revision('kita-1', { kind: 'confirmed' }, '2025-06-01')), 'kita-1')?.institution.verifiedOn).toBe('2026-01-01');
  });

  test('a correction names only what differs', () => {
    const before = entryOf({ ...at('kita-1'), capacity: 20 });
    expect(correctionBetween(before, before)).toBeUndefined();
    expect(correctionBetween(before, { ...before, capacity: undefined, languages: ['de'] })).toEqual({ kind: 'corrected', fields: { languages: ['de'] }, cleared: ['capacity'] });
  });

  test('a city with other institutions answers with them and shares the rest', () => {
    const fewer = withInstitutions(city, city.institutions.slice(0, 1));
    expect(lookupOf(fewer).institution(asId('line'))).toBeUndefined();
    expect(lookupOf(fewer).institutionsIn(asId('q2'))).toEqual([]);
    expect(lookupOf(city).institutionsIn(asId('q2')).map(({ id }) => id)).toEqual(['care-1']);
    expect(baseOf(withInstitutions(fewer, []))).toBe(city);
  });
});

describe('search', () => {
  test('any of the groups and any of the categories', () => {
    expect(ids({ targetGroups: [asId('families')], categories: [asId('care')] })).toEqual(['care-1']);
    expect(ids({ targetGroups: [asId('families'), asId('older')] })).toEqual(['kita-1', 'kita-2', 'care-1', 'line']);
  });
  test.each(['Müllerstraße', 'muller', 'MUELLERSTR.', 'müllerstr 5', 'kita awo', 'strasse 5', 'Familien Kita-1'])('finds %s however it is spelt', (text) => {
    expect(ids({ text })).toEqual(['kita-1']);
  });
  test('all words must occur', () => expect(ids({ text: 'Kita Süd' })).toEqual([]));
  test('near: nearest first, citywide offers named apart', () => {
    const found = find({ near: { centre: middleOfQuarter(1), metres: 1000 } });
    expect(found.hits.map(({ institution, metres }) => [institution.id, metres])).toEqual([['kita-1', 0], ['kita-2', 400], ['care-1', 1000]]);
    expect(found.withoutPlace.map(({ id }) => id)).toEqual(['line']);
  });
  test('one that works at a place nobody knows is no citywide offer', () => {
    const lost = withInstitutions(city, [{ ...at('kita-1'), location: undefined }, at('kita-2'), at('line')]);
    const near = searchInstitutions(lost, { ...emptyQuery, near: { centre: middleOfQuarter(1), metres: 1000 } });
    expect([near.hits.map(({ institution }) => institution.id), near.withoutPlace.map(({ id }) => id), near.unplaced.map(({ id }) => id)]).toEqual([['kita-2'], ['line'], ['kita-1']]);
    const everywhere = searchInstitutions(lost, emptyQuery);
    expect([everywhere.hits.length, everywhere.unplaced.length]).toEqual([3, 0]);
  });
  test('a radius never exceeds three kilometres', () => {
    const far = withInstitutions(city, [{ ...at('kita-1'), location: [ORIGIN[0] + 500, ORIGIN[1] + 500 + 3001] }]);
    expect(searchInstitutions(far, { ...emptyQuery, near: { centre: middleOfQuarter(1), metres: 10_000 } }).hits).toEqual([]);
  });
  test('area, day, access, language, term and check', () => {
    expect(ids({ area: asId('q1') })).toEqual(['kita-1', 'kita-2']);
    expect(ids({ area: asId('q1'), openOn: TODAY })).toEqual(['kita-1']);
    expect(ids({ barrierFree: ['yes', 'partly'] })).toEqual(['kita-1']);
    expect(ids({ languages: ['tr'] })).toEqual(['kita-1']);
    expect(ids({ fixedTerm: ['yes'] })).toEqual(['care-1']);
    expect(ids({ check: { state: 'due', today: TODAY } })).toEqual(['kita-2', 'care-1']);
    expect(ids({ check: { state: 'done', today: TODAY } })).toEqual(['kita-1', 'line']);
  });
  test('the number beside a choice is what choosing it alone would find', () => {
    const { counts } = find({ categories: [asId('kita')], openOn: TODAY });
    expect(Object.fromEntries(counts.categories)).toEqual({ kita: 1, care: 2 });
    expect(Object.fromEntries(counts.targetGroups)).toEqual({ families: 1 });
  });
  test('languages of the register', () => expect(languagesIn(city.institutions)).toEqual(['de', 'tr']));
});

describe('yearly check', () => {
  test.each([['2026-03-31', 1, '2026-02-28'], ['2024-03-31', 1, '2024-02-29'], ['2024-02-29', 12, '2023-02-28'], ['2026-01-15', 13, '2024-12-15']])('%s less %i months is %s', (day, months, expected) => {
    expect(monthsBefore(asDate(day), months)).toBe(expected);
  });
  test('due after twelve months to the day', () => {
    expect(isCheckDue(asDate('2025-03-31'), TODAY)).toBe(false);
    expect(isCheckDue(asDate('2025-03-30'), TODAY)).toBe(true);
    expect(isCheckDue(undefined, TODAY)).toBe(true);
    expect(daysBetween(asDate('2024-02-28'), asDate('2024-03-01'))).toBe(2);
  });
  test('oldest first, closed ones are not checked, progress adds up', () => {
    const check = yearlyCheck(city.institutions, TODAY);
    expect(check.rows.map(({ institution, due, age }) => [institution.id, due, age])).toEqual([['care-1', true, undefined], ['line', false, 365], ['kita-1', false, 89]]);
    expect(check.progress).toEqual({ total: 3, checked: 2 });
    expect(check.byCategory).toEqual([{ category: 'care', total: 2, checked: 1 }, { category: 'kita', total: 1, checked: 1 }]);
    expect(check.byProvider).toEqual([{ name: '', total: 2, checked: 1 }, { name: 'AWO', total: 1, checked: 1 }]);
  });
});

describe('duplicates', () => {
  const pair = (change: Partial<Institution>, other: Partial<Institution>) =>
    duplicateInstitutions([{ ...at('kita-1'), ...change }, { ...at('kita-1'), id: asId<InstitutionId>('kita-9'), ...other }]);
  test('the same name at the same place is sure, with its reasons', () => {
    expect(pair({}, {})).toEqual([{ one: 'kita-1', other: 'kita-9', score: 1, reasons: ['sameName', 'sameAddress', 'near', 'sameCategory'], metres: 0 }]);
  });
  test('another spelling and 60 m are a proposal', () => {
    expect(pair({ name: 'Ev. Kindergarten St. Johannis', address: '' }, { name: 'Kindergarten Sankt Johannis (ev.)', address: '', location: [ORIGIN[0] + 560, ORIGIN[1] + 500] })).toHaveLength(1);
  });
  test.each<[string, Partial<Institution>, Partial<Institution>]>([
    ['other numbers', { name: 'Kita 1' }, { name: 'Kita 2' }],
    ['another name in the same house', { name: 'Kita Sonne' }, { name: 'Seniorentreff' }],
    ['the same name across the city', { address: '' }, { address: '', location: middleOfQuarter(4) }],
    ['one without a place', { address: '' }, { address: '', location: undefined }],
  ])('no proposal: %s', (_, one, other) => expect(pair(one, other)).toEqual([]));
  test('citywide offers under one name', () => expect(pair({ location: undefined, address: '' }, { location: undefined, address: '' })[0]?.reasons).toContain('bothWithoutPlace'));
});

test.each([['Frau Muster, Tel. 123', true], ['carolin.muster@stadt.example', true], ['info.kita@awo.example', false], ['kita-nord@stadt.example', false], ['0441 235-0', false], ['leitung@schule.example', false]])('%s names a person: %s', (contact, expected) => {
  expect(namesAPerson(contact)).toBe(expected);
});
