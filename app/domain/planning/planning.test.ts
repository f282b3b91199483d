import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell } from '#shared/cell.ts';
import { asDate, asId } from '#shared/ids.ts';
import { anEmptyCity, DAY } from '#test/builders/an-empty-city.ts';
import { aCity, DATE, middleOfQuarter } from '#test/builders/a-city.ts';
import { releaserFor } from '../confidentiality/release.ts';
import type { AreaCoverage, CoverageResult } from '../coverage/coverage.ts';
import { gapList } from '../coverage/gap-list.ts';
import { releaseCoverage, type ReleasedCoverage } from '../coverage/release-coverage.ts';
import type { City, StatusClass, TrendClass } from '../city/city.ts';
import type { ReleasedIndex } from '../social-index/released-index.ts';
import { fromEditable, isBlank, referencesIn, renderBoundText, toEditable, type TextPart } from './bound-text.ts';
import { compareEvidence } from './compare-evidence.ts';
import { departmentNames, offeredDepartments } from './departments.ts';
import { draftMeasure, draftRecommendation } from './empty-sheets.ts';
import { gatherEvidence } from './evidence.ts';
import { codeOfField, FIELDS_OF_ACTION, proposedField } from './fields-of-action.ts';
import { measureFromInstitution, measureQuestions, recommendationFromMeasure } from './measure-from-institution.ts';
import { areaCode, nextMeasureNumber, nextNumber, renumbered } from './numbering.ts';
import { spaceOf } from './planning-area.ts';
import { evidenceOfArea, recommendationFromArea } from './recommendation-from-area.ts';
import { recommendationFromGap } from './recommendation-from-gap.ts';
import { shownEvidence } from './shown-evidence.ts';
import { printedFinding, printedPriority, printedVerdict } from './print-words.ts';
import { proposalsWithout } from './proposals.ts';
import { initialSituation } from './initial-situation.ts';
import type { EvidenceRow } from './sheets.ts';
import { missingInMeasure, missingInRecommendation } from './required-fields.ts';

const SHARES: readonly (number | Cell)[] = [5, 6, 7, 8, 30];
const cityOf = (shares = SHARES): City =>
  aCity()
    .withQuarters(5)
    .withTargetGroup('families', 'Familien')
    .withIndicator('sgb2_share', shares, { title: 'SGB-II-Quote', minimumDenominator: 0, minimumNumerator: 0 })
    .withReferenceValue('sgb2_share', 'city', DATE, { mark: 'value', value: 10 })
    .withInstitution('kita-1', 'kita', middleOfQuarter(1), { name: 'Kita Mitte', targetGroups: [asId('families')], fixedTerm: 'yes', fixedTermEnd: asDate('2026-12-31'), verifiedOn: asDate('2023-01-01') })
    .withInstitution('kita-2', 'kita', middleOfQuarter(2), { targetGroups: [asId('families')], fixedTerm: 'unknown' })
    .withInstitution('kita-3', 'kita', undefined, { reach: 'citywide' })
    .build();

const indexOf = (status: StatusClass, trend: TrendClass): ReleasedIndex =>
  ({
    profile: { indicators: [{ indicator: 'sgb2_share', weight: 1, direction: 'higherIsWorse' }] },
    edition: '2024',
    level: 'quarter',
    date: DATE,
    excluded: [],
    leftOut: [],
    areas: [{ area: 'q5', status: { class: status }, trend: { class: trend } }],
  }) as unknown as ReleasedIndex;

const evidenceFor = (city: City, area: string, index: ReleasedIndex | undefined) =>
  gatherEvidence({ city, releaser: releaserFor(city, 'internal'), index, area: asId(area), indicators: [asId('sgb2_share')], date: asDate(DATE), language: 'de' });

describe('the test of need', () => {
  const city = cityOf();
  test('freezes value, city value, edition and the difference in standard deviations', () => {
    const [row] = evidenceFor(city, 'q5', undefined).rows;
    // mean of the level is 11.2, its population deviation 9.453…; the centre is the city's own 10
    expect(row).toMatchObject({ value: { mark: 'value', value: 30 }, cityValue: { mark: 'value', value: 10 }, edition: '2024', areaName: 'Quartier 5' });
    expect(row?.deviations).toBeCloseTo(20 / Math.sqrt(((6.2 ** 2 + 5.2 ** 2 + 4.2 ** 2 + 3.2 ** 2 + 18.8 ** 2) / 5)), 10);
  });
  test('one standard deviation worse than the city supports the need', () => {
    expect(evidenceFor(city, 'q5', undefined)).toMatchObject({ verdict: 'supported', reason: expect.stringContaining('SGB-II-Quote') as string });
    expect(evidenceFor(city, 'q1', undefined).verdict).toBe('notSupported');
  });
  test('a low or very low class, or a negative trend, supports it too', () => {
    const flat = cityOf([10, 10, 10, 11, 10]);
    expect(evidenceFor(flat, 'q5', indexOf('veryLow', 'stable')).verdict).toBe('supported');
    expect(evidenceFor(flat, 'q5', indexOf('low', 'stable')).verdict).toBe('supported');
    expect(evidenceFor(flat, 'q5', indexOf('middle', 'negative')).verdict).toBe('supported');
    expect(evidenceFor(flat, 'q5', indexOf('middle', 'stable')).verdict).toBe('notSupported');
  });
  test('a secret or missing value cannot be tested, and shows no deviation', () => {
    for (const cell of [{ mark: 'suppressed' }, { mark: 'notAvailable' }] as const) {
      const evidence = evidenceFor(cityOf([5, 6, 7, 8, cell]), 'q5', undefined);
      expect(evidence.verdict).toBe('notTestable');
      expect(evidence.rows[0]).toMatchObject({ value: cell, deviations: undefined });
    }
  });
  test('no spread, no test', () => {
    expect(evidenceFor(cityOf([9, 9, 9, 9, 9]), 'q5', undefined).verdict).toBe('notTestable');
  });
  test('too few people below the source\'s threshold cannot be tested', () => {
    const cells = [5, 6, 7, 8, 30].map((value, index): Cell => ({ mark: 'value', value, numerator: value * 20, denominator: index === 4 ? 90 : 2000 }));
    const small = aCity().withQuarters(5).withIndicator('sgb2_share', cells, { minimumDenominator: 100 }).withReferenceValue('sgb2_share', 'city', DATE, { mark: 'value', value: 10 }).build();
    expect(evidenceFor(small, 'q5', undefined).verdict).toBe('notTestable');
  });
  test('higher is better turns the deviation round', () => {
    const better = aCity().withQuarters(5).withIndicator('sgb2_share', SHARES, { direction: 'higherIsBetter' }).withReferenceValue('sgb2_share', 'city', DATE, { mark: 'value', value: 10 }).build();
    expect(evidenceFor(better, 'q5', undefined).rows[0]?.deviations).toBeLessThan(-1);
  });
});

const coverageOf = (lastReached: number): ReleasedCoverage => releaseCoverage({
  request: { categories: [asId('kita')], ageGroups: [], metres: 800, level: asId('quarter'), date: asDate(DATE) },
  located: [asId('kita-1'), asId('kita-2')],
  citywide: [asId('kita-3')],
  people: 1200, reached: 600 + lastReached, peopleOutsideAreas: 0,
  areas: ['q1', 'q2', 'q5'].map((area): AreaCoverage => {
    const reached = area === 'q5' ? lastReached : 300;
    const unreached = 400 - reached;
    return {
      area: asId(area), people: 400, reached, unreached, share: reached / 400, medianDistance: 1200, offers: area === 'q5' ? 0 : 1, status: area === 'q5' ? 'veryLow' : 'middle', need: 1, gap: unreached,
    };
  }),
} as unknown as CoverageResult, releaserFor(cityOf(), 'internal'));
const coverage = coverageOf(40);
const gapAt = (released: ReleasedCoverage, area: string) => gapList(released).find((row) => row.area === area)!;

describe('a recommendation from a gap', () => {
  const city = cityOf();
  const sheet = recommendationFromGap({
    city, index: indexOf('veryLow', 'negative'), coverage, row: gapAt(coverage, 'q5'), run: { id: asId('run-1'), title: 'Kita, 800 m' }, id: asId('rec'), takenNumbers: [], language: 'de',
  });
  test('is filled with area, offers, evidence, run and a priority', () => {
    expect(sheet).toMatchObject({
      number: 'Q5-PRV-1', title: 'kita in Quartier 5 besser erreichbar machen', kind: 'newOffer', socialArea: 'q5', field: 'prevention', targetGroups: ['families'],
      existingOffers: ['kita-3'], offerFinding: 'gap', coverageRun: 'run-1', evidenceVerdict: 'supported', priority: 'high', state: 'draft', evidenceEdition: '2024',
    });
  });
  test('tells the situation in German sentences, with every statistic bound', () => {
    expect(renderBoundText(sheet.initialSituation, releaserFor(city, 'internal'), 'de')).toBe(
      'In Quartier 5 leben 400 Menschen der Gruppe „alle Einwohner*innen“. Weiter als 800 m (Luftlinie) von einem Angebot entfernt wohnen 360; höchstens 800 m entfernt wohnen 40 (10,0\u00a0%). ' +
        'Plätze sind damit nicht gezählt. Stadtweite Angebote kommen hinzu; sie sind in der Analyse nicht als Standort gezählt. Im Gebiet selbst liegt kein Angebot dieser Art. ' +
        'Quartier 5 hat im Sozialindex zum 31.12.2024 den Status „Sehr niedrig (hohes Armutsrisiko)“. Das Gebiet hat sich ungünstiger entwickelt als die Gesamtstadt. ' +
        'SGB-II-Quote: 30,0\u00a0% (Gesamtstadt: 10,0\u00a0%, Stand 31.12.2024).',
    );
    expect(referencesIn(sheet.initialSituation)).toHaveLength(6);
    for (const part of sheet.initialSituation) if (part.kind === 'text') expect(part.text).not.toMatch(/30,0|10,0|360|400/);
  });
  test('names an offer that ends, with its day', () => {
    const here = recommendationFromGap({ city, index: undefined, coverage, row: gapAt(coverage, 'q1'), run: { id: asId('run-1'), title: '' }, id: asId('rec'), takenNumbers: [], language: 'de' });
    expect(renderBoundText(here.initialSituation, releaserFor(city, 'internal'), 'de')).toContain('Im Gebiet liegen: Kita Mitte. Befristet: Kita Mitte endet am 31.12.2026.');
  });
  test('puts figures on the people concerned first and where they come from last', () => {
    const rows = ['migration_background_share', 'sgb2_share', 'child_poverty_share'].map((indicator, place): EvidenceRow => ({ ...sheet.evidence[0]!, indicator: asId(indicator), indicatorTitle: indicator, deviations: 3 - place }));
    const text = initialSituation({ area: asId('q5'), areaName: 'Q', index: undefined, rows, language: 'de', concerns: ({ indicator }) => indicator.startsWith('child') });
    expect(referencesIn(text).filter(({ area }) => area !== 'city').map(({ indicator }) => indicator)).toEqual(['child_poverty_share', 'sgb2_share', 'migration_background_share']);
  });
  test('proposes, and decides nothing: what is not taken over is missing, and leaves the office empty', () => {
    expect(sheet.proposals).toEqual(['evidenceVerdict', 'evidenceReason', 'offerFinding', 'priority', 'priorityReason']);
    expect(missingInRecommendation(sheet, 'inCoordination').map((row) => row.field)).toEqual(expect.arrayContaining(['evidenceVerdict', 'evidenceReason', 'offerFinding', 'priority']));
    expect([printedVerdict(sheet), printedFinding(sheet), printedPriority(sheet)]).toEqual(['undecided', 'undecided', 'undecided']);
    const confirmed = { ...sheet, proposals: proposalsWithout(sheet, ['priority', 'priorityReason']) };
    expect(missingInRecommendation(confirmed, 'inCoordination').map((row) => row.field)).not.toContain('priority');
    expect([printedPriority(confirmed), printedVerdict(confirmed)]).toMatchObject([{ words: 'planning.priority.high' }, 'undecided']);
    expect(JSON.stringify(sheet)).not.toContain('Vorschlag');
  });
  test('says nothing about a secret number: neither how many are reached nor a rank', () => {
    const secret = coverageOf(2);
    const draft = recommendationFromGap({ city, index: undefined, coverage: secret, row: gapAt(secret, 'q5'), run: { id: asId('run-1'), title: 'Kita, 800 m' }, id: asId('rec'), takenNumbers: [], language: 'de' });
    expect(draft).toMatchObject({ priority: undefined, priorityReason: 'Kein Vorschlag: Die Zahl der nicht erreichten Menschen ist geheim zu halten.' });
    expect(renderBoundText(draft.initialSituation, releaserFor(city, 'internal'), 'de')).not.toMatch(/erreicht|Rang/);
  });
  test('from an area it leaves field and kind to the planner', () => {
    const fromArea = recommendationFromArea({ city, index: indexOf('low', 'stable'), area: asId('q5'), id: asId('rec'), takenNumbers: ['Q5-OHF-1'], language: 'de' });
    expect(fromArea).toMatchObject({ number: 'Q5-OHF-2', field: undefined, kind: undefined, priority: 'middle', evidenceVerdict: 'supported', offerFinding: undefined });
  });
  test('without an index it uses every burden rate of the bundle and proposes no priority', () => {
    expect(recommendationFromArea({ city, index: undefined, area: asId('q5'), id: asId('rec'), takenNumbers: [], language: 'en' })).toMatchObject({ priority: undefined, evidence: [{ indicator: 'sgb2_share' }] });
  });
});

describe('a measure from an institution', () => {
  const city = cityOf();
  const today = asDate('2026-02-01');
  const measureOf = (institution: string) => measureFromInstitution({ city, institution: asId(institution), id: asId('m'), takenNumbers: [], today, language: 'de' });
  test('a fixed-term offer asks for a linked recommendation and ends soon', () => {
    const measure = measureOf('kita-1')!;
    expect(measure).toMatchObject({ number: 'Q1-PRV-M1', reach: 'located', fixedTerm: 'yes', implementation: 'ending', socialArea: 'q1' });
    expect(measureQuestions(measure, today, 'de').map((question) => question.kind)).toEqual(['linkRecommendation', 'verify']);
    expect(missingInMeasure(measure, 'inCoordination').map((row) => row.field)).toContain('recommendation');
    expect(measureQuestions({ ...measure, recommendation: asId('rec') }, today, 'de').map((question) => question.kind)).toEqual(['verify']);
    const answer = recommendationFromMeasure({ city, index: undefined, measure, id: asId('rec'), takenNumbers: [], language: 'de' });
    expect(answer).toMatchObject({ kind: 'permanence', title: 'Kita Mitte über die Befristung hinaus sichern', existingOffers: ['kita-1'], targetDate: '2026-12-31', socialArea: 'q1', evidence: [{ indicator: 'sgb2_share', area: 'q1' }] });
    expect(renderBoundText(answer.initialSituation, releaserFor(city, 'internal'), 'de')).toMatch(/^Befristet: Kita Mitte endet am 31\.12\.2026\. SGB-II-Quote: 5,0/);
  });
  test('an unknown term stays a question, never a no', () => {
    expect(measureQuestions(measureOf('kita-2')!, today, 'de').map((question) => question.kind)).toContain('clarifyFixedTerm');
  });
  test('a citywide offer lies in no area', () => {
    expect(measureOf('kita-3')).toMatchObject({ reach: 'citywide', socialArea: undefined, number: 'STADT-PRV-M1' });
  });
  test('an unknown institution makes no sheet', () => expect(measureOf('nobody')).toBeUndefined());
});

describe('numbers', () => {
  const city = aCity().withQuarters(2).withLevel({ id: asId('sozialraum'), name: '', singular: '', plural: '', order: 1, nestsIn: asId('city') })
    .withArea({ id: asId('s1'), level: asId('sozialraum'), name: 'Mitte/Styrum' }).withArea({ id: asId('s2'), level: asId('sozialraum'), name: 'Osterfeld' })
    .withArea({ id: asId('s3'), level: asId('sozialraum'), name: 'Ostend' }).withArea({ id: asId('s4'), level: asId('sozialraum'), name: 'Mühlen-Süd' }).build();
  test.each([['s1', 'MS'], ['s2', 'OST'], ['s3', 'OSTE'], ['s4', 'MUE'], [undefined, 'STADT']])('area %s has code %s', (area, code) => {
    expect(areaCode(city, area === undefined ? undefined : asId(area))).toBe(code);
  });
  test('count on from the highest in use, apart for sheets and measures', () => {
    expect(nextNumber(city, asId('s1'), 'education', ['MS-BIL-1', 'MS-BIL-4', 'MS-JUG-9', 'OST-BIL-7'])).toBe('MS-BIL-5');
    expect(nextMeasureNumber(city, asId('s1'), 'education', ['MS-BIL-M2'])).toBe('MS-BIL-M3');
    expect(renumbered('MS-OHF-1', 'youth', ['MS-JUG-1'])).toBe('MS-JUG-2');
  });
  test('a quarter belongs to the area above it, the city to none', () => {
    expect(spaceOf(city, asId('s1'))).toEqual({ socialArea: 's1', quarters: [] });
    expect(spaceOf(city, asId('city'))).toEqual({ socialArea: undefined, quarters: [] });
    const nested = aCity().withQuarters(1).withArea({ id: asId('block'), level: asId('block'), parent: asId('q1') }).build();
    expect(spaceOf(nested, asId('block'))).toEqual({ socialArea: 'q1', quarters: ['block'] });
  });
});

describe('required fields', () => {
  test('a draft needs number and title, coordination needs the whole list', () => {
    const sheet = draftRecommendation(asId('r'), { number: 'X-1', title: 'T' });
    expect(missingInRecommendation(sheet)).toEqual([]);
    expect(missingInRecommendation(sheet, 'inCoordination').map((row) => row.field)).toEqual([
      'kind', 'field', 'targetGroups', 'initialSituation', 'evidence', 'evidenceVerdict', 'evidenceReason', 'practiceKnowledge', 'offerFinding', 'goal', 'steps',
      'leadDepartment', 'involvedDepartments', 'priority', 'horizon', 'successIndicators',
    ]);
    expect(missingInRecommendation({ ...sheet, evidenceVerdict: 'notTestable' }, 'released').map((row) => row.field)).not.toContain('evidence');
    expect(missingInMeasure(draftMeasure(asId('m'), { reach: 'citywide' }), 'released').map((row) => row.field)).not.toContain('sites');
  });
  test('lists of choices are complete and coded apart', () => {
    expect(new Set(FIELDS_OF_ACTION.map((field) => field.code)).size).toBe(13);
    expect(codeOfField(undefined)).toBe('OHF');
    expect(proposedField(asId('kita'))).toBe('prevention');
    expect(departmentNames('de')).toContain('Jugend und Familie');
    expect(offeredDepartments('de', ['Amt 51', '', 'Soziales', 'Amt 51']).filter((name) => name === 'Amt 51' || name === 'Soziales')).toEqual(['Soziales', 'Amt 51']);
  });
});

describe('evidence under another edition', () => {
  const rows = evidenceFor(cityOf(), 'q5', indexOf('veryLow', 'stable')).rows;
  test('the same figures are no difference', () => expect(compareEvidence(rows, cityOf(), indexOf('veryLow', 'stable'), 'de')).toEqual([]));
  test('names what changed', () => {
    expect(compareEvidence(rows, cityOf([5, 6, 7, 8, 9]), indexOf('middle', 'stable'), 'de')[0]?.kinds).toEqual(['value', 'status', 'direction', 'support']);
    expect(compareEvidence(rows, cityOf([5, 6, 7, 8, { mark: 'suppressed' }]), indexOf('veryLow', 'stable'), 'de')[0]?.kinds).toEqual(['suppressed', 'direction', 'support']);
    expect(compareEvidence(rows, aCity().withQuarters(5).build(), undefined, 'de')[0]).toMatchObject({ now: undefined, kinds: ['gone'] });
  });
});

describe('bound text', () => {
  test('an incomplete token stays words', () => {
    expect(fromEditable('[[a|b]] [[a|b|2024]]')).toEqual([{ kind: 'text', text: '[[a|b]] [[a|b|2024]]' }]);
    expect(fromEditable('')).toEqual([]);
    expect([isBlank(fromEditable('')), isBlank(fromEditable('  ')), isBlank(fromEditable('[[a|city|2024-12-31]]'))]).toEqual([true, true, false]);
  });
  test('editing gives back what was there', () => {
    const name = fc.stringMatching(/^[a-z0-9_]{1,8}$/);
    const number = fc.record({ indicator: name, area: name, date: fc.constant('2024-12-31') }).map((reference): TextPart => ({ kind: 'number', reference: reference as never }));
    const words = fc.string({ minLength: 1 }).filter((text) => !text.includes('\u2060')).map((text): TextPart => ({ kind: 'text', text }));
    fc.assert(
      fc.property(fc.array(fc.oneof(number, words), { maxLength: 8 }), (parts) => {
        const joined = fromEditable(toEditable(parts));
        expect(fromEditable(toEditable(joined))).toEqual(joined);
        const flat = (text: readonly TextPart[]) => text.map((part) => (part.kind === 'text' ? part.text : JSON.stringify(part.reference))).join('');
        expect(flat(joined)).toBe(flat(parts));
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});

describe('frozen evidence', () => {
  const builder = anEmptyCity().area('a').area('b').area('c').indicator('poverty');
  const city = builder
    .value('poverty', 'a', { mark: 'value', value: 12.5, numerator: 5, denominator: 40 }).value('poverty', 'b', { mark: 'value', value: 20, numerator: 200, denominator: 1000 })
    .value('poverty', 'c', { mark: 'value', value: 30, numerator: 300, denominator: 1000 }).build();
  const frozenOf = (area: string) => evidenceOfArea({ city, index: undefined, area: asId(area), language: 'de' }).rows[0]!;
  const asShown = (row: ReturnType<typeof frozenOf>, releaser = releaserFor(city, 'public')) => shownEvidence(releaser, row);

  test('is what the public may see, not what the office may', () => {
    expect(releaserFor(city, 'internal').cell(asId('poverty'), asId('a'), DAY).value).toBe(12.5);
    expect(frozenOf('a')).toMatchObject({ value: { mark: 'suppressed' }, deviations: undefined });
    expect(JSON.stringify(frozenOf('a'))).not.toContain('12.5');
  });
  test.each(['older', ''])('is held back where the gate holds the figure back today, also from edition "%s" frozen for the office', (edition) => {
    const leaked = { ...frozenOf('b'), area: asId<never>('a'), edition, value: { mark: 'value', value: 12.5 } as const, deviations: 1.2 };
    expect(asShown(leaked)).toMatchObject({ value: { mark: 'suppressed', value: undefined }, deviations: undefined });
    expect(asShown({ ...leaked, edition: city.manifest.edition }).value.mark).toBe('suppressed');
  });
  test('stays as it was frozen when the numbers of an edition of the same name changed', () => {
    expect(asShown({ ...frozenOf('b'), value: { mark: 'value', value: 19 } })).toMatchObject({ value: { mark: 'value', value: 19 } });
  });
});
