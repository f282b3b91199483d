import { execFileSync, spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { measured } from '#test/measured.ts';
import { ALL_EDITS, aWorkplace, nextStart, runPlanner, writeScript } from './workplace.ts';

/** Hundreds of programs are started here; on a busy machine that takes minutes. */
const PATIENCE = 1_200_000;

/** Runs work with a few helpers at a time. */
async function spread<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const waiting = [...items];
  await Promise.all(Array.from({ length: 3 }, async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  }));
}

test('killed at every file call of opening, editing and saving: nothing acknowledged is lost, nothing is left lying about', async () => {
  const whole = await aWorkplace();
  const { calls, acknowledged, output } = await runPlanner(whole.folder);
  const writes = new Set(/writes ([\d,]+)/.exec(output)?.[1]?.split(',').map(Number));
  expect(acknowledged).toBe(ALL_EDITS);
  expect((await nextStart(whole.folder)).orphans).toEqual([]);
  whole.remove();
  const points = Array.from({ length: calls }, (_, index) => index + 1).flatMap((call) => [
    { call, moment: 'before' },
    // only a write can be half done
    ...(writes.has(call) ? [{ call, moment: 'half' }] : []),
    { call, moment: 'after' },
  ]);
  const lost: string[] = [];
  const missed: string[] = [];
  let kills = 0;
  let recoveredFromJournal = 0;
  await spread(points, async ({ call, moment }) => {
    const place = await aWorkplace();
    const run = await runPlanner(place.folder, { env: { KILL_AT: String(call), KILL_MOMENT: moment } });
    if (run.killed) kills += 1;
    else missed.push(`${moment} ${call}: ${run.output.split('\n').slice(-2).join(' ')} ${run.error}`);
    const next = await nextStart(place.folder);
    if (![0, ALL_EDITS / 2, ALL_EDITS].includes(next.inFile)) lost.push(`${moment} call ${call}: file has ${next.inFile}`);
    if (next.recovered < run.acknowledged) lost.push(`${moment} call ${call}: ${run.acknowledged} acknowledged, ${next.recovered} there`);
    if (next.orphans.length > 0) lost.push(`${moment} call ${call}: ${next.orphans.join(', ')}`);
    if (next.recovered > next.inFile) recoveredFromJournal += 1;
    place.remove();
  });
  measured(`crash points: ${calls} file calls (${writes.size} writes), killed before, half-way through a write, and after = ${points.length} points; ${kills} kills; ${recoveredFromJournal} recovered from the journal; ${lost.length} faults`);
  expect(lost).toEqual([]);
  expect(missed).toEqual([]);
}, PATIENCE);

test('150 kills at random times, one after the other on the same file: nothing acknowledged is lost', async () => {
  const place = await aWorkplace();
  let seed = 20251;
  let kills = 0;
  let done = 0;
  for (let round = 1; round <= 150; round += 1) {
    await writeScript(place.folder, done);
    seed = (seed * 48271) % 2147483647;
    const run = await runPlanner(place.folder, { killAfter: seed % 30, round });
    if (run.killed) kills += 1;
    const next = await nextStart(place.folder);
    const acknowledged = done + run.acknowledged;
    expect({ round, there: next.recovered >= acknowledged, orphans: next.orphans }).toEqual({ round, there: true, orphans: [] });
    // accept what is offered, as a planner would: the next round goes on from the file
    done = next.inFile;
    await next.discard();
  }
  measured(`random kills: 150 rounds, ${kills} killed while at work, 0 lost, 0 files left over`);
  place.remove();
}, PATIENCE);

describe('at the level of the system', () => {
  const refusal = straceRefusal();
  test.skipIf(refusal !== undefined)(`killed by strace at every flush, rename and unlink${refusal === undefined ? '' : ` (skipped: ${refusal})`}`, async () => {
    let kills = 0;
    for (const call of ['fsync', 'rename', 'unlink']) {
      for (let when = 1; ; when += 1) {
        const place = await aWorkplace();
        const run = await runPlanner(place.folder, { wrapper: ['strace', '-f', '-qq', '-o', '/dev/null', '-e', `trace=${call}`, '-e', `inject=${call}:signal=KILL:when=${when}`] });
        const next = await nextStart(place.folder);
        expect({ call, when, there: next.recovered >= run.acknowledged, orphans: next.orphans }).toEqual({ call, when, there: true, orphans: [] });
        place.remove();
        if (!run.killed) break;
        kills += 1;
      }
    }
    measured(`strace: ${kills} kills at system calls (fsync, rename, unlink), 0 lost`);
    expect(kills).toBeGreaterThan(10);
  }, PATIENCE);
});

/** Why strace cannot be used here; undefined when it can. */
function straceRefusal(): string | undefined {
  if (process.platform !== 'linux') return 'no strace on this system';
  if (spawnSync('strace', ['--version']).error !== undefined) return 'strace is not installed';
  try {
    execFileSync('strace', ['-f', '-qq', '-o', '/dev/null', '-e', 'trace=fsync', 'true'], { stdio: 'ignore' });
    return undefined;
  } catch {
    return 'this system forbids tracing';
  }
}
