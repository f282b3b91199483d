import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { translator } from '#shared/i18n/translator.ts';
import { chooseFiles, launch, type Running } from './launch.ts';

const t = translator('de');
const HALF_A_MINUTE = 30_000;

const folder = mkdtempSync(join(tmpdir(), 'quartierwerk-main-job-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a planner reads and clicks. */
function windowOf({ page }: Running) {
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  return {
    button,
    goTo: (step: string) => page.getByRole('navigation', { name: t('shell.steps.label') }).getByRole('button', { name: step, exact: true }).click(),
    greet: async () => {
      await page.getByRole('dialog', { name: t('shell.start.title') }).waitFor({ timeout: 2 * HALF_A_MINUTE });
      await page.keyboard.press('Escape');
    },
    find: async (name: string) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('searchbox', { name: t('shell.palette.title') }).fill(name);
      await page.getByRole('menuitem', { name, exact: false }).first().click();
    },
    inspector: page.getByRole('complementary', { name: t('shell.region.inspector') }),
    status: page.getByRole('contentinfo'),
  };
}

async function recommendFromGap(running: Running): Promise<void> {
  const { button, goTo } = windowOf(running);
  const { page } = running;
  await goTo(t('shell.steps.coverage'));
  for (const question of [t('coverage.categories'), t('coverage.ageGroups')]) await page.getByRole('group', { name: question }).locator('label').first().click();
  await button(t('coverage.run')).click();
  await page.getByRole('heading', { name: t('coverage.result') }).waitFor({ timeout: HALF_A_MINUTE });
  await button(t('coverage.newRecommendation')).first().click();
  await page.getByRole('article').waitFor();
}

async function made(running: Running, name: string, act: () => Promise<void>): Promise<Uint8Array> {
  const path = join(folder, name);
  await chooseFiles(running.app, { save: path });
  await act();
  await expect.poll(() => existsSync(path) && statSync(path).size > 0, { timeout: 2 * HALF_A_MINUTE, interval: 200 }).toBe(true);
  return readFileSync(path);
}

const startsWith = (bytes: Uint8Array, text: string) => expect(Buffer.from(bytes.subarray(0, text.length)).toString('latin1')).toBe(text);

describe('the main job', () => {
  let running: Running;
  beforeAll(async () => {
    running = await launch();
    await windowOf(running).greet();
  });
  afterAll(() => running?.close());

  test('a quarter found by search shows its class in full words and what moved it', async () => {
    const { find, goTo, inspector } = windowOf(running);
    await goTo(t('shell.steps.socialIndex'));
    await find('Nordstadt');
    await inspector.getByText(t('city.inspector.drivers')).waitFor({ timeout: HALF_A_MINUTE });
    expect(await inspector.innerText()).toContain('Armutsrisiko');
    expect(await inspector.innerText()).toContain('Gesamtstadt');
  });

  test('all twelve classes stand beside the map', async () => {
    const classes = running.page.getByRole('table').first();
    expect(await classes.getByRole('row').count()).toBe(5);
    expect(await classes.getByRole('cell').count()).toBe(12);
  });

  test('a gap becomes a recommendation that can be filled, undone and redone', async () => {
    const { button, status } = windowOf(running);
    const { page } = running;
    await recommendFromGap(running);
    const title = page.getByRole('textbox', { name: t('planning.column.title') }).first();
    const before = await title.inputValue();
    expect(before.length).toBeGreaterThan(0);
    await title.fill('Kita-Plätze im Norden ausbauen');
    await page.getByRole('heading', { name: 'Kita-Plätze im Norden ausbauen' }).waitFor();
    await page.keyboard.press('Tab');
    await button(t('sheets.undo')).click();
    expect(await title.inputValue()).toBe(before);
    await page.locator('.top-bar').getByRole('button', { name: /^Wiederholen/ }).click();
    expect(await title.inputValue()).toBe('Kita-Plätze im Norden ausbauen');
    await status.getByText(/Im Verlauf gesichert/).waitFor();
  });

  test('exports are files of their kind', async () => {
    const { button, goTo } = windowOf(running);
    await goTo(t('shell.steps.paper'));
    await button(t('sheets.paper.start')).click();
    startsWith(await made(running, 'papier.docx', () => button(t('sheets.paper.docx')).click()), 'PK');
    startsWith(await made(running, 'papier.pdf', () => button(t('sheets.paper.pdf')).click()), '%PDF-');
    startsWith(await made(running, 'empfehlungen.xlsx', () => button(t('sheets.paper.xlsx')).click()), 'PK');
    startsWith(await made(running, 'karte.png', () => button(t('sheets.paper.png')).click()), '\u0089PNG');
  });

  test('the project is saved, opened again and is the same', async () => {
    const { page } = running;
    const { goTo, status } = windowOf(running);
    startsWith(await made(running, 'planung.qwplan', () => page.keyboard.press('Control+s')), 'SQLite format 3');
    await status.getByText(/^Gespeichert/).waitFor({ timeout: HALF_A_MINUTE });
    await chooseFiles(running.app, { open: join(folder, 'planung.qwplan') });
    await page.keyboard.press('Control+o');
    await status.getByText(t('shell.notice.projectOpened', { file: 'planung.qwplan' })).waitFor({ timeout: HALF_A_MINUTE });
    await goTo(t('shell.steps.measures'));
    await page.getByRole('option', { name: 'Kita-Plätze im Norden ausbauen' }).waitFor();
  });

  test('the language changes at once and back', async () => {
    const { page } = running;
    await page.getByRole('radio', { name: 'EN', exact: true }).click();
    await page.getByRole('navigation', { name: 'Steps' }).getByRole('button', { name: 'Measures' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.getByRole('radio', { name: 'DE', exact: true }).click();
    await page.getByRole('navigation', { name: 'Arbeitsschritte' }).waitFor();
  });

  test('search, table and panes work with the keyboard alone', async () => {
    const { page } = running;
    await page.keyboard.press('Control+2');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('Großenlohe');
    await page.keyboard.press('Enter');
    await windowOf(running).inspector.getByRole('heading', { name: 'Großenlohe' }).waitFor();
    await page.keyboard.press('Control+t');
    const table = page.getByRole('grid');
    await table.waitFor();
    await table.getByRole('row').nth(1).focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => table.getByRole('row', { selected: true }).count()).toBe(1);
    await page.keyboard.press('Control+t');
    await page.keyboard.press('F6');
    expect(await page.evaluate(() => document.activeElement?.closest('[data-pane]')?.getAttribute('data-pane'))).toBeTruthy();
  });

  test('nothing was complained about on the way', async () => {
    expect(running.complaints()).toEqual([]);
    expect(await running.violations()).toEqual([]);
  });
});

describe('a program that is killed', () => {
  test('offers every confirmed step when it starts again', async () => {
    const profile = mkdtempSync(join(tmpdir(), 'quartierwerk-killed-'));
    const first = await launch({ profile });
    await windowOf(first).greet();
    await recommendFromGap(first);
    await first.page.getByRole('textbox', { name: t('planning.column.title') }).first().fill('Überlebt den Absturz');
    await windowOf(first).status.getByText(/Im Verlauf gesichert/).waitFor();
    first.app.process().kill('SIGKILL');
    await first.app.close().catch(() => undefined);

    const second = await launch({ profile });
    const offer = second.page.getByRole('dialog', { name: t('shell.recovery.title') });
    await offer.waitFor({ timeout: 2 * HALF_A_MINUTE });
    await offer.getByRole('button', { name: t('shell.recovery.restore') }).click();
    await windowOf(second).goTo(t('shell.steps.measures'));
    await second.page.getByRole('option', { name: 'Überlebt den Absturz' }).waitFor({ timeout: HALF_A_MINUTE });
    await second.close();
    rmSync(profile, { recursive: true, force: true });
  });
});
