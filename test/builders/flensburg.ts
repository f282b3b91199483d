import { unzipSync } from 'fflate';
import type { AgeGroup, Area, City, Indicator, IndicatorValue, Institution, PopulationCells } from '#app/domain/city/city.ts';
import { fromLongitudeLatitude } from '#app/domain/geometry/crs.ts';
import { labelPointOf } from '#app/domain/geometry/shape-measures.ts';
import type { Coordinate } from '#app/domain/geometry/shapes.ts';
import type { Cell } from '#shared/cell.ts';
import { asDate, asId } from '#shared/ids.ts';
import { sharedFile } from '#test/shared-data.ts';
import { indicatorOf, institutionOf, KITA_AND_SCHOOL } from './files/defaults.ts';
import { readCsv } from './files/read-csv.ts';
import type { ShapefileFeature } from './files/shapefile-features.ts';
import { shapefileFeatures } from './files/shapefile-features.ts';
import { sharedBytes, sharedText } from './files/shared-bytes.ts';

const FOLDER = 'data/flensburg';

export const hasFlensburg = (): boolean => sharedFile(`${FOLDER}/flensburg_stadtteile.zip`) !== undefined;

/**
 * Flensburg, Sozialatlas 2011–2022: 13 Stadtteile with values, 41 statistical districts without, Kitas with places and schools with
 * pupils. People are points, one per Stadtteil, end of 2022. Sozialatlas and Kitas CC0.
 */
export function flensburg(): City {
  const parts = featuresOf('flensburg_stadtteile', 'Stadtteile').map((feature) => areaFrom(feature, 'stadtteil', WHOLE));
  const districts = featuresOf('flensburg_stadtbezirke', 'Bezirke').map((feature) => areaFrom(feature, 'stadtbezirk', undefined));
  const whole: Area = { ...parts[0]!, id: asId(WHOLE), level: asId('city'), name: 'Flensburg', shortName: 'Flensburg', parent: undefined, shape: parts.flatMap(({ shape }) => shape) };
  return {
    manifest: {
      bundleId: asId('flensburg-sozialatlas'),
      city: 'Flensburg',
      ags: '01001000',
      edition: '2022',
      title: 'Flensburg – Sozialatlas 2022',
      licence: 'CC0',
      producer: 'Stadt Flensburg',
      created: '2023-09-01T00:00:00.000Z',
      schemaVersion: 2,
      crs: 'EPSG:25832',
      demo: false,
      contentHash: '',
    },
    levels: [
      { id: asId('city'), name: 'Gesamtstadt', singular: 'Stadt', plural: 'Städte', order: 0, nestsIn: undefined },
      { id: asId('stadtteil'), name: 'Stadtteile', singular: 'Stadtteil', plural: 'Stadtteile', order: 1, nestsIn: asId('city') },
      { id: asId('stadtbezirk'), name: 'Statistische Bezirke', singular: 'Bezirk', plural: 'Bezirke', order: 2, nestsIn: asId('stadtteil') },
    ],
    areas: [whole, ...parts, ...districts],
    topics: [
      { id: asId('population'), name: 'Bevölkerung', order: 1 },
      { id: asId('transfer'), name: 'Transferleistungen', order: 2 },
      { id: asId('work'), name: 'Arbeit', order: 3 },
    ],
    indicators: INDICATORS,
    values: valuesOf(),
    referenceValues: [],
    publishedClasses: [],
    categories: KITA_AND_SCHOOL,
    targetGroups: [],
    institutions: [...kitas(), ...schools()],
    population: peopleAtLabelPoints(parts),
    streets: undefined,
    context: [],
    addresses: undefined,
    importRecord: undefined,
    takenOver: [],
    sources: [{ id: asId('atlas'), title: 'Sozialatlas Flensburg 2022', publisher: 'Stadt Flensburg', licence: 'CC0', date: asDate('2022-12-31') }],
  };
}

const WHOLE = '01001000';

function featuresOf(archive: string, name: string): readonly ShapefileFeature[] {
  const files = unzipSync(sharedBytes(`${FOLDER}/${archive}.zip`));
  return shapefileFeatures(files[`${name}.shp`]!, files[`${name}.dbf`]!);
}

/** Names in the geometry carry the number of the area as prefix: "03 Nordstadt". */
function areaFrom({ attributes, shape }: ShapefileFeature, level: string, parent: string | undefined): Area {
  const name = attributes['AREA_NAME']!.replace(/^\d+\s+/, '');
  return {
    id: asId(attributes['AREA_ID']!),
    level: asId(level),
    name,
    shortName: name,
    parent: asId(parent ?? attributes['PARENT_ARE']!),
    validFrom: asDate('2018-01-01'),
    validTo: undefined,
    shape,
    residential: undefined,
  };
}

const source = asId<NonNullable<Indicator['source']>>('atlas');
const count = (id: string, title: string, topic: string, direction: Indicator['direction']): Indicator =>
  indicatorOf({ id: asId(id), title, topic: asId(topic), unit: 'Personen', precision: 0, form: 'absolute', direction, additive: true, source, licence: 'CC0' });
const share = (id: string, title: string, topic: string, numerator: string): Indicator =>
  indicatorOf({ id: asId(id), title, topic: asId(topic), numerator: asId(numerator), denominator: asId('population'), source, licence: 'CC0' });

/** Counts as published, each with the share of all residents we derive from it. */
const COUNTS = [
  ['fl_children_age_under_18_by_district', 'residents', 'under18', 'Kinder und Jugendliche unter 18', 'population', 'neutral'],
  ['fl_residents_age_65_and_above_by_district', 'residents', 'over65', 'Einwohner*innen ab 65', 'population', 'neutral'],
  ['fl_migration_background_by_district', 'foreign_citizenship', 'foreign', 'Einwohner*innen mit ausländischer Staatsangehörigkeit', 'population', 'neutral'],
  ['fl_beneficiaries_by_district', 'residents', 'benefits', 'Leistungsberechtigte nach SGB II', 'transfer', 'higherIsWorse'],
  ['fl_housing_benefit_by_district', 'residents', 'housing_benefit', 'Haushalte mit Wohngeld', 'transfer', 'higherIsWorse'],
  ['fl_risk_homelessness_by_district', 'residents', 'homelessness_risk', 'Von Wohnungslosigkeit Bedrohte', 'transfer', 'higherIsWorse'],
  ['fl_unemployed_residents_by_district', 'residents', 'unemployed', 'Arbeitslose', 'work', 'higherIsWorse'],
] as const;

/** Rates the city publishes itself. */
const RATES = [
  ['fl_employed_with_pension_insurance_by_district', 'employment_rate', 'employment_rate', 'Sozialversicherungspflichtig Beschäftigte', 'work', 'higherIsBetter', '%'],
  ['fl_age_ratio_by_district', 'quotient', 'age_ratio', 'Altenquotient', 'population', 'neutral', ''],
  ['fl_births_by_district', 'birth_rate', 'birth_rate', 'Geburten je 1.000 Frauen', 'population', 'neutral', '‰'],
] as const;

const INDICATORS: readonly Indicator[] = [
  count('population', 'Einwohner*innen', 'population', 'neutral'),
  ...COUNTS.flatMap(([, , id, title, topic, direction]) => [
    count(id, title, topic, 'neutral'),
    { ...share(`${id}_share`, `${title}: Anteil`, topic, id), direction },
  ]),
  ...RATES.map(([, , id, title, topic, direction, unit]) => indicatorOf({ id: asId(id), title, topic: asId(topic), direction, unit, source, licence: 'CC0' })),
];

function valuesOf(): IndicatorValue[] {
  const residents = readCsv(sharedText(`${FOLDER}/csv/fl_residents_by_district.csv`));
  const residentsAt = new Map(residents.map((row) => [`${row['year']} ${row['district_id']}`, numberIn(row['residents'])]));
  const values = residents.map((row) => valueAt('population', row, countCell(row['residents'])));
  for (const [file, column, id] of COUNTS) {
    for (const row of readCsv(sharedText(`${FOLDER}/csv/${file}.csv`))) {
      values.push(valueAt(id, row, countCell(row[column])));
      values.push(valueAt(`${id}_share`, row, shareCell(row[column], residentsAt.get(`${row['year']} ${row['district_id']}`))));
    }
  }
  for (const [file, column, id] of RATES) {
    for (const row of readCsv(sharedText(`${FOLDER}/csv/${file}.csv`))) {
      const rate = numberIn(row[column]);
      values.push(valueAt(id, row, rate === undefined ? { mark: 'notAvailable' } : { mark: 'value', value: rate }));
    }
  }
  return values;
}

const valueAt = (indicator: string, row: Readonly<Record<string, string>>, cell: Cell): IndicatorValue => ({
  indicator: asId(indicator),
  area: asId(`STGT${row['district_id']!.padStart(2, '0')}`),
  date: asDate(`${row['year']}-12-31`),
  cell,
});

/** Empty means suppressed or unknown; the source does not say which. */
const numberIn = (text: string | undefined): number | undefined => (text === undefined || text.trim() === '' ? undefined : Number(text));

function countCell(text: string | undefined): Cell {
  const value = numberIn(text);
  return value === undefined ? { mark: 'notAvailable' } : value === 0 ? { mark: 'zero' } : { mark: 'value', value };
}

function shareCell(text: string | undefined, residents: number | undefined): Cell {
  const numerator = numberIn(text);
  if (numerator === undefined || residents === undefined || residents === 0) return { mark: 'notAvailable' };
  return numerator === 0 ? { mark: 'zero', denominator: residents } : { mark: 'value', value: (numerator / residents) * 100, numerator, denominator: residents };
}

const AGE_COLUMNS: readonly (readonly [column: string, group: AgeGroup])[] = [
  ['age_under_18', { id: asId('under18'), name: 'unter 18', from: 0, to: 17 }],
  ['age_18_to_under_30', { id: asId('18to29'), name: '18 bis 29', from: 18, to: 29 }],
  ['age_30_to_under_45', { id: asId('30to44'), name: '30 bis 44', from: 30, to: 44 }],
  ['age_45_to_under_65', { id: asId('45to64'), name: '45 bis 64', from: 45, to: 64 }],
  ['age_65_to_under_80', { id: asId('65to79'), name: '65 bis 79', from: 65, to: 79 }],
  ['age_80_and_above', { id: asId('80plus'), name: '80 und älter', from: 80, to: undefined }],
];

function peopleAtLabelPoints(parts: readonly Area[]): PopulationCells {
  const rows = new Map(
    readCsv(sharedText(`${FOLDER}/csv/fl_age_groups_by_district.csv`))
      .filter((row) => row['year'] === '2022')
      .map((row) => [`STGT${row['district_id']!.padStart(2, '0')}`, row]),
  );
  const points = parts.map(({ shape }) => labelPointOf(shape)!);
  return {
    date: asDate('2022-12-31'),
    cellSize: undefined,
    ageGroups: AGE_COLUMNS.map(([, group]) => group),
    x: Float64Array.from(points, ([x]) => x),
    y: Float64Array.from(points, ([, y]) => y),
    counts: AGE_COLUMNS.map(([column]) => Float64Array.from(parts, ({ id }) => Number(rows.get(id)?.[column] ?? 0))),
  };
}

const toMetres = fromLongitudeLatitude('EPSG:25832');

type Kita = { readonly geometry: { readonly coordinates: Coordinate }; readonly properties: Readonly<Record<string, string | number>> };

function kitas(): Institution[] {
  const { features } = JSON.parse(sharedText(`${FOLDER}/institutionen/kitas_in_flensburg.geojson`)) as { features: readonly Kita[] };
  return features.map(({ geometry, properties }, index) =>
    institutionOf({
      id: asId(`kita-${index + 1}`),
      name: String(properties['facility']),
      category: asId('kita'),
      address: String(properties['address']),
      postcode: String(properties['postal_code']),
      provider: String(properties['institution']),
      openingHours: String(properties['opening_hours'] ?? ''),
      capacity: typeof properties['childcare_places'] === 'number' ? properties['childcare_places'] : undefined,
      location: toMetres(geometry.coordinates),
      source,
    }));
}

const schools = (): Institution[] =>
  readCsv(sharedText(`${FOLDER}/institutionen/schulen_flensburg.csv`)).map((row) =>
    institutionOf({
      id: asId(`school-${row['schulnummer']}`),
      name: row['name']!,
      category: asId('school'),
      address: `${row['strasse']} ${row['hausnummer']}`.trim(),
      postcode: row['plz']!,
      provider: row['traeger']!,
      capacity: numberIn(row['schueler']),
      location: row['lon'] ? toMetres([Number(row['lon']), Number(row['lat'])]) : undefined,
      source,
    }));
