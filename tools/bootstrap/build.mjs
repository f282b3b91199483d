import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { checkout, pinnedNode } from './places.mjs';
import { SetUpFailure, run, step } from './run.mjs';

const programSources = ['app', 'electron', 'renderer', 'shared', 'resources/icons', 'tools/build', 'vite.renderer.config.ts', 'package.json', 'package-lock.json'];
const demoSources = ['tools/demo-city', 'app/storage/bundle', 'app/domain/city/city.ts'];

/** Builds the program when a source is newer than the last build. */
export async function ensureBuilt() {
  if (isNewer('dist/built', programSources)) return;
  await step('Building', () => must('tools/build/build.ts'));
}

/** Makes the demo city when it is missing or its recipe changed; it is not stored with the sources. */
export async function ensureDemoCity() {
  if (isNewer('resources/demo/halmstedt.gpkg', demoSources)) return;
  await step('Making the demo city Halmstedt', () => must('tools/demo-city/generate.ts'));
}

async function must(script) {
  const { code, written } = await run(pinnedNode, [script], { quiet: true });
  if (code !== 0) throw new SetUpFailure(`${script} failed:\n${written.trim()}`);
}

function isNewer(made, sources) {
  const madeAt = statSync(join(checkout, made), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return madeAt > 0 && sources.every((source) => newest(join(checkout, source)) < madeAt);
}

/** Time of the newest file below a path, in ms; tests do not count. */
function newest(path) {
  const status = statSync(path, { throwIfNoEntry: false });
  if (status === undefined) return 0;
  if (!status.isDirectory()) return /\.test\.tsx?$/.test(path) ? 0 : status.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}
