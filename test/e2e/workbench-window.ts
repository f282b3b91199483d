import { translator, type MessageKey } from '#shared/i18n/translator.ts';
import { chooseFiles, type Running } from './launch.ts';

export const t = translator('de');
const MINUTES = 5 * 60_000;

/** What a planner clicks at the workbench; every click, choice and field counts as one action. */
export function workbenchWindow(running: Running) {
  const { page, app } = running;
  let actions = 0;
  const act = async (what: () => Promise<unknown>): Promise<void> => {
    actions += 1;
    await what();
  };
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const step = (name: string) => page.getByRole('navigation', { name: t('importWorkbench.stepsLabel') }).getByRole('button', { name: new RegExp(`${name}`) });
  /** Nothing is being computed for the workbench any more. */
  const quiet = async () => {
    // a check starts shortly after the last change
    await page.waitForTimeout(900);
    await page.locator('.bench-progress').waitFor({ state: 'detached', timeout: MINUTES });
  };
  return {
    button,
    step,
    quiet,
    actions: () => actions,
    act,
    open: async () => {
      await page.getByRole('dialog', { name: t('shell.start.title') }).waitFor({ timeout: MINUTES });
      await act(() => page.getByRole('dialog').getByRole('button').filter({ hasText: t('shell.start.build') }).click());
    },
    choose: async (paths: readonly string[]) => {
      await app.evaluate(({ dialog }, filePaths) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [...filePaths] });
      }, paths);
      const first = button(t('importWorkbench.files.choose'));
      await act(async () => ((await first.count()) > 0 ? first.click() : button(t('importWorkbench.files.add')).click()));
      // selecting the files and confirming the system's dialog
      actions += 2;
      await quiet();
    },
    nameCity: async (name: string, ags: string, edition: string) => {
      await act(() => button(t('importWorkbench.files.nextCity')).click());
      for (const [label, value] of [['name', name], ['ags', ags], ['edition', edition]] as const) {
        await act(() => page.getByRole('textbox', { name: t(`importWorkbench.city.${label}` satisfies MessageKey) }).fill(value));
      }
    },
    propose: async (files: number) => {
      await act(() => button(t('importWorkbench.city.propose', { count: files })).click());
      await page.getByRole('heading', { level: 1, name: t('importWorkbench.steps.areas') }).waitFor({ timeout: MINUTES });
      await quiet();
    },
    /** Takes the first choice of every open question, group by group, step by step. */
    answerAll: async () => {
      for (const name of ['areas', 'tables', 'indicators', 'institutions', 'streets', 'city', 'files'] as const) {
        const link = step(t(`importWorkbench.steps.${name}`));
        if (!/Frage/.test(await link.innerText())) continue;
        await act(() => link.click());
        const answers = page.locator('.question-card .button.primary');
        while ((await answers.count()) > 0) await act(() => answers.first().click());
      }
    },
    acceptClear: async () => {
      const all = page.locator('.bench-head .button.primary');
      if ((await all.count()) > 0) await act(() => all.click());
    },
    goTo: (name: 'files' | 'city' | 'areas' | 'tables' | 'indicators' | 'institutions' | 'streets' | 'write') => act(() => step(t(`importWorkbench.steps.${name}`)).click()),
    saveTo: async (path: string, name: string) => {
      await chooseFiles(app, { save: path });
      await act(() => button(name).click());
      // naming the file and confirming the system's dialog
      actions += 1;
    },
  };
}
