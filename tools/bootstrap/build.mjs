import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { checkout, pinnedNode } from './places.mjs';
import { SetUpFailure, run, step } from './run.mjs';

const sources = ['app', 'electron', 'renderer', 'shared', 'resources/icons', 'resources/fonts', 'tools/build', 'vite.renderer.config.ts', 'package.json', 'package-lock.json'];

/** Builds the program when a source is newer than the last build. */
export async function ensureBuilt() {
  const built = changedAt(join(checkout, 'dist', 'built'));
  if (built > 0 && sources.every((source) => newest(join(checkout, source)) < built)) return;
  await step('Building', async () => {
    const { code, written } = await run(pinnedNode, ['tools/build/build.ts'], { quiet: true });
    if (code !== 0) throw new SetUpFailure(`The build failed:\n${written.trim()}`);
  });
}

/** Time of the newest file below a path, in ms; tests do not count. */
function newest(path) {
  const status = statSync(path, { throwIfNoEntry: false });
  if (status === undefined) return 0;
  if (!status.isDirectory()) return /\.test\.tsx?$/.test(path) ? 0 : status.mtimeMs;
  return Math.max(status.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

const changedAt = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
