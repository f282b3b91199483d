// npm test: set-up, then every check in order. The last line sums up all runners.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDemoCity } from './build.mjs';
import { checkout, pinnedNode } from './places.mjs';
import { run, say } from './run.mjs';
import { asTool, setUp } from './set-up.mjs';
import { withDisplay } from './virtual-display.mjs';

const reports = join(checkout, 'out', 'test');
const tool = (path, ...rest) => [pinnedNode, [join(checkout, 'node_modules', ...path.split('/')), ...rest]];
const own = (path, ...rest) => [pinnedNode, [join(checkout, ...path.split('/')), ...rest]];
const vitest = (report, ...rest) =>
  tool('vitest/vitest.mjs', 'run', ...rest, '--reporter=default', '--reporter=json', `--outputFile.json=${join(reports, report)}`);

const checks = [
  { title: 'Types (tsc -b)', command: tool('typescript/bin/tsc', '-b') },
  { title: 'Rules (eslint)', command: tool('eslint/bin/eslint.js', '.') },
  { title: 'Cycles (dependency-cruiser)', command: tool('dependency-cruiser/bin/dependency-cruiser.mjs', '--config', '.dependency-cruiser.cjs', 'app', 'electron', 'renderer', 'shared') },
  { title: 'Unit, property, golden, integration, architecture (vitest)', command: vitest('unit.json'), report: 'unit.json' },
  { title: 'Build', command: own('tools/build/build.ts') },
  { title: 'Pack (electron-builder --dir)', command: own('tools/pack/pack.ts'), quiet: true },
  { title: 'End to end in Electron and against the packed app (vitest)', command: withDisplay(...vitest('e2e.json', '--config', 'vitest.e2e.config.ts')), report: 'e2e.json' },
  { title: 'Documents (links and paths)', command: own('tools/docs-check/check-docs.ts') },
];

await asTool(async () => {
  await setUp();
  await ensureDemoCity();
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  const rows = [];
  for (const check of checks) rows.push(await perform(check));
  return summary(rows);
});

async function perform({ title, command, report, quiet }) {
  say(`\n== ${title}`);
  const started = Date.now();
  const { code, written } = await run(...command, { quiet });
  if (code !== 0 && quiet) say(written.trim());
  const counts = report === undefined ? { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 } : countsOf(join(reports, report), code);
  return { title, seconds: (Date.now() - started) / 1000, ...counts };
}

/** A runner that ended badly without a failed test (a file that does not load, a crash) counts as one failure. */
function countsOf(file, code) {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    const filesWithoutTests = report.testResults.filter((result) => result.status === 'failed' && result.assertionResults.length === 0).length;
    const failed = report.numFailedTests + filesWithoutTests;
    return { passed: report.numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed, skipped: report.numPendingTests + report.numTodoTests };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

function summary(rows) {
  const width = Math.max(...rows.map(({ title }) => title.length));
  const lines = rows.map(
    ({ title, seconds, passed, failed, skipped }) => `${failed > 0 ? 'FAILED' : 'ok    '}  ${title.padEnd(width)}  ${seconds.toFixed(1).padStart(7)} s  ${String(passed).padStart(5)} passed${failed > 0 ? `, ${failed} failed` : ''}${skipped > 0 ? `, ${skipped} skipped` : ''}`,
  );
  const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
  const skipped = sum('skipped');
  process.stdout.write(`\n${lines.join('\n')}\n\n${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
  return sum('failed') > 0 ? 1 : 0;
}
