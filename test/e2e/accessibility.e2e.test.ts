import { mkdtempSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chooseFiles, launch, type Running } from './launch.ts';
import { smallCityWithRecipe } from './small-city-recipe.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

type Finding = { readonly rule: string; readonly places: readonly string[] };

/** Everything axe finds wrong on the window as it stands. */
async function findings({ page }: Running): Promise<readonly Finding[]> {
  // what moves in or out is judged when it has arrived
  await page.waitForTimeout(400);
  await page.evaluate(axe);
  return page.evaluate(async (tags) => {
    type Axe = { run: (options: object) => Promise<{ violations: readonly { id: string; nodes: readonly { target: readonly unknown[]; failureSummary?: string }[] }[] }> };
    const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run({ runOnly: tags });
    return violations.map((violation) => ({ rule: violation.id, places: violation.nodes.map((node) => `${node.target.join(' ')} ${(node.failureSummary ?? '').split('\n').slice(1).join(' ')}`) }));
  }, RULES);
}

const STEPS = ['city', 'socialIndex', 'coverage', 'dialogue', 'measures', 'paper', 'controlling', 'presentation'];

describe.each([
  ['de', 'light', 'none'],
  ['en', 'dark', 'none'],
  ['en', 'light', 'none'],
  ['de', 'dark', 'none'],
  ['de', 'dark', 'active'],
] as const)('%s, %s, forced colours: %s', (language, scheme, forcedColors) => {
  let running: Running;
  beforeAll(async () => {
    running = await launch();
    const { page } = running;
    await page.emulateMedia({ colorScheme: scheme, forcedColors, reducedMotion: 'reduce' });
    await page.getByRole('dialog').waitFor({ timeout: 60_000 });
  });
  afterAll(() => running?.close());

  test('start page', async () => {
    const found = await findings(running);
    await running.page.keyboard.press('Escape');
    await running.page.getByRole('radio', { name: language.toUpperCase(), exact: true }).click();
    expect(found).toEqual([]);
  });

  test.each(STEPS)('step %s', async (step) => {
    await running.page.locator('.rail button').nth(STEPS.indexOf(step)).click();
    expect(await findings(running)).toEqual([]);
  });

  test('the map of an indicator, its table and the institutions', async () => {
    const { page } = running;
    await page.keyboard.press('Control+1');
    await page.getByRole('listbox').getByRole('option').nth(3).click();
    await page.getByRole('grid').waitFor();
    const indicator = await findings(running);
    await page.keyboard.press('Control+t');
    await page.getByRole('tab').nth(1).click();
    const institutions = await findings(running);
    await page.getByRole('tab').nth(2).click();
    expect([...indicator, ...institutions, ...(await findings(running))]).toEqual([]);
  });

  test('table, inspector and palette', async () => {
    const { page } = running;
    await page.keyboard.press('Control+2');
    await page.keyboard.press('Control+k');
    const palette = await findings(running);
    await page.keyboard.type('Nordstadt');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+t');
    await page.getByRole('grid').waitFor();
    const table = await findings(running);
    await page.keyboard.press('Control+t');
    expect([...palette, ...table]).toEqual([]);
  });

  test('the import workbench, empty and with a city on it', async () => {
    const { page, app } = running;
    const recipe = smallCityWithRecipe(mkdtempSync(join(tmpdir(), 'quartierwerk-axe-')));
    await page.keyboard.press('Control+Shift+N');
    const found = [...(await findings(running))];
    await chooseFiles(app, { open: recipe });
    await page.locator('.bench-middle .button').nth(1).click();
    await page.locator('.step-mark.ready').waitFor({ timeout: 60_000 });
    for (let step = 0; step < 8; step += 1) {
      await page.locator('.bench-step').nth(step).click();
      found.push(...(await findings(running)));
    }
    await page.keyboard.press('Control+1');
    expect(found).toEqual([]);
  });

  test('a recommendation in the editor, and a paper', async () => {
    const { page } = running;
    await page.getByRole('complementary').getByRole('button', { name: /anlegen|New recommendation/ }).click();
    await page.getByRole('article').waitFor();
    expect(await findings(running)).toEqual([]);
    await page.keyboard.press('Control+6');
    await page.getByRole('button', { name: /Papier anlegen|Create paper/ }).click();
    await page.getByRole('article').waitFor();
    expect(await findings(running)).toEqual([]);
  });

  test('coverage with its result', async () => {
    const { page } = running;
    await page.keyboard.press('Control+3');
    const questions = page.locator('.side').first().getByRole('group');
    await questions.nth(0).locator('label').first().click();
    await questions.nth(1).locator('label').first().click();
    await page.getByRole('button', { name: /Versorgung berechnen|Compute coverage/ }).first().click();
    await page.locator('.gap-card').first().waitFor({ timeout: 60_000 });
    expect(await findings(running)).toEqual([]);
  });

  test('about box', async () => {
    await running.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('help.about')?.click());
    await running.page.getByRole('dialog').waitFor();
    expect(await findings(running)).toEqual([]);
  });
});
