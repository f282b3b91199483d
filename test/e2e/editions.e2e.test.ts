import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, expect, test } from 'vitest';
import { openCityBundle } from '#app/storage/bundle/open-city-bundle.ts';
import { writeCityBundle } from '#app/storage/bundle/write-city-bundle.ts';
import { translator } from '#shared/i18n/translator.ts';
import { chooseFiles, launch } from './launch.ts';

const t = translator('de');
const HALF_A_MINUTE = 30_000;
const DEMO = 'resources/demo/halmstedt.gpkg';
const folder = mkdtempSync(join(tmpdir(), 'quartierwerk-editions-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Last year's edition: one quarter had another name, three institutions were not there yet. */
async function lastYear(path: string): Promise<void> {
  const opened = await openCityBundle(new Uint8Array(readFileSync(DEMO)), 'demo.gpkg');
  if (opened.status !== 'ok') throw new Error(opened.status);
  const { city } = opened;
  const before = {
    ...city,
    manifest: { ...city.manifest, edition: '2024', created: '2025-04-10T09:00:00Z' },
    areas: city.areas.map((area) => (area.id === '0101' ? { ...area, name: 'Altstadt-Kern' } : area)),
    institutions: city.institutions.slice(3),
  };
  writeFileSync(path, await writeCityBundle(before));
}

test('editions are compared, and a new one is written and opened', async () => {
  const [earlier, next] = [join(folder, 'halmstedt-2024.gpkg'), join(folder, 'halmstedt-2026.gpkg')];
  await lastYear(earlier);
  const running = await launch({ bundle: DEMO });
  try {
    const { app, page } = running;
    const run = async (command: string) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('searchbox', { name: t('shell.palette.title') }).fill(command);
      await page.getByRole('menuitem', { name: command }).first().click();
    };
    await page.getByRole('contentinfo').getByText(t('shell.notice.cityOpened', { city: 'Halmstedt', edition: '2025' })).waitFor({ timeout: 2 * HALF_A_MINUTE });
    await page.keyboard.press('Escape');
    await chooseFiles(app, { open: earlier, save: next });
    await run(t('commands.edition.compare'));
    const comparison = page.getByRole('dialog', { name: t('editions.heading', { city: 'Halmstedt', older: '2024', newer: '2025' }) });
    await comparison.waitFor({ timeout: 2 * HALF_A_MINUTE });
    await comparison.getByText('Einrichtungen: 3 neu').waitFor({ timeout: HALF_A_MINUTE });
    await comparison.getByText('Gebiete: 1 umbenannt').click();
    await comparison.getByText('Altstadt (0101): Name „Altstadt-Kern“ → „Altstadt“').waitFor({ timeout: HALF_A_MINUTE });
    await comparison.getByRole('button', { name: t('common.close') }).click();
    await run(t('commands.edition.next'));
    await page.getByRole('dialog', { name: t('editions.window.nextTitle') }).getByRole('button', { name: t('editions.window.write'), exact: true }).click();
    await page.getByRole('button', { name: t('editions.window.open', { edition: '2026' }) }).click({ timeout: 2 * HALF_A_MINUTE });
    await page.getByRole('contentinfo').getByText(t('shell.notice.cityOpened', { city: 'Halmstedt', edition: '2026' })).or(page.getByRole('alertdialog')).first().waitFor({ timeout: 2 * HALF_A_MINUTE });
    const written = await openCityBundle(new Uint8Array(readFileSync(next)), 'next.gpkg');
    expect(written.status === 'ok' && written.city.manifest.edition).toBe('2026');
    const tables = join(folder, 'halmstedt-2026.zip');
    await chooseFiles(app, { open: earlier, save: tables });
    await run(t('commands.bundle.export'));
    const out = page.getByRole('dialog', { name: t('editions.out.title') });
    await out.getByRole('radio', { name: t('editions.out.formats.gpkg') }).focus();
    await page.keyboard.press('ArrowUp');
    await out.getByRole('radio', { name: t('editions.out.editions.public') }).check({ force: true });
    await out.getByRole('button', { name: t('editions.out.save') }).click();
    await page.getByRole('contentinfo').getByText(t('shell.notice.exported', { file: 'halmstedt-2026.zip' })).waitFor({ timeout: 2 * HALF_A_MINUTE });
    const files = Object.keys(unzipSync(new Uint8Array(readFileSync(tables))));
    expect(files).toContain('area.geojson');
    expect(files).not.toContain('population_cell.geojson');
    expect(running.complaints()).toEqual([]);
  } finally {
    await running.close();
  }
}, 10 * HALF_A_MINUTE);
