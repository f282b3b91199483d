import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout, npmEnvironment, pinnedNode } from './places.mjs';
import { SetUpFailure, run, step } from './run.mjs';

const stamp = join(checkout, 'node_modules', '.quartierwerk-packages');

/** Installs the packages of the lockfile, once per lockfile, and makes sure that the pinned Node came with them. */
export async function ensurePackages() {
  const lockfile = createHash('sha256').update(readFileSync(join(checkout, 'package-lock.json'))).digest('hex');
  const installed = existsSync(stamp) ? readFileSync(stamp, 'utf8') : undefined;
  if (installed !== lockfile && !installedByHand()) {
    await step('Installing packages from the lockfile', async () => {
      const { code, written } = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { env: npmEnvironment(), quiet: true });
      if (code !== 0) throw new SetUpFailure(`npm ci failed:\n${written.trim()}`);
    });
  }
  await ensurePinnedNode();
  if (installed !== lockfile) writeFileSync(stamp, lockfile);
}

/** Whether somebody ran `npm install` already: npm's own record of what it installed lists every needed package of the lockfile. */
function installedByHand() {
  const record = join(checkout, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const present = JSON.parse(readFileSync(record, 'utf8')).packages;
  const wanted = Object.entries(JSON.parse(readFileSync(join(checkout, 'package-lock.json'), 'utf8')).packages);
  return wanted.every(([path, entry]) => path === '' || entry.optional || entry.devOptional || present[path]?.integrity === entry.integrity);
}

/** npm may hold back install scripts; the `node` package needs its own to fetch the binary of this platform. */
async function ensurePinnedNode() {
  const { version } = JSON.parse(readFileSync(join(checkout, 'node_modules', 'node', 'package.json'), 'utf8'));
  if (await answers(version)) return;
  await step(`Fetching Node ${version}`, async () => {
    const { written } = await run('npm', ['rebuild', 'node', '--loglevel=error'], { env: npmEnvironment(), quiet: true });
    if (!(await answers(version))) throw new SetUpFailure(`Node ${version} could not be installed:\n${written.trim()}`);
  });
}

async function answers(version) {
  if (!existsSync(pinnedNode)) return false;
  const { written } = await run(pinnedNode, ['--version'], { quiet: true });
  return written.trim() === `v${version}`;
}
