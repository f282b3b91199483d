import { mkdtempSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { translator } from '#shared/i18n/translator.ts';
import { chooseFiles } from '#tools/drive/launch.ts';
import { launch, type Running } from './launch.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const t = translator('de');
let running: Running;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'qw-register-'));
  running = await launch();
  const { page, app } = running;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.getByRole('dialog').waitFor({ timeout: 60_000 });
  await page.keyboard.press('Escape');
  await page.getByRole('application').first().waitFor({ timeout: 60_000 });
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768));
  await page.getByRole('tab', { name: t('city.tab.institutions') }).click();
});
afterAll(async () => {
  await running?.close();
  rmSync(folder, { recursive: true, force: true });
});

const button = (name: string) => running.page.getByRole('button', { name, exact: true });
const status = () => running.page.locator('.status-bar');
const found = async () => Number(/\d+/.exec((await running.page.locator('.side').first().getByRole('status').first().textContent()) ?? '')?.[0]);

/** What axe finds wrong on the window as it stands, as rule and place. */
async function faults(): Promise<readonly string[]> {
  const { page } = running;
  await page.waitForTimeout(400);
  await page.evaluate(axe);
  return page.evaluate(async () => {
    type Axe = { run: (options: object) => Promise<{ violations: readonly { id: string; nodes: readonly { target: readonly unknown[]; failureSummary?: string }[] }[] }> };
    const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
    return violations.flatMap((violation) => violation.nodes.map((node) => `${violation.id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`));
  });
}

/** The map keeps its width on the smallest screen. */
const mapWidth = () => running.page.locator('.map-place').evaluate((place) => place.clientWidth);

async function appears(path: string): Promise<number> {
  for (let waited = 0; waited < 60_000; waited += 200) {
    if (existsSync(path) && statSync(path).size > 0) return statSync(path).size;
    await running.page.waitForTimeout(200);
  }
  throw new Error(`${path} was not made`);
}

test('several kinds and words are searched; every filter is a chip that can be taken away; only what is found is listed', async () => {
  const { page } = running;
  const all = await found();
  await page.getByRole('checkbox', { name: /Kindertageseinrichtungen/ }).locator('xpath=ancestor::label').click();
  const kitas = await found();
  await page.getByRole('checkbox', { name: /Schulen/ }).locator('xpath=ancestor::label').click();
  const both = await found();
  expect(all).toBeGreaterThan(both);
  expect(both).toBeGreaterThan(kitas);
  await page.getByRole('searchbox', { name: t('register.text') }).fill('nordstadt');
  const inText = await found();
  expect(inText).toBeLessThan(both);
  await button(t('register.showResults')).click();
  expect(Number(await page.getByRole('grid').getAttribute('aria-rowcount')) - 1).toBe(inText);
  expect(await status().locator('.chip').allTextContents()).toEqual(expect.arrayContaining([expect.stringContaining('Schulen'), t('register.chip.text', { text: 'nordstadt' }), t('register.chip.onlyOpen')]));
  expect(await faults()).toEqual([]);
  expect(await mapWidth()).toBeGreaterThanOrEqual(700);
  await status().getByRole('button', { name: t('shell.status.removeFilter', { name: t('register.chip.text', { text: 'nordstadt' }) }) }).click();
  expect(await found()).toBe(both);
  await button(t('register.reset')).click();
  expect(await found()).toBe(all);
});

test('an entry is corrected with its source, shown at once, kept in the history, and taken back', async () => {
  const { page } = running;
  await page.getByRole('grid').getByRole('row').nth(1).click();
  const name = await page.getByRole('complementary').getByRole('heading').first().textContent();
  await button(t('register.card.edit')).click();
  expect(await button(t('register.form.save')).isDisabled()).toBe(true);
  await page.getByRole('textbox', { name: t('register.field.name') }).fill('Aal-Treff');
  await page.getByRole('textbox', { name: t('register.form.source') }).fill('Träger, Rundmail');
  expect(await faults()).toEqual([]);
  await button(t('register.form.save')).click();
  await page.getByRole('complementary').getByRole('heading', { name: 'Aal-Treff' }).waitFor();
  await page.getByText(t('register.card.source', { source: 'Träger, Rundmail' })).waitFor();
  expect(await faults()).toEqual([]);
  await page.keyboard.press('Control+z');
  await page.getByRole('complementary').getByRole('heading', { name: name ?? '', exact: true }).waitFor();
  expect(await page.getByText('Aal-Treff').count()).toBe(0);
});

test('an entry is moved by keyboard alone', async () => {
  const { page } = running;
  await button(t('register.card.moreActions')).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: new RegExp(t('register.card.move')) }).focus();
  await page.keyboard.press('Enter');
  const east = page.getByRole('textbox', { name: t('register.move.east') });
  const before = await east.inputValue();
  await button(t('register.move.toMap')).focus();
  await page.keyboard.press('Enter');
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('ArrowRight');
  expect(Number((await east.inputValue()).replace(/\D/g, '')) - Number(before.replace(/\D/g, ''))).toBe(30);
  await page.getByText(t('register.move.moved', { metres: 30 })).waitFor();
  expect(await faults()).toEqual([]);
  // the source of the last change is remembered
  await button(t('register.form.save')).focus();
  await page.keyboard.press('Enter');
  await page.getByText(t('register.history.moved')).waitFor();
});

test('the mark follows the mouse, and the map below it stays', async () => {
  const { page } = running;
  await button(t('register.card.moreActions')).click();
  await page.getByRole('menuitem', { name: new RegExp(t('register.card.move')) }).click();
  const east = page.getByRole('textbox', { name: t('register.move.east') });
  const before = await east.inputValue();
  const map = await page.locator('.map-place .city-map').boundingBox();
  if (map === null) throw new Error('no map');
  const [x, y] = [map.x + map.width / 2, map.y + map.height / 3];
  await page.mouse.click(x, y);
  const clicked = await east.inputValue();
  expect(clicked).not.toBe(before);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 40, y, { steps: 4 });
  await page.mouse.up();
  expect(Number((await east.inputValue()).replace(/\D/g, ''))).toBeGreaterThan(Number(clicked.replace(/\D/g, '')));
  await button(t('register.form.cancel')).click();
  await page.getByRole('button', { name: t('register.card.edit'), exact: true }).waitFor();
});

test('several are confirmed in one step of the yearly check', async () => {
  const { page } = running;
  await page.getByRole('radio', { name: t('register.mode.check'), exact: true }).click();
  const checked = async () => Number(/\d+/.exec((await page.locator('.check-progress strong').textContent()) ?? '')?.[0]);
  const before = await checked();
  const grid = page.getByRole('grid', { name: t('register.check.table') });
  await grid.getByRole('row').nth(1).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  expect(await faults()).toEqual([]);
  await button(`${t('register.check.confirmChosen', { count: 2 })} …`).click();
  await button(t('register.card.confirm')).click();
  await expect.poll(checked).toBe(before + 2);
  await page.keyboard.press('Control+z');
  await expect.poll(checked).toBe(before);
});

test('what is found goes out as Excel list and as list with map, the check as a list for letters', async () => {
  const { page, app } = running;
  const save = async (file: string, name: string) => {
    await chooseFiles(app, { save: join(folder, file) });
    await button(name).click();
    expect(await appears(join(folder, file))).toBeGreaterThan(2000);
    return readFileSync(join(folder, file)).subarray(0, 4).toString('latin1');
  };
  expect(await save('letters.xlsx', t('register.check.letters'))).toBe('PK\u0003\u0004');
  await page.getByRole('radio', { name: t('register.mode.search'), exact: true }).click();
  expect(await save('list.xlsx', t('register.export.excel'))).toBe('PK\u0003\u0004');
  expect(await save('list.pdf', t('register.export.print'))).toBe('%PDF');
});

test('a second list is compared; a difference is refused with a reason and remembered', async () => {
  const { page, app } = running;
  writeFileSync(join(folder, 'poi.csv'), ['Einrichtung;Straße;PLZ;X;Y', 'Realschule Quittenwinkel;;;;', 'Waldwichtel;Am Wald 1;00123;531000;5805000'].join('\n'));
  await page.getByRole('radio', { name: t('register.mode.compare'), exact: true }).click();
  expect(await faults()).toEqual([]);
  await chooseFiles(app, { open: join(folder, 'poi.csv') });
  const open = async (how: string) => {
    await button(how).click();
    await button(t('register.compare.go')).click();
    await page.locator('.difference').first().waitFor();
  };
  await open(t('register.compare.choose'));
  expect(await page.locator('.difference').first().textContent()).toContain('Waldwichtel');
  expect(await faults()).toEqual([]);
  const refuse = page.locator('.difference').first().getByRole('button', { name: t('register.compare.refuse') });
  expect(await refuse.isDisabled()).toBe(true);
  await page.getByRole('textbox', { name: t('register.compare.reason') }).fill('liegt in der Nachbarstadt');
  await refuse.click();
  await open(t('register.compare.another'));
  expect(await page.locator('.difference').first().textContent()).not.toContain('Waldwichtel');
  expect(running.complaints()).toEqual([]);
  expect(await running.violations()).toEqual([]);
});
