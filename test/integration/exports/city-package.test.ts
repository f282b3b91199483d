import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { exportCity } from '#app/exchange/export/tables/export-city.ts';
import type { Progress } from '#app/jobs/contract.ts';
import type { CityPackage } from '#app/jobs/edition-contract.ts';
import { jobs } from '#app/jobs/registry.ts';
import { openCityBundle } from '#app/storage/bundle/open-city-bundle.ts';
import { writeCityBundle } from '#app/storage/bundle/write-city-bundle.ts';
import { aFullCity } from '#test/builders/a-full-city.ts';

const city = aFullCity();

async function packaged(wanted: CityPackage): Promise<{ readonly bytes: Uint8Array; readonly shares: readonly number[] }> {
  const told: Progress[] = [];
  const answer = await jobs['tables.package']({ ...wanted, city, language: 'de' }, { progress: (progress) => told.push(progress) });
  if (!answer.ok) throw new Error(answer.failure.code);
  return { bytes: answer.value, shares: told.map(({ done, total }) => done / total) };
}

test.each(['csv', 'geojson'] as const)('%s in the window is a zip of the files of the command line', async (format) => {
  for (const mode of ['copy', 'public'] as const) {
    const { bytes, shares } = await packaged({ format, mode });
    const files = await exportCity(city, format, mode, 'de');
    expect(Object.entries(unzipSync(bytes)).map(([path, content]) => ({ path, bytes: content }))).toEqual(files);
    expect(shares.length).toBeGreaterThan(2);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.every((share) => share < 1)).toBe(true);
  }
});

test('the same city gives the same bytes, in every format', async () => {
  for (const format of ['csv', 'geojson', 'gpkg'] as const) expect((await packaged({ format, mode: 'copy' })).bytes, format).toEqual((await packaged({ format, mode: 'copy' })).bytes);
});

test('the workbook stands alone', async () => {
  expect((await packaged({ format: 'xlsx', mode: 'public' })).bytes).toEqual((await exportCity(city, 'xlsx', 'public', 'de'))[0]?.bytes);
});

test('the GeoPackage is the bundle that is open, by its hash', async () => {
  const before = await openCityBundle(await writeCityBundle(city), 'a.gpkg');
  const after = await openCityBundle((await packaged({ format: 'gpkg', mode: 'copy' })).bytes, 'b.gpkg');
  if (before.status !== 'ok' || after.status !== 'ok') throw new Error(after.status);
  expect(after.city.manifest).toEqual(before.city.manifest);
});
