import { draftMeasure, draftRecommendation } from '#app/domain/planning/empty-sheets.ts';
import { emptyEntry, type InstitutionChange, type InstitutionRevision } from '#app/domain/register/institution-revision.ts';
import type { IndexProfile } from '#app/domain/social-index/index-profile.ts';
import type { CoverageRun, Paper, Project } from '#app/project/project.ts';
import { asDate, asId } from '#shared/ids.ts';

/** A project with nothing in it but an index profile. */
export const anEmptyProject = (): Project => ({
  id: asId('project-1'),
  title: 'Teststadt',
  city: { bundleId: asId('test-city'), cityName: 'Teststadt', edition: '2024', contentHash: 'abc' },
  activeProfile: asId('profile-1'),
  profiles: [aProfile('profile-1')],
  coverageRuns: [],
  recommendations: [],
  measures: [],
  papers: [],
  institutionRevisions: [],
  listDecisions: [],
});

export const aProfile = (id: string): IndexProfile => ({
  id: asId(id),
  version: 1,
  title: { de: `Index ${id}` },
  description: { de: 'Für Tests', en: 'For tests' },
  indicators: [{ indicator: asId('sgb2_share'), weight: 1, direction: 'higherIsWorse' }],
  reference: 'areaMean',
  deviation: 'population',
  restandardise: true,
  statusCuts: { high: -1, middle: 1, low: 1.5 },
  trend: { windowYears: 2, unit: 'percentagePoints', cuts: { positive: -1, negative: 1 } },
  minimumPopulation: 300,
  populationIndicator: asId('population'),
  exclusions: [{ area: asId('q9'), reason: 'Sammelunterkunft' }],
});

export const aRun = (id: string): CoverageRun => ({
  id: asId(id),
  title: `Kita 800 m ${id}`,
  request: { categories: [asId('kita')], ageGroups: [asId('under18')], metres: 800, level: asId('quarter'), date: asDate('2024-12-31') },
});

export const aPaper = (id: string, runs: readonly string[] = []): Paper => ({
  id: asId(id),
  title: `Strategiepapier ${id}`,
  socialArea: asId('q1'),
  level: asId('quarter'),
  date: asDate('2024-12-31'),
  publisher: 'Stadt Teststadt',
  summary: [{ kind: 'text', text: 'Zusammenfassung' }],
  introduction: [],
  findings: [{ kind: 'number', reference: { indicator: asId('sgb2_share'), area: 'city', date: asDate('2024-12-31') } }],
  coverageRuns: runs.map((run) => asId(run)),
  state: 'draft',
});

/** A project in which every list and every field of every record is used, with umlauts, quotes and empty values. */
export const aFullProject = (): Project => ({
  ...anEmptyProject(),
  profiles: [aProfile('profile-1'), { ...aProfile('profile-2'), indicators: [{ indicator: asId('a'), weight: 0.5, direction: 'higherIsBetter', changeIndicator: asId('b') }] }],
  coverageRuns: [aRun('run-1'), aRun('run-2')],
  recommendations: [
    draftRecommendation(asId('rec-1'), {
      number: 'Q1-PRV-1',
      title: 'Kita „Sonnenschein“ – wohnortnah',
      kind: 'newOffer',
      socialArea: asId('q1'),
      quarters: [asId('q2'), asId('q3')],
      field: 'prevention',
      targetGroups: [asId('families')],
      initialSituation: [
        { kind: 'text', text: 'SGB II: ' },
        { kind: 'number', reference: { indicator: asId('sgb2_share'), area: asId('q1'), date: asDate('2024-12-31') } },
        {
          kind: 'number',
          reference: {
            indicator: asId('coverage.people'), area: asId('q1'), date: asDate('2024-12-31'),
            frozen: { title: 'Menschen der Gruppe', unit: 'Personen', precision: 0, edition: '2024', value: { mark: 'value', value: 1531 } },
          },
        },
      ],
      evidence: [
        {
          indicator: asId('sgb2_share'),
          indicatorTitle: 'SGB II',
          unit: '%',
          precision: 1,
          area: asId('q1'),
          areaName: 'Quartier 1',
          date: asDate('2024-12-31'),
          edition: '2024',
          value: { mark: 'value', value: 31.4 },
          cityValue: { mark: 'uncertain', value: 12.1 },
          deviations: 1.7,
          status: 'veryLow',
          trend: 'negative',
        },
        {
          indicator: asId('secret'),
          indicatorTitle: 'Geheim',
          unit: '%',
          precision: 1,
          area: asId('q1'),
          areaName: 'Quartier 1',
          date: asDate('2024-12-31'),
          edition: '2024',
          value: { mark: 'suppressed' },
          cityValue: { mark: 'zero' },
          deviations: undefined,
          status: undefined,
          trend: undefined,
        },
      ],
      evidenceVerdict: 'supported',
      evidenceReason: 'weil',
      practiceKnowledge: 'Dialog 2025, Tisch 3',
      existingOffers: [asId('kita-1')],
      offerFinding: 'gap',
      coverageRun: asId('run-1'),
      goal: [{ kind: 'text', text: 'Jedes Kind erreicht eine Kita.' }],
      steps: [{ what: 'Standort suchen', who: '3-1', until: '2026' }],
      leadDepartment: '3-1',
      involvedDepartments: ['3-2', '3-3'],
      partners: 'Träger',
      priority: 'high',
      priorityReason: 'Rang 1',
      horizon: 'middle',
      targetDate: asDate('2027-12-31'),
      costs: '1 Mio. €',
      funding: 'Land',
      successIndicators: [{ what: 'Plätze', baseline: '0', target: '80', until: '2027' }],
      references: 'Bericht',
      risks: 'Fläche',
      state: 'inCoordination',
      version: 3,
      evidenceEdition: '2024',
      nextCheck: asDate('2026-06-30'),
      proposals: ['priority', 'priorityReason'],
    }),
    draftRecommendation(asId('rec-2'), { number: 'STADT-DAT-1', title: '' }),
  ],
  measures: [
    draftMeasure(asId('measure-1'), {
      number: 'Q1-PRV-M1',
      title: 'Kita',
      summary: 'kurz',
      field: 'prevention',
      targetGroups: [asId('families')],
      ageRange: '0–5',
      category: asId('kita'),
      sites: [asId('kita-1')],
      socialArea: asId('q1'),
      provider: 'Träger',
      department: '3-1',
      capacity: 80,
      startedOn: asDate('2020-01-01'),
      fixedTerm: 'yes',
      fixedTermEnd: asDate('2026-12-31'),
      programme: 'ESF',
      implementation: 'running',
      asOf: asDate('2025-01-01'),
      recommendation: asId('rec-1'),
    }),
  ],
  papers: [aPaper('paper-1', ['run-1', 'run-2'])],
  institutionRevisions: (
    [
      { kind: 'added', entry: { ...emptyEntry(asId('kita'), [500_100.5, 5_900_000]), name: 'Kita „Neu“', languages: ['de'], fixedTerm: 'yes', fixedTermEnd: asDate('2027-06-30') } },
      { kind: 'corrected', fields: { name: 'Kita Straße', capacity: 42, targetGroups: [asId('families')] }, cleared: ['fixedTermEnd', 'openedOn'] },
      { kind: 'moved', to: [500_200, 5_900_100.25] },
      { kind: 'closed', closedOn: asDate('2026-07-31') },
      { kind: 'reopened' },
      { kind: 'mergedInto', into: asId('kita-1') },
      { kind: 'confirmed' },
    ] satisfies readonly InstitutionChange[]
  ).map((change, index): InstitutionRevision => ({ id: asId(`revision-${index + 1}`), institution: asId(index === 0 ? 'kita-new' : 'kita-1'), on: asDate('2026-03-01'), source: 'Träger', note: 'Anruf', change })),
  listDecisions: [
    { id: asId('decision-1'), difference: '["new","1"]', kind: 'new', institution: undefined, about: 'Kita Wald', list: 'POI 2026', on: asDate('2026-03-02'), verdict: 'refused', reason: 'Gehört zur Nachbarstadt' },
    { id: asId('decision-2'), difference: '["moved","kita-1"]', kind: 'moved', institution: asId('kita-1'), about: 'Kita', list: 'POI 2026', on: asDate('2026-03-02'), verdict: 'accepted', reason: '' },
  ],
});
