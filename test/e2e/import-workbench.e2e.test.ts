import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCityBundle } from '#app/storage/bundle/open-city-bundle.ts';
import type { City } from '#app/domain/city/city.ts';
import { chooseFiles, launch, type Running } from './launch.ts';
import { brokenFile, largeCityFiles, smallCityFiles } from './small-city-files.ts';
import { t, workbenchWindow } from './workbench-window.ts';

const folder = mkdtempSync(join(tmpdir(), 'quartierwerk-workbench-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const A_MINUTE = 60_000;

async function cityIn(path: string): Promise<City> {
  await expect.poll(() => existsSync(path), { timeout: 2 * A_MINUTE }).toBe(true);
  const opened = await openCityBundle(new Uint8Array(readFileSync(path)), path);
  if (opened.status !== 'ok') throw new Error(JSON.stringify(opened));
  return opened.city;
}

describe('a city from files', () => {
  let running: Running;
  let bench: ReturnType<typeof workbenchWindow>;
  const bundle = join(folder, 'Halmstadt.gpkg');
  const recipe = join(folder, 'rezept.json');
  beforeAll(async () => {
    running = await launch();
    bench = workbenchWindow(running);
    await bench.open();
  });
  afterAll(() => running?.close());

  test('a file that cannot be read is named with what to do, and taken away by keyboard undo', async () => {
    const { page } = running;
    await bench.choose([brokenFile(folder)]);
    await page.getByRole('grid').getByText(t('importWorkbench.files.refused')).waitFor();
    expect(await page.getByRole('alert').innerText()).toContain('kaputt.xlsx');
    await page.keyboard.press('Control+z');
    await page.getByRole('heading', { name: t('importWorkbench.files.emptyTitle') }).waitFor();
  });

  test('files become proposals, questions are answered, the bundle is written and opened', async () => {
    const { page } = running;
    await bench.choose(smallCityFiles(folder));
    await bench.nameCity('Halmstadt', '01001000', '2022');
    await bench.propose(3);
    await bench.answerAll();
    await bench.acceptClear();
    await bench.goTo('write');
    await bench.quiet();
    expect(await page.locator('.obstacles').count()).toBe(0);
    await bench.saveTo(recipe, t('importWorkbench.recipe.save'));
    await bench.saveTo(bundle, t('importWorkbench.write.bundle'));
    const city = await cityIn(bundle);
    expect(city.areas.map(({ name }) => name)).toEqual(expect.arrayContaining(['Altstadt', 'Bürgerwald', 'Hafen', 'Nordhöhe', 'Südfeld', 'Weststraße']));
    expect(city.institutions.map(({ name }) => name).sort()).toEqual(['Kita Kunterbunt', 'Kita Regenbogen', 'Kita Sonnenschein']);
    const marks = city.values.map(({ cell }) => cell.mark);
    expect(marks).toContain('suppressed');
    await page.getByRole('button', { name: t('importWorkbench.write.openCity') }).click();
    await page.locator('.top-bar .city-name', { hasText: 'Halmstadt' }).waitFor({ timeout: A_MINUTE });
    expect(running.complaints()).toEqual([]);
  });

  test('the saved recipe makes the same city again', async () => {
    const { page } = running;
    const again = join(folder, 'again.gpkg');
    await page.keyboard.press('Control+Shift+N');
    await bench.goTo('files');
    await chooseFiles(running.app, { open: recipe });
    await bench.button(t('importWorkbench.recipe.open')).click();
    await page.getByRole('heading', { level: 1, name: t('importWorkbench.steps.write') }).waitFor({ timeout: A_MINUTE });
    await bench.quiet();
    await bench.saveTo(again, t('importWorkbench.write.bundle'));
    const [first, second] = [await cityIn(bundle), await cityIn(again)];
    expect(second.areas).toEqual(first.areas);
    expect(second.values).toEqual(first.values);
    expect(second.institutions).toEqual(first.institutions);
  });
});

describe('work that is stopped', () => {
  let running: Running;
  beforeAll(async () => {
    running = await launch();
  });
  afterAll(() => running?.close());

  test('a cancelled proposal leaves the bench as it was, and nothing on the disk', async () => {
    const { page } = running;
    const bench = workbenchWindow(running);
    const target = join(folder, 'large');
    await bench.open();
    const files = largeCityFiles(target);
    const before = readdirSync(target);
    await bench.choose(files);
    await bench.nameCity('Großstadt', '02000000', '2022');
    await bench.button(t('importWorkbench.city.propose', { count: 2 })).click();
    await page.locator('.bench-progress').getByRole('button', { name: t('common.cancel') }).click();
    await page.locator('.bench-progress').waitFor({ state: 'detached' });
    await page.getByRole('heading', { level: 1, name: t('importWorkbench.steps.city') }).waitFor();
    expect(await bench.step(t('importWorkbench.steps.areas')).innerText()).toContain(t('importWorkbench.mark.missing'));
    expect(readdirSync(target)).toEqual(before);
    await bench.button(t('importWorkbench.city.propose', { count: 2 })).waitFor();
  });

  test('an unfinished city is offered again after the program was ended hard', async () => {
    await running.page.getByText(/Entwurf gesichert/).waitFor({ timeout: A_MINUTE });
    const { profile } = running;
    await running.app.evaluate(({ app }) => app.exit(1)).catch(() => undefined);
    const later = await launch({ profile });
    const bench = workbenchWindow(later);
    await bench.open();
    await later.page.getByText(t('importWorkbench.kept.offer', { city: 'Großstadt', time: '' }).split(',')[0] ?? '').waitFor({ timeout: A_MINUTE });
    await bench.button(t('importWorkbench.kept.resume')).click();
    await later.page.getByRole('grid').getByText('quartiere.geojson').waitFor({ timeout: A_MINUTE });
    await later.close();
  });
});
