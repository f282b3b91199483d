import { statSync } from 'node:fs';
import { join } from 'node:path';
import { SetUpFailure, run } from './run.mjs';

/** Switches the runtime needs here: as root (containers) Chromium starts only without its sandbox; the program itself never asks for that. */
export const rootSwitches = () => (process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []);

/** WebGL without a graphics card, for virtual displays. */
export const virtualDisplaySwitches = ['--enable-unsafe-swiftshader'];

/** As an ordinary user the sandbox needs user namespaces or its helper set up; says the one command where neither is there. */
export async function ensureSandbox(folder) {
  if (process.platform !== 'linux' || process.getuid?.() === 0) return;
  const helper = join(folder, 'chrome-sandbox');
  const status = statSync(helper, { throwIfNoEntry: false });
  if (status?.uid === 0 && (status.mode & 0o4000) !== 0) return;
  if ((await run('unshare', ['--user', '--map-root-user', 'true'], { quiet: true })).code === 0) return;
  throw new SetUpFailure(`This system allows no user namespaces, so the browser's sandbox needs its helper set up. Please run:\n  sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`);
}
