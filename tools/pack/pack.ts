import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build as pack, Platform } from 'electron-builder';
import { ensureRuntime } from '../bootstrap/runtime.mjs';
import { renderIcon } from '../build/icon.ts';

/** Packs `dist/` with the runtime that was found into a folder under `out/packed` that starts without installing. */
const runtime = await ensureRuntime();
if (!existsSync('dist/built')) throw new Error('There is no build yet: npm run build');
rmSync('out/packed', { recursive: true, force: true });
stage();
await renderIcon('resources/icons/quartierwerk.svg', 'out/build-resources/icon.png', 512);
for (const size of [64, 128, 256, 512]) await renderIcon('resources/icons/quartierwerk.svg', `out/build-resources/icons/${size}x${size}.png`, size);
await pack({
  targets: Platform.current().createTarget('dir'),
  config: { extends: 'electron-builder.yml', electronDist: runtime.folder, electronVersion: runtime.version },
});

/** What goes into the archive: the build and a description without packages, for everything is bundled. */
function stage(): void {
  rmSync('out/app', { recursive: true, force: true });
  mkdirSync('out/app');
  cpSync('dist', 'out/app/dist', { recursive: true });
  const { name, productName, version, description, license, type, main } = JSON.parse(readFileSync('package.json', 'utf8')) as Readonly<Record<string, string>>;
  const author = 'Quartierwerk';
  writeFileSync('out/app/package.json', JSON.stringify({ name, productName, version, description, license, author, type, main }, undefined, 2));
}
