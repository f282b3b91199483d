import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, type Running } from './launch.ts';

const KEYS = 40;

/** Everything around the panes that has been scrolled away; focus may only scroll inside a pane. */
const slipped = ({ page }: Running): Promise<readonly string[]> =>
  page.evaluate(() => {
    const frames = [document.scrollingElement, ...document.querySelectorAll('html, body, #root, .frame, .body, .middle, .middle-main, .side')];
    const moved = frames.filter((element) => element !== null && (element.scrollTop !== 0 || element.scrollLeft !== 0));
    const top = document.querySelector('.top-bar')?.getBoundingClientRect().top;
    return [...moved.map((element) => `${element?.tagName} ${element?.className}`), ...(top === 0 ? [] : [`top bar at ${top}`])];
  });

let running: Running;
beforeAll(async () => {
  running = await launch();
  const { page } = running;
  await page.getByRole('dialog').waitFor({ timeout: 60_000 });
  await page.keyboard.press('Escape');
  await page.getByRole('application').first().waitFor({ timeout: 60_000 });
});
afterAll(() => running?.close());

test.each([[1366, 768], [1920, 1080]])('Tab goes through the recommendation form and the window stays still (%d × %d)', async (width, height) => {
  const { app, page } = running;
  await app.evaluate(({ BrowserWindow }, [w, h]) => BrowserWindow.getAllWindows()[0]?.setContentSize(w ?? 0, h ?? 0), [width, height]);
  await page.keyboard.press('Control+2');
  await page.getByRole('table').first().waitFor({ timeout: 60_000 });
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Lindenhof');
  await page.keyboard.press('Enter');
  await page.getByRole('complementary').getByRole('button', { name: /anlegen/ }).click();
  await page.locator('article.sheet').waitFor();
  await page.locator('article.sheet input').first().focus();
  for (let key = 0; key < KEYS; key += 1) {
    await page.keyboard.press('Tab');
    expect(await slipped(running), `after ${key + 1} times Tab`).toEqual([]);
  }
  // the pane itself has followed the focus
  expect(await page.locator('.document-place').evaluate((pane) => pane.scrollTop)).toBeGreaterThan(0);
});
