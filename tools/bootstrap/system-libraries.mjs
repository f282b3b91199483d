import { existsSync } from 'node:fs';
import { SetUpFailure, run, step } from './run.mjs';

/** Each entry: the names the library has had, newest last. Debian 12 and Ubuntu 22.04 use the first, later releases the `t64` one. */
const needed = [['libgtk-3-0', 'libgtk-3-0t64'], ['libnss3'], ['libasound2', 'libasound2t64'], ['libgbm1'], ['libxss1']];
const neededWithoutDisplay = [['xauth'], ['xvfb']];
const optionalPeers = [['gdal-bin'], ['poppler-utils'], ['libreoffice-writer'], ['libreoffice-calc']];

/** Debian and Ubuntu: installs what is missing as root, otherwise says the one command. Elsewhere only looks. */
export async function ensureSystemLibraries(runtimePath) {
  if (process.platform !== 'linux') return;
  if (!existsSync('/usr/bin/dpkg-query')) return onlyLook(runtimePath);
  const missing = await missingOf([...needed, ...(hasDisplay() ? [] : neededWithoutDisplay)]);
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0) throw new SetUpFailure(`System libraries are missing. Please run:\n  sudo apt-get update && sudo apt-get install -y ${(await namesOf(missing)).join(' ')}`);
  await step(`Installing system libraries: ${missing.map((names) => names[0]).join(' ')}`, () => install(missing));
}

/** Programs some tests compare with. Their absence only means that these tests say so and skip. */
export async function tryOptionalPeers() {
  if (!existsSync('/usr/bin/dpkg-query') || process.getuid?.() !== 0) return;
  const missing = await missingOf(optionalPeers);
  if (missing.length === 0) return;
  await step(`Installing optional peers: ${missing.map((names) => names[0]).join(' ')}`, () => install(missing)).catch((problem) =>
    process.stderr.write(`  not available here (${problem.message.split('\n')[0]}); the tests that need them say so and skip\n`),
  );
}

export const hasDisplay = () => process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);

async function missingOf(lists) {
  const { written } = await run('dpkg-query', ['-W', '-f=${Package} ${Status}\n', ...lists.flat()], { quiet: true });
  const installed = new Set(written.split('\n').filter((line) => line.endsWith('install ok installed')).map((line) => line.split(' ')[0]));
  return lists.filter((names) => !names.some((name) => installed.has(name)));
}

async function install(missing) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const update = await run('apt-get', ['update', '-q'], { quiet: true, env });
  const { code, written } = await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...(await namesOf(missing))], { quiet: true, env });
  if (code !== 0) throw new SetUpFailure(`apt-get install failed.\n${update.code === 0 ? '' : update.written.trim()}\n${written.trim()}`);
}

/** The name this release knows; the older one where nothing can be asked. */
async function namesOf(lists) {
  return Promise.all(
    lists.map(async (names) => {
      for (const name of names.toReversed()) {
        const { written } = await run('apt-cache', ['policy', name], { quiet: true });
        if (/Candidate: (?!\(none\))\S/.test(written)) return name;
      }
      return names[0];
    }),
  );
}

async function onlyLook(runtimePath) {
  const { written } = await run('ldd', [runtimePath], { quiet: true });
  const missing = written.split('\n').filter((line) => line.includes('not found')).map((line) => line.trim().split(' ')[0]);
  if (missing.length > 0) throw new SetUpFailure(`Electron needs these libraries; please install them with your system's package manager:\n  ${missing.join(' ')}`);
}
