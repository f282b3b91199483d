import type { AgeGroup, Area, AreaLevel, City, Indicator, IndicatorValue, Institution, PopulationCells, PublishedClass } from '#app/domain/city/city.ts';
import { fromLongitudeLatitude } from '#app/domain/geometry/crs.ts';
import { labelPointOf } from '#app/domain/geometry/shape-measures.ts';
import type { Coordinate, MultiPolygon } from '#app/domain/geometry/shapes.ts';
import type { Cell } from '#shared/cell.ts';
import { asDate, asId } from '#shared/ids.ts';
import { sharedFile } from '#test/shared-data.ts';
import { indicatorOf, institutionOf, KITA_AND_SCHOOL } from './files/defaults.ts';
import { readCsv } from './files/read-csv.ts';
import type { ShapefileFeature } from './files/shapefile-features.ts';
import { shapefileFeatures } from './files/shapefile-features.ts';
import { sharedBytes, sharedText } from './files/shared-bytes.ts';

const FOLDER = 'data/berlin-2021';
const DAY = asDate('2020-12-31');

/** Whether the published data lie beside the checkout. */
export const hasBerlin = (): boolean => sharedFile(`${FOLDER}/mss_2021_index_indikatoren.csv`) !== undefined;

/**
 * Berlin, Monitoring Soziale Stadtentwicklung 2021: 542 planning areas in four levels below the city, shares and two-year changes
 * as published, published classes, Kitas and schools. People are points, one per planning area (end of 2021, the first year on these
 * areas). Senate of Berlin, Amt für Statistik Berlin-Brandenburg; dl-de-zero-2.0 and CC BY 3.0 DE.
 */
export function berlin2021(): City {
  const areas = berlinAreas();
  const index = readCsv(sharedText(`${FOLDER}/mss_2021_index_indikatoren.csv`));
  const context = readCsv(sharedText(`${FOLDER}/mss_2021_kontext_indikatoren.csv`));
  return {
    manifest: {
      bundleId: asId('berlin-mss-2021'),
      city: 'Berlin',
      ags: '11000000',
      edition: '2021',
      title: 'Berlin – Monitoring Soziale Stadtentwicklung 2021',
      licence: 'dl-de-zero-2.0, CC BY 3.0 DE',
      producer: 'Senatsverwaltung für Stadtentwicklung Berlin; Amt für Statistik Berlin-Brandenburg',
      created: '2022-06-01T00:00:00.000Z',
      schemaVersion: 2,
      crs: 'EPSG:25833',
      demo: false,
      contentHash: '',
    },
    levels: LEVELS,
    areas,
    topics: [
      { id: asId('population'), name: 'Bevölkerung', order: 1 },
      { id: asId('index'), name: 'Index-Indikatoren', order: 2 },
      { id: asId('context'), name: 'Kontext-Indikatoren', order: 3 },
    ],
    indicators: INDICATORS,
    values: [
      ...index.map((row) => value('population', row['PLR_ID']!, row['EW']!, 'count')),
      ...['s1', 's3', 's4', 'd1', 'd3', 'd4'].flatMap((id) => index.map((row) => value(id, row['PLR_ID']!, row[id.toUpperCase()]!, 'share'))),
      ...Object.keys(CONTEXT_TITLES).flatMap((id) => context.map((row) => value(id, row['PLR_ID']!, row[id.toUpperCase()]!, 'share'))),
    ],
    referenceValues: [],
    publishedClasses: publishedClasses(),
    categories: KITA_AND_SCHOOL,
    targetGroups: [],
    institutions: [...kitas(), ...schools()],
    population: peopleAtLabelPoints(areas),
    streets: undefined,
    context: [],
    addresses: undefined,
    importRecord: undefined,
    takenOver: [],
    sources: [{ id: asId('mss'), title: 'Monitoring Soziale Stadtentwicklung 2021', publisher: 'Senatsverwaltung für Stadtentwicklung Berlin', licence: 'dl-de-zero-2.0', date: DAY }],
  };
}

const level = (id: string, name: string, singular: string, order: number, nestsIn: string | undefined): AreaLevel => ({
  id: asId(id), name, singular, plural: name, order, nestsIn: nestsIn === undefined ? undefined : asId(nestsIn),
});

const LEVELS: readonly AreaLevel[] = [
  level('city', 'Gesamtstadt', 'Stadt', 0, undefined),
  level('bezirk', 'Bezirke', 'Bezirk', 1, 'city'),
  level('prognoseraum', 'Prognoseräume', 'Prognoseraum', 2, 'bezirk'),
  level('bezirksregion', 'Bezirksregionen', 'Bezirksregion', 3, 'prognoseraum'),
  level('planungsraum', 'Planungsräume', 'Planungsraum', 4, 'bezirksregion'),
];

/** Keys of the Lebensweltlich orientierte Räume nest by their digits: 01 district, 0110 forecast area, 011001 region, 01100101 planning area. */
function berlinAreas(): readonly Area[] {
  const toMetres = fromLongitudeLatitude('EPSG:25833');
  const districts = features('bezirksgrenzen').map((feature): ShapefileFeature => ({
    ...feature,
    shape: feature.shape.map((polygon) => polygon.map((ring) => ring.map(toMetres))),
  }));
  const whole = area('11000000', 'city', 'Berlin', undefined, districts.flatMap((district) => district.shape));
  return [
    whole,
    ...districts.map(({ attributes, shape }) => area(attributes['Gemeinde_s']!.slice(-2), 'bezirk', attributes['Gemeinde_n']!, whole.id, shape)),
    ...features('lor_prognoseraeume_2021').map(({ attributes, shape }) => area(attributes['PGR_ID']!, 'prognoseraum', attributes['PGR_NAME']!, attributes['PGR_ID']!.slice(0, 2), shape)),
    ...features('lor_bezirksregionen_2021').map(({ attributes, shape }) => area(attributes['BZR_ID']!, 'bezirksregion', attributes['BZR_NAME']!, attributes['BZR_ID']!.slice(0, 4), shape)),
    ...features('lor_planungsraeume_2021').map(({ attributes, shape }) => area(attributes['PLR_ID']!, 'planungsraum', attributes['PLR_NAME']!, attributes['PLR_ID']!.slice(0, 6), shape)),
  ];
}

const features = (name: string): readonly ShapefileFeature[] =>
  [...shapefileFeatures(sharedBytes(`${FOLDER}/geometry/${name}.shp`), sharedBytes(`${FOLDER}/geometry/${name}.dbf`))];

const area = (id: string, ofLevel: string, name: string, parent: string | undefined, shape: MultiPolygon): Area => ({
  id: asId(id),
  level: asId(ofLevel),
  name,
  shortName: name,
  parent: parent === undefined ? undefined : asId(parent),
  validFrom: asDate('2021-01-01'),
  validTo: undefined,
  shape,
  residential: undefined,
});

/** The context indicators that are published on the 542 areas; three more exist on the old 447 and would join wrongly. */
const CONTEXT_TITLES: Readonly<Record<string, string>> = {
  ki_01: 'Jugendarbeitslosigkeit',
  ki_02: 'Kinder und Jugendliche in alleinerziehenden Haushalten',
  ki_03: 'Altersarmut',
  ki_04: 'Kinder und Jugendliche mit Migrationshintergrund',
  ki_05: 'Einwohner*innen mit Migrationshintergrund',
  ki_16: 'Ausländer*innen',
  ki_06: 'Veränderung des Ausländeranteils',
  ki_17: 'Ausländer*innen aus Nicht-EU-Staaten',
  ki_07: 'Ausländische Transferbeziehende',
  ki_09: 'Einfache Wohnlage',
  ki_10: 'Wohndauer über fünf Jahre',
  ki_11: 'Wanderungsvolumen',
  ki_12: 'Wanderungssaldo',
  ki_13: 'Wanderungssaldo der Kinder unter sechs Jahren',
};

const source = asId<NonNullable<Indicator['source']>>('mss');
const INDICATORS: readonly Indicator[] = [
  indicatorOf({ id: asId('population'), title: 'Einwohner*innen', topic: asId('population'), unit: 'Personen', precision: 0, form: 'absolute', direction: 'neutral', additive: true, source }),
  ...([['1', 'Arbeitslosigkeit'], ['3', 'Transferbezug der nicht Arbeitslosen'], ['4', 'Kinderarmut']] as const).flatMap(([number, title]) => [
    indicatorOf({ id: asId(`s${number}`), title, topic: asId('index'), precision: 2, source }),
    indicatorOf({ id: asId(`d${number}`), title: `${title}: Veränderung in zwei Jahren`, topic: asId('index'), unit: 'Prozentpunkte', precision: 2, kind: 'change', source }),
  ]),
  ...Object.entries(CONTEXT_TITLES).map(([id, title]) =>
    indicatorOf({ id: asId(id), title, topic: asId('context'), precision: 2, direction: 'neutral', kind: title.includes('eränderung') ? 'change' : 'status', source })),
];

/** -9999 stands for areas the Senate left out (too few inhabitants, one outlier); an empty count is unknown. */
function value(indicator: string, plr: string, text: string, form: 'count' | 'share'): IndicatorValue {
  const cell: Cell =
    text === '' || text === '-9999'
      ? { mark: 'notAvailable' }
      : Number(text) === 0 && form === 'count'
        ? { mark: 'zero' }
        : { mark: 'value', value: Number(text) };
  return { indicator: asId(indicator), area: asId(plr), date: DAY, cell };
}

function publishedClasses(): readonly PublishedClass[] {
  const status = { hoch: 'high', mittel: 'middle', niedrig: 'low', 'sehr niedrig': 'veryLow' } as const;
  const trend = { positiv: 'positive', stabil: 'stable', negativ: 'negative' } as const;
  return readCsv(sharedText(`${FOLDER}/mss_2021_indizes.csv`)).map((row) => ({
    index: 'mss',
    area: asId(row['PLR_ID']!),
    date: DAY,
    status: status[row['SI_V'] as keyof typeof status],
    trend: trend[row['DI_V'] as keyof typeof trend],
  }));
}

const AGE_COLUMNS: readonly (readonly [column: string, group: AgeGroup])[] = [
  ['below_6', { id: asId('under6'), name: 'unter 6', from: 0, to: 5 }],
  ['6_15', { id: asId('6to14'), name: '6 bis 14', from: 6, to: 14 }],
  ['15_18', { id: asId('15to17'), name: '15 bis 17', from: 15, to: 17 }],
  ['18_27', { id: asId('18to26'), name: '18 bis 26', from: 18, to: 26 }],
  ['27_45', { id: asId('27to44'), name: '27 bis 44', from: 27, to: 44 }],
  ['45_55', { id: asId('45to54'), name: '45 bis 54', from: 45, to: 54 }],
  ['55_65', { id: asId('55to64'), name: '55 bis 64', from: 55, to: 64 }],
  ['above_65', { id: asId('65plus'), name: '65 und älter', from: 65, to: undefined }],
];

function peopleAtLabelPoints(areas: readonly Area[]): PopulationCells {
  const rows = new Map(
    readCsv(sharedText(`${FOLDER}/ewr_plr_2015_2024_dezember.csv`)).filter((row) => row['jahr'] === '2021').map((row) => [row['plr_id'], row]),
  );
  const planning = areas.filter((candidate) => candidate.level === 'planungsraum');
  const points = planning.map((candidate) => labelPointOf(candidate.shape)!);
  return {
    date: asDate('2021-12-31'),
    cellSize: undefined,
    ageGroups: AGE_COLUMNS.map(([, group]) => group),
    x: Float64Array.from(points, ([x]) => x),
    y: Float64Array.from(points, ([, y]) => y),
    counts: AGE_COLUMNS.map(([column]) => Float64Array.from(planning, ({ id }) => Number(rows.get(id)?.[`inhabitants_age_${column}`] ?? 0))),
  };
}

type Place = { readonly properties: Readonly<Record<string, string | null>>; readonly geometry: { readonly coordinates: Coordinate } };
const places = (name: string): readonly Place[] => (JSON.parse(sharedText(`${FOLDER}/institutions/${name}.geojson`)) as { features: Place[] }).features;

const kitas = (): Institution[] =>
  places('kindertagesstaetten').map(({ properties, geometry }, index) =>
    institutionOf({
      id: asId(`kita-${properties['e_nr'] ?? index}-${index}`),
      name: properties['e_name'] ?? '',
      category: asId('kita'),
      address: [properties['e_strasse'], properties['e_hnr']].filter(Boolean).join(' '),
      postcode: properties['e_plz'] ?? '',
      website: properties['e_web'] ?? '',
      provider: properties['t_name'] ?? '',
      location: geometry.coordinates,
      capacity: properties['e_platz'] ? Number(properties['e_platz']) : undefined,
      source,
    }));

const schools = (): Institution[] =>
  places('schulen').map(({ properties, geometry }, index) =>
    institutionOf({
      id: asId(`school-${properties['bsn'] ?? index}-${index}`),
      name: properties['name'] ?? '',
      category: asId('school'),
      address: [properties['strasse'], properties['hausnr']].filter(Boolean).join(' '),
      postcode: properties['plz'] ?? '',
      website: properties['internet'] ?? '',
      provider: properties['traeger'] ?? '',
      location: geometry.coordinates,
      source,
    }));
