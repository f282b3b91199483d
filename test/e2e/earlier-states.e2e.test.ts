import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { translator } from '#shared/i18n/translator.ts';
import { chooseFiles, launch } from './launch.ts';

const t = translator('de');
const HALF_A_MINUTE = 30_000;
const folder = mkdtempSync(join(tmpdir(), 'quartierwerk-earlier-states-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a project saved twice can go back to its first state, and its file stays as it is', async () => {
  const running = await launch();
  try {
    const { page } = running;
    const status = page.getByRole('contentinfo');
    const step = (name: string) => page.getByRole('navigation', { name: t('shell.steps.label') }).getByRole('button', { name, exact: true }).click();
    await page.getByRole('dialog', { name: t('shell.start.title') }).waitFor({ timeout: 2 * HALF_A_MINUTE });
    await page.keyboard.press('Escape');
    const path = join(folder, 'Planung.qwplan');
    await chooseFiles(running.app, { save: path });
    await page.keyboard.press('Control+s');
    await status.getByText(/^Gespeichert/).waitFor({ timeout: HALF_A_MINUTE });
    await step(t('shell.steps.paper'));
    await page.getByRole('button', { name: t('sheets.paper.start'), exact: true }).click();
    await status.getByText(/Im Verlauf gesichert/).waitFor({ timeout: HALF_A_MINUTE });
    await page.keyboard.press('Control+s');
    await status.getByText(/^Gespeichert/).waitFor({ timeout: HALF_A_MINUTE });
    const saved = readFileSync(path);
    await page.keyboard.press('Control+k');
    await page.getByRole('searchbox', { name: t('shell.palette.title') }).fill(t('commands.project.generations'));
    await page.getByRole('menuitem', { name: t('commands.project.generations') }).first().click();
    const dialog = page.getByRole('dialog', { name: t('generations.title') });
    await dialog.getByRole('listitem').first().waitFor({ timeout: HALF_A_MINUTE });
    expect(await dialog.getByRole('listitem').count()).toBe(1);
    await dialog.getByRole('button', { name: t('generations.open') }).click();
    await status.getByText(t('shell.notice.projectOpened', { file: 'Planung.qwplan' })).waitFor({ timeout: HALF_A_MINUTE });
    // the first state had no paper yet
    await page.getByRole('button', { name: t('sheets.paper.start'), exact: true }).waitFor({ timeout: HALF_A_MINUTE });
    expect(readFileSync(path).equals(saved)).toBe(true);
    expect(running.complaints()).toEqual([]);
  } finally {
    await running.close();
  }
}, 8 * HALF_A_MINUTE);
