import { describe, expect, it } from 'vitest';
import type { City } from '#app/domain/city/city.ts';
import { openCityBundle } from '#app/storage/bundle/open-city-bundle.ts';
import { writeCityBundle } from '#app/storage/bundle/write-city-bundle.ts';
import { aCity } from '#test/builders/a-city.ts';
import { aFullCity } from '#test/builders/a-full-city.ts';

const reopened = async (city: City): Promise<City> => {
  const opened = await openCityBundle(await writeCityBundle(city), 'test.gpkg');
  if (opened.status !== 'ok') throw new Error(JSON.stringify(opened));
  expect(opened.warnings).toEqual([]);
  return opened.city;
};

const withoutHash = (city: City): City => ({ ...city, manifest: { ...city.manifest, contentHash: '' } });

describe('a bundle written and opened again', () => {
  it('is the same city in every field', async () => {
    const city = aFullCity();
    expect(withoutHash(await reopened(city))).toEqual(withoutHash(city));
  });

  it('is the same city when everything optional is missing', async () => {
    const city = aCity().withManifest({ demo: false, crs: 'EPSG:25833' }).build();
    expect(withoutHash(await reopened(city))).toEqual(withoutHash(city));
  });

  it('gives the same bytes for the same city, also when it went through a file', async () => {
    const city = aFullCity();
    const first = await writeCityBundle(city);
    expect(await writeCityBundle(city)).toEqual(first);
    expect(await writeCityBundle(await reopened(city))).toEqual(first);
  });

  it('has another content hash as soon as one value differs', async () => {
    const city = aFullCity();
    const other = { ...city, values: city.values.map((value, index) => (index === 0 ? { ...value, cell: { mark: 'suppressed' } as const } : value)) };
    expect((await reopened(other)).manifest.contentHash).not.toBe((await reopened(city)).manifest.contentHash);
  });
});
