import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses';

/** Called by electron-builder when the folder is complete and before its own fuses are set. */
export default async function afterPack({ appOutDir, packager, electronPlatformName }) {
  // The program that opens folders belongs to development.
  rmSync(join(appOutDir, 'resources', 'default_app.asar'), { force: true });
  const binary = {
    linux: packager.executableName,
    win32: `${packager.appInfo.productFilename}.exe`,
    darwin: `${packager.appInfo.productFilename}.app`,
  }[electronPlatformName];
  const path = join(appOutDir, binary);
  const wire = await getCurrentFuseWire(path);
  if (wire[FuseV1Options.WasmTrapHandlers] === undefined) return;
  await flipFuses(path, { version: FuseVersion.V1, [FuseV1Options.WasmTrapHandlers]: true });
}
