// npm start: sets up what is missing, builds, and opens the workstation. Without a display (or with --walk) it walks the main job by itself.
import { ensureBuilt, ensureDemoCity } from './build.mjs';
import { checkout, pinnedNode, toolEnvironment } from './places.mjs';
import { run, say } from './run.mjs';
import { rootSwitches } from './sandbox.mjs';
import { asTool, setUp } from './set-up.mjs';
import { hasDisplay } from './system-libraries.mjs';
import { withDisplay } from './virtual-display.mjs';

await asTool(async () => {
  const given = process.argv.slice(2);
  const runtime = await setUp();
  await ensureDemoCity();
  await ensureBuilt();
  if (hasDisplay() && !given.includes('--walk')) {
    say('Opening the workstation');
    return (await run(runtime.path, [...rootSwitches(), checkout, ...given], { env: toolEnvironment() })).code;
  }
  say('No display: walking the main job on a virtual one');
  return (await run(...withDisplay(pinnedNode, ['tools/demo-walk/walk.ts', ...given.filter((word) => word !== '--walk')]))).code;
});
