import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { launch, type Running } from '../drive/launch.ts';
import { walkMainJob } from './main-job.ts';

/** Opens the workstation and walks the main job by itself: `node tools/demo-walk/walk.ts [--bundle FILE]`. */
const FOLDER = 'out/demo';
const { values } = parseArgs({ options: { bundle: { type: 'string', default: 'resources/demo/halmstedt.gpkg' } } });
let running: Running | undefined;
try {
  running = await launch({ bundle: values.bundle });
  console.log(`The workstation opened after ${running.startMilliseconds} ms`);
  for (const { path, bytes } of await walkMainJob(running, FOLDER, values.bundle)) console.log(`${String(Math.ceil(bytes / 1024)).padStart(7)} kB  ${relative('.', path)}`);
  console.log(`Done: the main job from the city to the paper; results are in ${FOLDER}`);
} catch (problem) {
  console.error(`The walk failed: ${problem instanceof Error ? problem.message : String(problem)}`);
  await running?.page.screenshot({ path: `${FOLDER}/failed.png` }).catch(() => undefined);
  process.exitCode = 1;
} finally {
  await running?.close();
}
