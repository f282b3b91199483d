import { strFromU8 } from 'fflate';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { FeatureCollection, MultiPolygon as GeoMultiPolygon, Point } from 'geojson';
import type { City } from '#app/domain/city/city.ts';
import { exportCity } from '#app/exchange/export/tables/export-city.ts';
import type { ExportMode } from '#app/exchange/export/tables/export-table.ts';
import { fromLongitudeLatitude } from '#app/domain/geometry/crs.ts';
import { aFullCity } from '#test/builders/a-full-city.ts';
import { aCity, middleOfQuarter } from '#test/builders/a-city.ts';
import { canConvert, readThroughLibreOffice, reasonNotToConvert, textEntries, xmlFault } from './office-files.ts';

const filesOf = async (city: City, format: 'csv' | 'xlsx' | 'geojson', mode: ExportMode = 'copy'): Promise<ReadonlyMap<string, Uint8Array>> =>
  new Map((await exportCity(city, format, mode, 'de')).map(({ path, bytes }) => [path, bytes]));
const rowsOf = (bytes: Uint8Array | undefined): readonly Readonly<Record<string, string>>[] =>
  Papa.parse<Record<string, string>>(strFromU8(bytes!).replace('\ufeff', ''), { header: true, delimiter: ';', skipEmptyLines: true }).data;

const city = aFullCity();

describe('a city as CSV', () => {
  it('is a file for every table, as German offices read it', async () => {
    const files = await filesOf(city, 'csv');
    expect([...files.keys()]).toEqual([
      'area_level.csv', 'area.csv', 'area_residential.csv', 'topic.csv', 'indicator.csv', 'indicator_value.csv', 'reference_value.csv', 'published_class.csv', 'category.csv', 'target_group.csv',
      'institution.csv', 'age_group.csv', 'population_cell.csv', 'address.csv', 'street_node.csv', 'street_edge.csv', 'context.csv', 'source.csv', 'area_wkt.csv', 'area_residential_wkt.csv', 'context_wkt.csv', 'recipe.json', 'LIESMICH.txt',
    ]);
    for (const [path, bytes] of files) if (path !== 'recipe.json') expect([...bytes.slice(0, 3)], path).toEqual([0xef, 0xbb, 0xbf]);
    expect(strFromU8(files.get('area.csv')!).split('\r\n').at(-2)).toBe('05315000;labour;Bezirk „Süd“ – Straße;Süd;;2020-01-01;2029-12-31');
  });

  it('says every value with its sign, never as 0 or empty, and names source and licence', async () => {
    const rows = rowsOf((await filesOf(city, 'csv')).get('indicator_value.csv')).filter(({ indicator }) => indicator === 'sgb2_share');
    expect(rows.map(({ numerator, denominator, value, mark }) => [numerator, denominator, value, mark])).toEqual([
      ['123,4', '1000', '12,34', 'value'], ['', '1001', '–', 'zero'], ['', '', '.', 'suppressed'], ['', '', '(5,5)', 'uncertain'], ['', '', 'x', 'not_applicable'], ['', '', '...', 'not_available'],
    ]);
    // the indicator's own licence goes before that of its source
    expect([...new Set(rows.map(({ source, licence }) => `${source} ${licence}`))]).toEqual([`Statistikstelle ${city.indicators.find(({ id }) => id === 'sgb2_share')!.licence}`]);
  });

  it('for the public has passed the gate', async () => {
    const secret = aCity().withQuarters(4).withIndicator('cases', [2, 10, 20, 30], { form: 'absolute', additive: true, precision: 0, direction: 'neutral', unit: 'Personen', minimumNumerator: 3 })
      .withIndicator('share', [{ mark: 'value', value: 12.3456, numerator: 739, denominator: 5986 }])
      .withInstitution('shown', 'kita', middleOfQuarter(1)).withInstitution('hidden', 'kita', middleOfQuarter(2), { public: false }).withPopulation([{ at: middleOfQuarter(1), people: [1, 2, 3] }]).build();
    const files = await filesOf(secret, 'csv', 'public');
    expect(rowsOf(files.get('indicator_value.csv')).map(({ value }) => value)).toEqual(['.', expect.any(String), '20', '30', '12,3']);
    const everything = [...files.values()].map((bytes) => strFromU8(bytes)).join('\n');
    expect(everything).not.toContain('739');
    expect(everything).not.toContain('5986');
    expect(rowsOf(files.get('institution.csv')).map(({ id }) => id)).toEqual(['shown']);
    expect(files.has('population_cell.csv')).toBe(false);
    expect([...files.keys()].filter((path) => path.includes('wkt') || path.endsWith('.json'))).toEqual([]);
  });
});

it('no format for the public tells a hidden number', async () => {
  // canaries: counts below the minimum, the counts behind a rate, what is not public, and a person
  const secret = aCity().withQuarters(3).withIndicator('cases', [73911, 73917, 98000], { form: 'absolute', additive: true, precision: 0, direction: 'neutral', minimumNumerator: 90000 })
    .withIndicator('share', [{ mark: 'value', value: 1.25, numerator: 48611, denominator: 3888880 }])
    .withInstitution('canary-house', 'kita', middleOfQuarter(1), { public: false }).withInstitution('open-house', 'kita', middleOfQuarter(2), { contact: 'Frau Muster 0171 123' }).build();
  for (const format of ['csv', 'xlsx', 'geojson'] as const) {
    for (const [path, bytes] of await filesOf(secret, format, 'public')) {
      const texts = format === 'xlsx' ? [...textEntries(bytes).values()] : [strFromU8(bytes)];
      for (const canary of ['73911', '73917', '48611', '3888880', 'canary-house', 'Muster 0171']) expect(texts.some((text) => text.includes(canary)), `${path} ${canary}`).toBe(false);
    }
  }
});

describe('a hostile text', () => {
  const evil = ['=1+1', '+49 461 1', '-2+3', '@SUM(A1)', '\tx', '|cmd', '＝1'];
  const hostile: City = {
    ...city,
    areas: city.areas.map((area, index) => ({ ...area, name: evil[index % evil.length]!, shortName: 'a;"b"\r\nc' })),
    institutions: city.institutions.map((institution) => ({ ...institution, contact: '=HYPERLINK("http://x")', name: '+x' })),
  };

  it('never starts like a formula in CSV, and comes back whole', async () => {
    const rows = rowsOf((await filesOf(hostile, 'csv')).get('area.csv'));
    expect(rows.every(({ name }) => name!.startsWith("'"))).toBe(true);
    expect(rows[0]!['name']).toBe("'=1+1");
    expect(rows[0]!['short_name']!.replaceAll('\r', '')).toBe('a;"b"\nc');
  });

  it('is no formula in a workbook', async () => {
    const entries = textEntries((await filesOf(hostile, 'xlsx')).get('tabellen.xlsx')!);
    for (const [path, xml] of entries) {
      expect(xmlFault(xml), path).toBeUndefined();
      expect(xml, path).not.toMatch(/<f[ >]/);
    }
  });
});

describe('a city as a workbook', () => {
  it('is the same on every run, with a sheet for each table, days across, and the notes', async () => {
    const [one, other] = [await filesOf(city, 'xlsx'), await filesOf(city, 'xlsx')];
    expect(one).toEqual(other);
    const entries = textEntries(one.get('tabellen.xlsx')!);
    const names = [...entries.get('xl/workbook.xml')!.matchAll(/<sheet [^>]*name="([^"]+)"/g)].map(([, name]) => name);
    expect(names).toEqual([
      'Raumebenen', 'Gebiete', 'Themen', 'Indikatoren', 'Werte', 'Vergleichswerte', 'Amtliche Klassen', 'Arten von Einrichtungen', 'Zielgruppen', 'Einrichtungen', 'Altersgruppen', 'Einwohnerzellen',
      'Adressen', 'Quellen', 'Hinweise',
    ]);
  });

  it.skipIf(!canConvert)(`is read by LibreOffice with its signs and keys${reasonNotToConvert}`, async () => {
    const text = readThroughLibreOffice((await filesOf(city, 'xlsx')).get('tabellen.xlsx')!, 'xlsx');
    for (const words of [/05315000/, /12[.,]34/, /dl-de\/by-2-0/]) expect(text).toMatch(words);
  });
});

describe('a city as GeoJSON', () => {
  it('lies where it lies, in WGS 84, with licence and source in every file', async () => {
    const files = await filesOf(city, 'geojson');
    expect([...files.keys()]).toEqual(['area.geojson', 'area_residential.geojson', 'institution.geojson', 'population_cell.geojson', 'address.geojson', 'street_node.geojson', 'street_edge.geojson', 'context.geojson', 'LIESMICH.txt']);
    const areas = JSON.parse(strFromU8(files.get('area.geojson')!)) as FeatureCollection<GeoMultiPolygon> & { licence: string; source: string };
    expect([areas.licence, areas.source]).toEqual(['CC0', 'Test']);
    const toMetres = fromLongitudeLatitude('EPSG:25832');
    const [x, y] = toMetres(areas.features[1]!.geometry.coordinates[0]![0]![0] as [number, number]);
    const [wantedX, wantedY] = city.areas[1]!.shape[0]![0]![0]!;
    expect(Math.hypot(x - wantedX, y - wantedY)).toBeLessThan(0.01);
    const places = JSON.parse(strFromU8(files.get('institution.geojson')!)) as FeatureCollection<Point | null>;
    expect(places.features.map(({ geometry }) => geometry?.type)).toEqual(['Point', undefined]);
  });

  it('has outer rings against the clock and holes with it', async () => {
    const areas = JSON.parse(strFromU8((await filesOf(city, 'geojson')).get('area.geojson')!)) as FeatureCollection<GeoMultiPolygon>;
    const signed = (ring: readonly (readonly number[])[]): number => ring.slice(1).reduce((sum, [x, y], index) => sum + (ring[index]![0]! - ring[0]![0]!) * (y! - ring[0]![1]!) - (x! - ring[0]![0]!) * (ring[index]![1]! - ring[0]![1]!), 0);
    const polygons = areas.features.flatMap(({ geometry }) => geometry.coordinates);
    expect(polygons.some((polygon) => polygon.length > 1)).toBe(true);
    for (const polygon of polygons) expect(polygon.map((ring, index) => signed(ring) > 0 === (index === 0))).toEqual(polygon.map(() => true));
  });
});
