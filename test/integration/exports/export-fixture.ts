import { releaserFor } from '#app/domain/confidentiality/release.ts';
import { releaseCoverage } from '#app/domain/coverage/release-coverage.ts';
import { straightLineCoverage } from '#app/domain/coverage/straight-line-coverage.ts';
import { computeIndex } from '#app/domain/social-index/compute-index.ts';
import { releaseIndex } from '#app/domain/social-index/release-index.ts';
import type { City } from '#app/domain/city/city.ts';
import type { Cell } from '#shared/cell.ts';
import type { PaperInput } from '#app/exchange/export/paper-document.ts';
import type { Project } from '#app/project/project.ts';
import { asDate, asId } from '#shared/ids.ts';
import { aCity, DATE, middleOfQuarter } from '#test/builders/a-city.ts';
import { aFullProject, aPaper, aProfile, aRun } from '#test/builders/a-project.ts';

export const CREATED = '2026-02-03T10:20:30.000Z';

/** Numbers that occur nowhere but in values the gate has to hide: a rate on two people, a count of two, a cell with one child. */
export const CANARIES = ['73,9', '73.9', '73911', '73.911', '71,7', '71.7'] as const;

const rate = (value: number): Cell => ({ mark: 'value', value, numerator: value * 100, denominator: 10_000 });
/** Two people of 73911: secret by the minimum of three. */
const secretRate = { mark: 'value', value: 73.9117, numerator: 2, denominator: 73_911 } as const satisfies Cell;

/** Six quarters with an index over two dates, a secret value in the second, institutions, and cells of people. `name` goes into every name. */
export function exportCity(name = ''): City {
  const minimum = { minimumNumerator: 3, minimumDenominator: 100, title: `SGB II ${name}`.trim() } as const;
  const city = aCity()
    .withQuarters(6)
    .withIndicator('population', [1000, 1500, 2000, 2500, 3000, 3500], { unit: 'Personen', precision: 0, form: 'absolute', direction: 'neutral', additive: true, title: `Bevölkerung ${name}`.trim() }, '2022-12-31')
    .withIndicator('population', [1010, 1510, 2010, 2510, 3010, 3510], {}, DATE)
    .withIndicator('sgb2_share', [rate(10), rate(20), rate(30), rate(12), rate(14), rate(16)], minimum, '2022-12-31')
    .withIndicator('sgb2_share', [rate(11), rate(19), rate(36), rate(12), secretRate, rate(16)], minimum, DATE)
    .withIndicator('poverty_share', [rate(5), rate(6), { ...secretRate, value: 71.7, numerator: 1 }, rate(8), rate(9), rate(10)], { ...minimum, title: `Kinderarmut ${name}`.trim() }, DATE)
    .withReferenceValue('sgb2_share', 'city', DATE, { mark: 'value', value: 18.2 })
    .withTargetGroup('families', `Familien ${name}`.trim())
    .withInstitution('kita-1', 'kita', middleOfQuarter(1), { name: `Kita Nord ${name}`.trim(), address: `Weg 1 ${name}`.trim(), postcode: '01234', contact: `${name} kita@example.org`.trim(), provider: `Träger ${name}`.trim(), programme: name, openingHours: name, website: name, languages: [name || 'Deutsch'], fixedTerm: 'yes', fixedTermEnd: asDate('2026-12-31'), verifiedOn: asDate('2024-01-01') })
    .withInstitution('kita-2', 'kita', middleOfQuarter(3), { verifiedOn: asDate('2026-01-15') })
    .withInstitution('kita-secret', 'kita', middleOfQuarter(2), { name: 'Verborgene Einrichtung', public: false })
    .withInstitution('advice', 'counselling', undefined, { name: `Beratung ${name}`.trim() })
    .withPopulation([
      { at: middleOfQuarter(1), people: [120, 500, 100] },
      { at: middleOfQuarter(2), people: [2, 300, 50] },
      { at: middleOfQuarter(5), people: [210, 700, 90] },
    ])
    .build();
  return {
    ...city,
    manifest: { ...city.manifest, contentHash: 'abc', title: `Teststadt 2024 ${name}`.trim() },
    areas: city.areas.map((area) => (area.id === 'q1' && name !== '' ? { ...area, name: `Quartier 1 ${name}`, shortName: name } : area)),
    topics: city.topics.map((topic) => ({ ...topic, name: `Thema ${name}`.trim() })),
    categories: city.categories.map((category) => ({ ...category, name: `${category.name} ${name}`.trim() })),
    sources: [{ id: asId('s'), title: `Register ${name}`.trim(), publisher: `Amt ${name}`.trim(), licence: 'dl-de/by-2-0', date: asDate('2025-01-01') }],
  };
}

export function exportProject(name = ''): Project {
  const full = aFullProject();
  const runs = [{ ...aRun('run-1'), title: `Kita 800 m ${name}`.trim() }];
  const named = (words: string): string => `${words} ${name}`.trim();
  return {
    ...full,
    profiles: [{ ...aProfile('profile-1'), minimumPopulation: 0, exclusions: [{ area: asId('q6'), reason: named('Sammelunterkunft') }] }],
    coverageRuns: runs,
    recommendations: full.recommendations.map((sheet) => ({
      ...sheet, socialArea: undefined, title: named(sheet.title || 'Ohne Titel'), practiceKnowledge: named('Dialog 2025'), costs: name, funding: name, leadDepartment: named('Jugend'), evidenceReason: named('weil'),
      initialSituation: [...sheet.initialSituation, { kind: 'text' as const, text: ` ${name}` }, { kind: 'number' as const, reference: { indicator: asId('sgb2_share'), area: asId('q5'), date: asDate(DATE) } }],
    })),
    measures: full.measures.map((measure) => ({ ...measure, socialArea: asId('city'), title: named(measure.title), summary: named('kurz') })),
    papers: [{ ...aPaper('paper-1', ['run-1']), title: named('Strategiepapier Teststadt'), socialArea: asId('city'), level: asId('quarter'), date: asDate(DATE), publisher: named('Stadt Teststadt'), summary: [{ kind: 'text', text: named('Zusammenfassung') }] }],
  };
}

export function paperInput(name = '', city = exportCity(name)): PaperInput {
  const project = exportProject(name);
  const index = computeIndex(city, project.profiles[0]!, asId('quarter'), asDate(DATE));
  if (!index.ok) throw new Error(JSON.stringify(index.failure));
  const released = releaseIndex(index.value, releaserFor(city, 'public'));
  const coverage = straightLineCoverage(city, project.coverageRuns[0]!.request, released);
  if (!coverage.ok) throw new Error(JSON.stringify(coverage.failure));
  return { city, project, paper: asId('paper-1'), index: released, coverages: [{ run: asId('run-1'), result: releaseCoverage(coverage.value, releaserFor(city, 'public')) }], language: 'de', createdAt: CREATED };
}
