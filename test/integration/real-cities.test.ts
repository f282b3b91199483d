import { describe, expect, it } from 'vitest';
import { cityFindings } from '#app/domain/city/city-findings.ts';
import { lookupOf } from '#app/domain/city/city-lookup.ts';
import type { City } from '#app/domain/city/city.ts';
import { areaOf } from '#app/domain/geometry/shape-measures.ts';
import { openCityBundle } from '#app/storage/bundle/open-city-bundle.ts';
import { writeCityBundle } from '#app/storage/bundle/write-city-bundle.ts';
import { numberOf } from '#shared/cell.ts';
import { asDate, asId } from '#shared/ids.ts';
import { berlin2021, hasBerlin } from '#test/builders/berlin-2021.ts';
import { flensburg, hasFlensburg } from '#test/builders/flensburg.ts';

const reason = (has: boolean) => (has ? '' : ' (skipped: shared data not beside the checkout)');

async function throughFile(city: City): Promise<City> {
  const opened = await openCityBundle(await writeCityBundle(city), 'city.gpkg');
  if (opened.status !== 'ok') throw new Error(JSON.stringify(opened));
  return { ...opened.city, manifest: { ...opened.city.manifest, contentHash: '' } };
}

const countOn = (city: City, level: string) => city.areas.filter((area) => area.level === level).length;
const codesOf = (city: City) => cityFindings(city).map(({ code, count }) => `${code} ${count}`);

describe(`Berlin, Monitoring Soziale Stadtentwicklung 2021${reason(hasBerlin())}`, () => {
  it.skipIf(!hasBerlin())('joins completely and comes back from a file as it was', async () => {
    const city = berlin2021();
    expect(['bezirk', 'prognoseraum', 'bezirksregion', 'planungsraum'].map((level) => countOn(city, level))).toEqual([12, 58, 143, 542]);
    expect(codesOf(city)).toEqual(['level.noValues 4', 'institution.duplicate 19', 'streets.none 1']);
    expect(city.publishedClasses.filter(({ status }) => status !== undefined)).toHaveLength(536);
    expect(lookupOf(city).cell(asId('s1'), asId('01100101'), asDate('2020-12-31'))).toEqual({ mark: 'value', value: 4.22594 });
    expect(lookupOf(city).cell(asId('s1'), asId('10100205'), asDate('2020-12-31'))).toEqual({ mark: 'notAvailable' });
    expect(await throughFile(city)).toEqual(city);
  });

  it.skipIf(!hasBerlin())('has areas of the size the Senate gives, and parts that make up the whole', () => {
    const lookup = lookupOf(berlin2021());
    // The map projection shrinks areas here by half a thousandth.
    expect(areaOf(lookup.area(asId('01100101'))!.shape) / 366933.12).toBeCloseTo(1, 2);
    expect(lookup.descendantsOf(asId('11000000'), asId('planungsraum'))).toHaveLength(542);
  });
});

describe(`Flensburg, Sozialatlas${reason(hasFlensburg())}`, () => {
  it.skipIf(!hasFlensburg())('joins 13 Stadtteile and 41 districts and comes back from a file as it was', async () => {
    const city = flensburg();
    expect([countOn(city, 'stadtteil'), countOn(city, 'stadtbezirk')]).toEqual([13, 41]);
    expect(codesOf(city)).toEqual(['level.noValues 2', 'streets.none 1']);
    expect(city.institutions.filter(({ category }) => category === 'kita').reduce((sum, kita) => sum + (kita.capacity ?? 0), 0)).toBe(4475);
    expect(await throughFile(city)).toEqual(city);
  });

  it.skipIf(!hasFlensburg())('derives shares from counts and leaves unknown ones unknown', () => {
    const lookup = lookupOf(flensburg());
    const share = lookup.cell(asId('benefits_share'), asId('STGT01'), asDate('2021-12-31'));
    expect(share).toMatchObject({ mark: 'value', numerator: 475 });
    expect(numberOf(share)).toBeCloseTo((475 / numberOf(lookup.cell(asId('population'), asId('STGT01'), asDate('2021-12-31')))!) * 100, 10);
    expect(lookup.cell(asId('benefits_share'), asId('STGT01'), asDate('2011-12-31'))).toEqual({ mark: 'notAvailable' });
  });
});
