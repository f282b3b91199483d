import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

let built: Promise<string> | undefined;

/** The planner as one plain file, made once per run: started hundreds of times, reading its forty sources each time would take most of the time. */
export function plannerProgram(): Promise<string> {
  built ??= buildPlanner();
  return built;
}

async function buildPlanner(): Promise<string> {
  const outfile = join(mkdtempSync(join(tmpdir(), 'quartierwerk-planner-')), 'planner.mjs');
  await build({ entryPoints: [fileURLToPath(new URL('./planner.ts', import.meta.url))], outfile, bundle: true, platform: 'node', format: 'esm', target: 'node24', logLevel: 'silent' });
  return outfile;
}
