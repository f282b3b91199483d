import { ensurePackages } from './packages.mjs';
import { describeRuntime, ensureRuntime } from './runtime.mjs';
import { SetUpFailure, say } from './run.mjs';
import { ensureSandbox } from './sandbox.mjs';
import { ensureSystemLibraries } from './system-libraries.mjs';

/** Packages, runtime, system libraries; each only when it is missing. Answers the runtime. */
export async function setUp() {
  const started = Date.now();
  await ensurePackages();
  const runtime = await ensureRuntime();
  await ensureSystemLibraries(runtime.path);
  await ensureSandbox(runtime.folder);
  say(`Set-up ready in ${((Date.now() - started) / 1000).toFixed(1)} s. ${describeRuntime(runtime)}`);
  return runtime;
}

/** Runs a tool's main function: failures with a sentence end with code 1 and that sentence. */
export async function asTool(main) {
  try {
    process.exitCode = await main();
  } catch (problem) {
    process.stderr.write(`${problem instanceof SetUpFailure ? problem.message : (problem?.stack ?? String(problem))}\n`);
    process.exitCode = 1;
  }
}
