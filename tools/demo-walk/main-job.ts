import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { translator } from '#shared/i18n/translator.ts';
import type { CommandId } from '#shared/commands.ts';
import { chooseFiles, type Running } from '../drive/launch.ts';

/** What the walk left behind. */
export type Made = { readonly path: string; readonly bytes: number };

const t = translator('de');
const A_MINUTE = 60_000;

/**
 * Walks the main job of a planner through the real window, with clicks on what is read there: open a city, overlay the index, ask whom an offer
 * reaches, turn the largest gap into a recommendation, draft the paper and export everything. Results and pictures go to `folder`.
 */
export async function walkMainJob(running: Running, folder: string, bundle: string): Promise<readonly Made[]> {
  const { page } = running;
  const target = resolve(folder);
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  const made: Made[] = [];

  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const picture = async (name: string) => {
    await untilCalm(running);
    const path = join(target, `${name}.png`);
    await page.screenshot({ path });
    made.push(madeAt(path));
  };
  const goTo = (step: string) => page.getByRole('navigation').getByRole('button', { name: step, exact: true }).click();
  const exportTo = async (fileName: string, act: () => Promise<void>) => {
    const path = join(target, fileName);
    await chooseFiles(running.app, { save: path });
    await act();
    made.push(await appears(running, path));
  };

  // The greeting stands there when the first city is open.
  const greeting = page.getByRole('dialog', { name: t('shell.start.title') });
  await greeting.waitFor({ timeout: A_MINUTE });
  await picture('0-greeting');
  await chooseFiles(running.app, { open: resolve(bundle) });
  await greeting.getByRole('button').filter({ hasText: t('shell.start.bundle') }).click();
  await greeting.waitFor({ state: 'detached' });
  await page.getByRole('application').first().waitFor({ timeout: A_MINUTE });
  await picture('1-city');

  await goTo(t('commands.step.index'));
  await page.getByRole('table').first().waitFor({ timeout: A_MINUTE });
  await picture('2-index');
  await button(t('sheets.index.openRanking')).click();
  await picture('3-index-table');
  await button(t('shell.fold.table')).click();

  await goTo(t('commands.step.coverage'));
  for (const question of [t('coverage.categories'), t('coverage.ageGroups')]) {
    // The box itself is drawn; the label around it takes the click.
    await page.getByRole('group', { name: question }).locator('label').first().click();
  }
  await button(t('coverage.run')).click();
  await page.getByRole('heading', { name: t('coverage.result') }).waitFor({ timeout: A_MINUTE });
  await picture('4-coverage');
  await exportTo('map-coverage.png', () => fromMenu(running, 'export.map'));

  await button(t('coverage.newRecommendation')).first().click();
  await picture('5-recommendation');
  await exportTo('recommendations.xlsx', () => fromMenu(running, 'export.recommendations'));
  await exportTo('institutions.xlsx', () => fromMenu(running, 'export.institutions'));

  await goTo(t('commands.step.paper'));
  await button(t('sheets.paper.start')).click();
  // the paper proposed is the one that will print the recommendation
  await page.getByText(t('sheets.paper.chapterNote.recommendations', { count: 1, drafts: 1 }), { exact: true }).waitFor({ timeout: A_MINUTE });
  await picture('6-paper');
  await exportTo('strategy-paper.docx', () => button(t('sheets.paper.docx')).click());
  await exportTo('strategy-paper.pdf', () => button(t('sheets.paper.pdf')).click());
  await goTo(t('commands.step.index'));
  await exportTo('map-index.png', () => fromMenu(running, 'export.map'));
  await exportTo('planning-project.qwplan', () => fromMenu(running, 'project.saveAs'));
  await untilCalm(running);

  const breaches = [...(await running.violations()), ...running.complaints()];
  if (breaches.length > 0) throw new Error(`The window complained: ${breaches.join(' | ')}`);
  return made;
}

const madeAt = (path: string): Made => ({ path, bytes: statSync(path).size });

/** Chooses a command in the menu bar. */
async function fromMenu(running: Running, command: CommandId): Promise<void> {
  await running.app.evaluate(({ Menu }, id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.click(), command);
}

/** Waits until nothing computes any more. */
async function untilCalm({ page }: Running): Promise<void> {
  await page.waitForTimeout(300);
  await page.getByRole('progressbar').first().waitFor({ state: 'detached', timeout: 2 * A_MINUTE });
  await page.waitForTimeout(500);
}

/** Waits for a file that an export writes; a problem shown instead ends the walk with its words. */
async function appears({ page }: Running, path: string): Promise<Made> {
  for (let waited = 0; waited < 2 * A_MINUTE; waited += 200) {
    if (existsSync(path) && statSync(path).size > 0) return madeAt(path);
    const dialog = page.getByRole('alertdialog');
    if (await dialog.isVisible()) throw new Error(`${basename(path)} was not made: ${await dialog.innerText()}`);
    await page.waitForTimeout(200);
  }
  throw new Error(`${basename(path)} was not made within two minutes`);
}
