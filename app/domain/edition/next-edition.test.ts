import { describe, expect, it } from 'vitest';
import { asDate, asId } from '#shared/ids.ts';
import type { RevisionId } from '#shared/ids.ts';
import { aCity, DATE, middleOfQuarter } from '#test/builders/a-city.ts';
import { aFullCity } from '#test/builders/a-full-city.ts';
import type { City, Institution } from '../city/city.ts';
import { emptyEntry } from '../register/institution-revision.ts';
import type { InstitutionChange, InstitutionRevision } from '../register/institution-revision.ts';
import { compareEditions } from './compare-editions.ts';
import { differenceCounts, differencesIn } from './edition-comparison.ts';
import type { NextEdition, NextEditionRequest } from './next-edition.ts';
import { nextEdition } from './next-edition.ts';

const revision = (institution: string, change: InstitutionChange): InstitutionRevision => ({ id: asId<RevisionId>(`${institution}-${change.kind}`), institution: asId(institution), on: asDate('2026-05-01'), source: 'Jugendamt', note: '', change });
const requestFor = (city: City, more: Partial<NextEditionRequest> = {}): NextEditionRequest => ({
  city, revisions: [], fresh: undefined, edition: '2026', title: 'Teststadt 2026', createdAt: '2026-06-01T10:00:00.000Z', correctionsTitle: 'Nachträge', ...more,
});
const next = (city: City, more: Partial<NextEditionRequest> = {}): NextEdition => {
  const made = nextEdition(requestFor(city, more));
  if (!made.ok) throw new Error(made.failure.code);
  return made.value;
};

describe('the next edition without corrections', () => {
  it('differs in nothing but its name and time', () => {
    const city = aFullCity();
    const { manifest, ...content } = next(city).city;
    const { manifest: before, ...contentBefore } = city;
    expect(content).toEqual(contentBefore);
    expect(manifest).toEqual({ ...before, edition: '2026', title: 'Teststadt 2026', created: '2026-06-01T10:00:00.000Z', contentHash: '' });
  });

  it('needs a name of its own', () => {
    const city = aFullCity();
    expect(nextEdition(requestFor(city, { edition: ` ${city.manifest.edition} ` }))).toMatchObject({ ok: false, failure: { code: 'edition.sameName' } });
  });
});

describe('corrections of the register', () => {
  const city = aFullCity();
  const revisions = [
    revision('kita-1', { kind: 'moved', to: middleOfQuarter(2) }),
    revision('kita-1', { kind: 'confirmed' }),
    revision('line', { kind: 'closed', closedOn: asDate('2026-04-30') }),
    revision('new-1', { kind: 'added', entry: { ...emptyEntry(asId('kita'), middleOfQuarter(3)), name: 'Kita Neu' } }),
    revision('nowhere', { kind: 'confirmed' }),
  ];

  it('are in the institutions of the new edition, and nothing else changes', () => {
    const made = next(city, { revisions });
    const { institutions, ...others } = compareEditions(city, made.city, 'internal');
    expect(institutions.moved.map(({ id }) => id)).toEqual(['kita-1']);
    expect(institutions.added.map(({ name }) => name)).toEqual(['Kita Neu']);
    expect(institutions.changed.map(({ id, fields }) => [id, fields.map(({ field }) => field)])).toEqual([['kita-1', ['verifiedOn']], ['line', ['closedOn']]]);
    expect(Object.entries(differenceCounts({ institutions, ...others })).filter(([, count]) => count > 0).map(([part]) => part)).toEqual(['manifest', 'institutions', 'sources']);
    expect(made.corrected).toBe(3);
    expect(made.confirmed).toBe(0);
    expect(next(city, { revisions: revisions.slice(1, 3) })).toMatchObject({ corrected: 2, confirmed: 1 });
  });

  it('that found no place are listed', () => {
    expect(next(city, { revisions }).unapplied.map(({ revision: { institution }, reason }) => [institution, reason])).toEqual([['nowhere', 'institutionGone']]);
  });

  it('give what was added a source of its own', () => {
    const { city: made } = next(city, { revisions });
    const added = made.institutions.find(({ name }) => name === 'Kita Neu')!;
    expect(made.sources.find(({ id }) => id === added.source)).toMatchObject({ title: 'Nachträge', publisher: 'Test', date: '2026-06-01' });
  });

  it('made again for the new edition change nothing any more', () => {
    const once = next(city, { revisions }).city;
    const twice = next(once, { revisions, edition: '2027', title: once.manifest.title }).city;
    const { manifest, ...counts } = differenceCounts(compareEditions(once, twice, 'internal'));
    expect(manifest).toBe(1);
    expect(Object.values(counts).every((count) => count === 0)).toBe(true);
  });
});

describe('a fresh import', () => {
  const base = aCity().withQuarters(3).withIndicator('share', [10, 20, 30], {}, '2024-12-31').withIndicator('count', [100, 200, 300], { form: 'absolute', unit: 'Personen' }, '2024-12-31')
    .withReferenceValue('share', 'city', DATE, { mark: 'value', value: 15 }).withInstitution('k1', 'kita', middleOfQuarter(1)).withInstitution('s1', 'school', middleOfQuarter(2))
    .withPopulation([{ at: middleOfQuarter(1), people: [10, 20, 30] }]).build();
  const fresh = aCity().withQuarters(3).withIndicator('share', [11, 21, 31], {}, '2025-12-31').withIndicator('count', [1, 2, 3], { form: 'absolute', unit: 'Haushalte' }, '2025-12-31')
    .withInstitution('k2', 'kita', middleOfQuarter(3)).build();

  it('brings new days beside the old ones, and its list for its kinds of institution', () => {
    const made = next(base, { fresh });
    expect(made.city.values.filter(({ indicator }) => indicator === 'share').map(({ date, cell }) => `${date} ${'value' in cell ? cell.value : cell.mark}`)).toEqual([
      '2024-12-31 10', '2024-12-31 20', '2024-12-31 30', '2025-12-31 11', '2025-12-31 21', '2025-12-31 31',
    ]);
    expect(made.city.institutions.map(({ id }) => id)).toEqual(['s1', 'k2']);
    expect(made.city.population).toBe(base.population);
    expect(made.city.referenceValues).toHaveLength(1);
  });

  it('leaves behind what was measured in another unit, and counts it', () => {
    const made = next(base, { fresh });
    expect(made.city.values.filter(({ indicator }) => indicator === 'count')).toHaveLength(3);
    expect([made.kept, made.leftBehind]).toEqual([4, 3]);
  });

  it('leaves behind the series of areas that were re-cut', () => {
    const recut: City = { ...fresh, areas: fresh.areas.map((area) => (area.id === 'q1' ? { ...area, shape: area.shape.map((polygon) => polygon.map((ring) => ring.map(([x, y]) => [x + 50, y] as const))) } : area)) };
    const made = next(base, { fresh: recut });
    expect(made.city.values.filter(({ area, date }) => area === 'q1' && date === '2024-12-31')).toEqual([]);
    expect(made.leftBehind).toBe(4);
  });

  it('replaces what it says again', () => {
    const again = aCity().withQuarters(3).withIndicator('share', [12, { mark: 'suppressed' }, 30], {}, '2024-12-31').build();
    const { values } = next(base, { fresh: again }).city;
    expect(values.filter(({ indicator }) => indicator === 'share').map(({ cell }) => cell)).toEqual([{ mark: 'value', value: 12 }, { mark: 'suppressed' }, { mark: 'value', value: 30 }]);
  });

  it('takes the corrections on top', () => {
    const made = next(base, { fresh, revisions: [revision('k2', { kind: 'confirmed' }), revision('k1', { kind: 'confirmed' })] });
    expect(made.city.institutions.find(({ id }) => id === 'k2')?.verifiedOn).toBe('2026-05-01');
    expect(made.unapplied.map(({ revision: { institution } }) => institution)).toEqual(['k1']);
  });

  describe('whose office says something else than a correction', () => {
    const phone = (institution: string, contact: string): InstitutionRevision => revision(institution, { kind: 'corrected', fields: { contact }, cleared: [] });
    const closing = revision('k1', { kind: 'closed', closedOn: asDate('2026-04-30') });
    const listing = (id: string, contact: string, change: Partial<Institution> = {}): City => aCity().withQuarters(3).withInstitution(id, 'kita', middleOfQuarter(1), { contact, ...change }).build();
    const now = (made: NextEdition): readonly unknown[] => made.city.institutions.filter(({ id }) => id === 'k1').map(({ contact, closedOn, location }) => [contact, closedOn, location]);

    it('keeps a correction where the list still says what was there before it', () => {
      const made = next(listing('k1', 'alt'), { fresh: listing('k1', 'alt'), revisions: [phone('k1', 'erst'), phone('k1', 'berichtigt'), closing, revision('k1', { kind: 'moved', to: middleOfQuarter(2) })] });
      expect(now(made)).toEqual([['berichtigt', '2026-04-30', middleOfQuarter(2)]]);
      expect(made.city.institutions[0]?.placement).toBe('byHand');
      expect([made.corrected, made.confirmed, made.setBack]).toEqual([1, 0, []]);
    });

    it('lets newer data of the office stand, field by field, and says where', () => {
      const made = next(listing('k1', 'alt'), { fresh: listing('k1', 'neu vom Amt'), revisions: [phone('k1', 'berichtigt'), closing] });
      expect(now(made)).toEqual([['neu vom Amt', '2026-04-30', middleOfQuarter(1)]]);
      expect(made.setBack).toEqual([{ id: 'k1', name: 'k1', fields: ['contact'] }]);
      expect(made.city.takenOver).toHaveLength(2);
    });

    it('does not repeat what an earlier edition has taken over, and says where the list differs from it', () => {
      const old = phone('k1', 'berichtigt 2024');
      const present = next(listing('k1', 'alt'), { revisions: [old] }).city;
      const made = next(present, { fresh: listing('k1', 'neu 2026'), revisions: [old], edition: '2027' });
      expect(now(made)).toEqual([['neu 2026', undefined, middleOfQuarter(1)]]);
      expect([made.corrected, made.unapplied, made.setBack.map(({ fields }) => fields)]).toEqual([0, [], [['contact']]]);
      expect(next(made.city, { fresh: listing('k1', 'neu 2026'), revisions: [old], edition: '2028' }).setBack).toEqual([]);
      expect(next(present, { fresh: listing('k1', 'berichtigt 2024'), revisions: [old], edition: '2027' }).setBack).toEqual([]);
    });

    it('keeps confirmations and merged doubles, and never makes an entry older', () => {
      const double = aCity().withQuarters(3).withInstitution('k1', 'kita', middleOfQuarter(1), { verifiedOn: asDate('2026-09-01') }).withInstitution('k1b', 'kita', middleOfQuarter(1)).build();
      const revisions = [revision('k1', { kind: 'confirmed' }), revision('k1b', { kind: 'mergedInto', into: asId('k1') })];
      const present = next(double, { revisions }).city;
      const made = next(present, { fresh: double, revisions, edition: '2027' });
      expect(made.city.institutions.map(({ id, verifiedOn }) => [id, verifiedOn])).toEqual([['k1', '2026-09-01']]);
      expect(made.unapplied).toEqual([]);
    });
  });

  it('names the institutions that its list does not have any more; what was added by hand stays until the list has it', () => {
    const added = revision('new-1', { kind: 'added', entry: { ...emptyEntry(asId('kita'), middleOfQuarter(3)), name: 'Kita Neu' } });
    const present = next(base, { revisions: [added] }).city;
    const made = next(present, { fresh, revisions: [added], edition: '2027' });
    expect(made.city.institutions.map(({ id }) => id)).toEqual(['s1', 'new-1', 'k2']);
    expect(made.institutionsGone).toEqual([{ id: 'k1', name: 'k1' }]);
    const knowing = aCity().withQuarters(3).withInstitution('new-1', 'kita', middleOfQuarter(3), { name: 'Kita Neu (Amt)' }).build();
    expect(next(present, { fresh: knowing, revisions: [added], edition: '2027' }).city.institutions.map(({ id, name }) => [id, name])).toEqual([['s1', 's1'], ['new-1', 'Kita Neu (Amt)']]);
  });

  it.each(['numerator', 'denominator'] as const)('leaves behind what was measured with another %s', (part) => {
    const recounted: City = { ...fresh, indicators: fresh.indicators.map((indicator) => (indicator.id === 'share' ? { ...indicator, [part]: asId<typeof indicator.id>('count') } : indicator)) };
    const made = next(base, { fresh: recounted });
    expect(made.city.values.filter(({ indicator, date }) => indicator === 'share' && date === '2024-12-31')).toEqual([]);
  });

  it('of another city or in another system is refused', () => {
    const other = { ...fresh, manifest: { ...fresh.manifest, bundleId: asId<City['manifest']['bundleId']>('elsewhere') } };
    const moved = { ...fresh, manifest: { ...fresh.manifest, crs: 'EPSG:25833' as const } };
    expect([other, moved].map((city) => { const made = nextEdition(requestFor(base, { fresh: city })); return made.ok ? 'ok' : made.failure.code; })).toEqual(['edition.otherCity', 'edition.otherSystem']);
  });

  it('that is the same city again changes nothing', () => {
    expect(differencesIn(compareEditions(base, { ...next(base, { fresh: base, title: base.manifest.title }).city, manifest: base.manifest }, 'internal'))).toBe(0);
  });
});
