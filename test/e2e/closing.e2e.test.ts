import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { launch } from './launch.ts';

test('closing with unsaved work can save it first, and the window closes when it is in the file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'quartierwerk-closing-'));
  const target = join(folder, 'Plan.qwplan');
  const running = await launch();
  try {
    const { app, page } = running;
    await page.getByRole('dialog').waitFor({ timeout: 60_000 });
    await page.keyboard.press('Escape');
    await page.getByRole('application').first().waitFor({ timeout: 60_000 });
    await page.keyboard.press('Control+2');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('Lindenhof');
    await page.keyboard.press('Enter');
    await page.getByRole('complementary').getByRole('button', { name: /anlegen/ }).click();
    await page.locator('article.sheet').waitFor();
    await app.evaluate(({ dialog }, filePath) => {
      const withButtons = (options: { buttons?: string[] }) => Promise.resolve({ response: options.buttons?.indexOf('Speichern') ?? 0, checkboxChecked: false });
      dialog.showMessageBox = ((...given: readonly unknown[]) => withButtons(given.at(-1) as never)) as never;
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, target);
    const closed = page.waitForEvent('close', { timeout: 60_000 });
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await closed;
    expect(existsSync(target)).toBe(true);
    expect(readFileSync(target).subarray(0, 4).toString('latin1')).toBe('SQLi');
  } finally {
    await running.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
