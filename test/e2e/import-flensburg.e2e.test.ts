import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCityBundle } from '#app/storage/bundle/open-city-bundle.ts';
import { reasonToSkip, sharedFile } from '#test/shared-data.ts';
import { launch, type Running } from './launch.ts';
import { t, workbenchWindow } from './workbench-window.ts';

const data = sharedFile('data/flensburg');
const folder = mkdtempSync(join(tmpdir(), 'quartierwerk-flensburg-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the Sozialatlas of Flensburg and the city's lists of institutions consist of, in the order of the folder. */
const filesOf = (root: string): readonly string[] => ['*.zip', 'csv/*.csv', 'institutionen/kitas_in_flensburg.csv', 'institutionen/*.geojson', 'institutionen/schulen_flensburg.csv'].flatMap((pattern) => globSync(join(root, pattern)).sort());

describe.skipIf(data === undefined)(`Flensburg from nothing, by clicks${reasonToSkip(data)}`, () => {
  let running: Running;
  beforeAll(async () => {
    running = await launch();
    await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768));
  });
  afterAll(() => running?.close());

  test('takes fewer than 60 actions from the first click to the opened city', async () => {
    const bench = workbenchWindow(running);
    const { page } = running;
    const bundle = join(folder, 'Flensburg 2022.gpkg');
    const started = Date.now();
    const files = filesOf(data ?? '');
    await bench.open();
    await bench.choose(files);
    await running.screenshot('workbench-1-files');
    await bench.nameCity('Flensburg', '01001000', '2022');
    await running.screenshot('workbench-2-city');
    await bench.propose(files.length);
    await running.screenshot('workbench-3-areas');
    await bench.answerAll();
    for (const [index, name] of (['tables', 'indicators', 'institutions'] as const).entries()) {
      await bench.goTo(name);
      await bench.quiet();
      await running.screenshot(`workbench-${index + 4}-${name}`);
    }
    await bench.acceptClear();
    await bench.goTo('write');
    await bench.quiet();
    await running.screenshot('workbench-7-write');
    await bench.saveTo(bundle, t('importWorkbench.write.bundle'));
    await page.getByText(t('importWorkbench.write.written', { file: 'Flensburg 2022.gpkg' })).waitFor({ timeout: 5 * 60_000 });
    await bench.act(() => bench.button(t('importWorkbench.write.openCity')).click());
    await page.locator('.top-bar .city-name', { hasText: 'Flensburg' }).waitFor({ timeout: 60_000 });
    await running.screenshot('workbench-8-opened');
    console.log(`Flensburg by clicks: ${bench.actions()} actions, ${Math.round((Date.now() - started) / 1000)} s`);

    expect(bench.actions()).toBeLessThan(60);
    expect(existsSync(bundle)).toBe(true);
    const opened = await openCityBundle(new Uint8Array(readFileSync(bundle)), bundle);
    if (opened.status !== 'ok') throw new Error(JSON.stringify(opened));
    const { city } = opened;
    const count = (level: string) => city.areas.filter((area) => area.level === level).length;
    const sizes = city.levels.map(({ id }) => count(id));
    expect(sizes).toEqual(expect.arrayContaining([13, 41]));
    expect(city.institutions.length).toBeGreaterThanOrEqual(100);
    expect(city.values.length).toBeGreaterThan(2_000);
    expect(running.complaints()).toEqual([]);
  });
});
