import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { ensureRuntime } from '../bootstrap/runtime.mjs';
import { rootSwitches, virtualDisplaySwitches } from '../bootstrap/sandbox.mjs';

export type Variant = 'development' | 'packed';

export type LaunchOptions = {
  readonly variant?: Variant;
  readonly bundle?: string;
  readonly project?: string;
  /** Folder of settings and journals; a new, empty one when not given. */
  readonly profile?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Another program to start, with its switches, in place of the variant's. */
  readonly program?: { readonly path: string; readonly switches: readonly string[] };
};

export type Running = {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly profile: string;
  /** From the start of the process to the first window with its page, in ms. */
  readonly startMilliseconds: number;
  /** Errors on the page's console (a breach of the content policy is one) and exceptions, so far. */
  readonly complaints: () => readonly string[];
  /** Breaches of the content policy, so far, as `directive what`. */
  readonly violations: () => Promise<readonly string[]>;
  /** Keeps a picture of the window in `out/screenshots`. */
  readonly screenshot: (name: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Where `npm run pack` puts the program, and the copy that tests may drive. */
export const PACKED = 'out/packed/linux-unpacked';
const UNDER_TEST = 'out/packed-under-test';

/** Starts the real program with a throw-away profile and waits for its window. */
export async function launch(options: LaunchOptions = {}): Promise<Running> {
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'quartierwerk-profile-'));
  const program = options.program ?? (options.variant === 'packed' ? await packedUnderTest() : await development());
  const started = Date.now();
  const app = await start(program.path, [
    ...virtualDisplaySwitches,
    `--user-data-dir=${profile}`,
    ...program.switches,
    ...(options.bundle === undefined ? [] : ['--bundle', options.bundle]),
    ...(options.project === undefined ? [] : ['--project', options.project]),
  ], options.environment ?? {});
  const complaints: string[] = [];
  app.context().on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  app.context().on('weberror', (error) => complaints.push(String(error.error())));
  const page = await app.firstWindow();
  await page.waitForLoadState('load');
  const startMilliseconds = Date.now() - started;
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(globalThis, { contentPolicyBreaches: seen });
    document.addEventListener('securitypolicyviolation', (event) => seen.push(`${event.effectiveDirective} ${event.blockedURI}`));
  });
  return {
    app,
    page,
    profile,
    startMilliseconds,
    complaints: () => complaints,
    violations: () => page.evaluate(() => (globalThis as unknown as { contentPolicyBreaches: readonly string[] }).contentPolicyBreaches),
    screenshot: async (name) => {
      mkdirSync('out/screenshots', { recursive: true });
      await page.screenshot({ path: `out/screenshots/${name}.png` });
    },
    close: async () => {
      await quit(app);
      if (options.profile === undefined) rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** Taking hold of the program can miss its moment on a very busy machine; a second try decides. Nothing has been clicked by then. */
async function start(executablePath: string, given: readonly string[], environment: Readonly<Record<string, string>>): Promise<ElectronApplication> {
  const attempt = () => _electron.launch({ executablePath, args: [...given], env: { ...process.env, ...environment } as Record<string, string>, timeout: 45_000 });
  return attempt().catch((problem: unknown) => {
    console.error(`Could not take hold of the program, trying once more (${problem instanceof Error ? problem.message.split('\n')[0] : String(problem)})`);
    return attempt();
  });
}

/** Answers the next system dialogs as a user would who picks these files. */
export async function chooseFiles(app: ElectronApplication, answer: { readonly open?: string; readonly save?: string; readonly agree?: boolean }): Promise<void> {
  await app.evaluate(({ dialog }, { open, save, agree }) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: open === undefined, filePaths: open === undefined ? [] : [open] });
    dialog.showSaveDialog = () => Promise.resolve({ canceled: save === undefined, filePath: save ?? '' });
    dialog.showMessageBox = () => Promise.resolve({ response: agree === true ? 1 : 0, checkboxChecked: false });
  }, answer);
}

export const hasPacked = (): boolean => existsSync(join(PACKED, 'quartierwerk'));

async function development(): Promise<{ path: string; switches: readonly string[] }> {
  return { path: (await ensureRuntime()).path, switches: [...rootSwitches(), process.cwd()] };
}

/** The packed program, byte for byte but for the one fuse that lets a test inspect it. */
async function packedUnderTest(): Promise<{ path: string; switches: readonly string[] }> {
  const path = join(UNDER_TEST, 'quartierwerk');
  const stamp = join(UNDER_TEST, '.copied');
  if (!existsSync(stamp) || statSync(stamp).mtimeMs < statSync(join(PACKED, 'resources', 'app.asar')).mtimeMs) {
    copyForTest(UNDER_TEST);
    await flipFuses(path, { version: FuseVersion.V1, [FuseV1Options.EnableNodeCliInspectArguments]: true });
    writeFileSync(stamp, '');
  }
  return { path, switches: rootSwitches() };
}

/** Copies the packed program; its sandbox helper keeps its mode. */
export function copyForTest(target: string): void {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  for (const name of readdirSync(PACKED)) {
    const from = join(PACKED, name);
    if (statSync(from).isDirectory()) cpSync(from, join(target, name), { recursive: true });
    else copyFileSync(from, join(target, name));
  }
  chmodSync(join(target, 'quartierwerk'), 0o755);
}

/** Ends the program even when it would ask about unsaved changes. */
async function quit(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ app: program }) => program.exit(0)).catch(() => undefined);
  await app.close().catch(() => undefined);
}
