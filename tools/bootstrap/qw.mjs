// npm run -s qw -- VERB …: the command line. Set-up happens silently when it is missing; the output stream carries the verb's answer only.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensurePackages } from './packages.mjs';
import { checkout, pinnedNode, toolEnvironment } from './places.mjs';
import { mute } from './run.mjs';
import { ensureRuntime } from './runtime.mjs';
import { rootSwitches } from './sandbox.mjs';
import { asTool } from './set-up.mjs';
import { ensureSystemLibraries } from './system-libraries.mjs';
import { withDisplay } from './virtual-display.mjs';

await asTool(async () => {
  const words = process.argv.slice(2);
  mute();
  await ensurePackages();
  return printsPdf(words) ? runInProgram(words) : runToEnd(pinnedNode, [join(checkout, 'electron', 'cli', 'index.ts'), ...words]);
});

/** Printing needs the browser part; everything else runs under plain Node. */
function printsPdf(words) {
  return words.includes('--format=pdf') || words[words.indexOf('--format') + 1] === 'pdf';
}

async function runInProgram(words) {
  const runtime = await ensureRuntime();
  await ensureSystemLibraries(runtime.path);
  await ensureBuilt();
  // Without a display of its own the browser part crashes while printing, so it gets a virtual one.
  return runToEnd(...withDisplay(runtime.path, [...rootSwitches(), '--disable-gpu', '--log-level=3', checkout, ...words]));
}

/** Relative paths in the verb's arguments count from where the user stands. */
function runToEnd(command, commandArguments) {
  return new Promise((finish) => {
    const child = spawn(command, commandArguments, { cwd: process.env['INIT_CWD'] ?? process.cwd(), env: toolEnvironment(), stdio: 'inherit' });
    child.on('error', () => finish(1));
    child.on('close', (code) => finish(code ?? 1));
  });
}
