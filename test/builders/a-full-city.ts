import type { City } from '#app/domain/city/city.ts';
import { asDate, asId } from '#shared/ids.ts';
import { aCity, DATE, middleOfQuarter, ORIGIN, QUARTER_EDGE, square } from './a-city.ts';

/** A small city in which every field of every type is used once, also the odd ones: for round trips and hostile input. */
export const aFullCity = (quarters = 5): City =>
  aCity()
    .withQuarters(quarters)
    .withLevel({ id: asId('labour'), name: 'Arbeitsmarktbezirke', singular: 'Arbeitsmarktbezirk', plural: 'Arbeitsmarktbezirke', order: 1, nestsIn: undefined })
    .withArea({
      id: asId('05315000'),
      level: asId('labour'),
      name: 'Bezirk „Süd“ – Straße',
      shortName: 'Süd',
      validFrom: asDate('2020-01-01'),
      validTo: asDate('2029-12-31'),
      // two parts, the first with a hole
      shape: [
        [square(ORIGIN, 900)[0]![0]!, square([ORIGIN[0] + 300, ORIGIN[1] + 300], 100)[0]![0]!.toReversed()],
        square([ORIGIN[0] + 2000.25, ORIGIN[1] - 0.125], 500)[0]!,
      ],
      residential: square([ORIGIN[0] + 10, ORIGIN[1] + 10], 50),
    })
    .withTargetGroup('families', 'Familien')
    .withTargetGroup('youth', 'Jugendliche')
    .withIndicator('population', Array.from({ length: quarters }, (_, index) => 1000 + index), { unit: 'Personen', precision: 0, form: 'absolute', direction: 'neutral', additive: true })
    .withIndicator(
      'sgb2_share',
      [
        { mark: 'value', value: 12.34, numerator: 123.4, denominator: 1000 },
        { mark: 'zero', denominator: 1001 },
        { mark: 'suppressed' },
        { mark: 'uncertain', value: 5.5 },
        { mark: 'notApplicable' },
      ],
      { numerator: asId('sgb2'), denominator: asId('population'), source: asId('office'), targetGroups: [asId('families'), asId('youth')], interpretation: 'Je höher, desto …', process: 'BA' },
    )
    .withIndicator('change', [-0.5, 0, 1e-7], { kind: 'change', form: 'standardised', direction: 'higherIsBetter' })
    .withValue('sgb2_share', 'q1', '2023-12-31', { mark: 'notAvailable' })
    .withReferenceValue('sgb2_share', 'city', DATE, { mark: 'value', value: 10, numerator: 1, denominator: 10 })
    .withReferenceValue('sgb2_share', 'quarter', DATE, { mark: 'suppressed' })
    .withPublishedClass({ index: 'mss', area: asId('q1'), date: asDate(DATE), status: 'veryLow', trend: 'negative' })
    .withPublishedClass({ index: 'mss', area: asId('q2'), date: asDate(DATE), status: undefined, trend: undefined })
    .withInstitution('kita-1', 'kita', middleOfQuarter(1), {
      name: 'Kita Regenbogen',
      placement: 'byHand',
      address: 'Große Straße 1',
      postcode: '01234',
      contact: 'kita@example.org',
      website: 'https://example.org',
      provider: 'Stadt',
      capacity: 80,
      openingHours: 'Mo–Fr 7–17',
      openedOn: asDate('1999-08-01'),
      closedOn: asDate('2030-07-31'),
      barrierFree: 'partly',
      languages: ['de', 'tr', 'uk'],
      fixedTerm: 'yes',
      fixedTermEnd: asDate('2026-12-31'),
      programme: 'Sprach-Kitas',
      verifiedOn: asDate('2024-03-01'),
      source: asId('office'),
      public: false,
      targetGroups: [asId('families')],
    })
    .withInstitution('line', 'counselling')
    .withPopulation(Array.from({ length: quarters * 4 }, (_, index) => ({
      at: [ORIGIN[0] + 50 + index * 100, ORIGIN[1] + 50],
      people: [index, index * 2.5, 3],
    })))
    .withStreets([ORIGIN, middleOfQuarter(1), [ORIGIN[0] + QUARTER_EDGE, ORIGIN[1]]], [[0, 1], [1, 2], [2, 0]], { steps: [1], cycleOneway: [2] })
    .withContext({ kind: 'water', name: 'Fluss', shapes: [{ type: 'area', shape: square(ORIGIN, 30), name: 'Ems' }, { type: 'line', line: [ORIGIN, middleOfQuarter(2)], name: '' }] })
    .withContext({ kind: 'builtUp', name: 'Siedlung', shapes: [{ type: 'area', shape: square(ORIGIN, 60), name: '' }] })
    .withContext({ kind: 'other', name: 'leer', shapes: [] })
    .withAddresses([
      { at: middleOfQuarter(1), street: 'Große Straße', houseNumber: '1', postcode: '01234' },
      { at: [ORIGIN[0] + 600.25, ORIGIN[1]], street: 'Große Straße', houseNumber: '12 a', postcode: '' },
    ])
    .withImportRecord({ recipe: '{"recipe":"quartierwerk-import","version":1}', report: '{"version":1}' })
    .withSource({ id: asId('office'), title: 'Statistikstelle', publisher: 'Teststadt', licence: 'dl-de/by-2-0', date: asDate('2025-01-10') })
    .withSource({ id: asId('undated'), title: 'Ohne Stand', publisher: '', licence: '', date: undefined })
    .build();
