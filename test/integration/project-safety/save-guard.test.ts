import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { atomicSave, type AtomicSaveAnswer } from '#electron/main/files/atomic-save.ts';
import { generationsIn } from '#electron/main/files/generations.ts';
import type { IoPort } from '#electron/main/files/io-port.ts';
import { nodeIo } from '#electron/main/files/node-io.ts';
import { sha256Of } from '#electron/main/files/sha256.ts';
import { unfinishedSavesIn } from '#electron/main/files/unfinished-saves.ts';
import { guardBeside } from '#electron/main/files/write-durable.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const quick: IoPort = { ...nodeIo, wait: () => new Promise((resume) => setTimeout(resume, 1)) };
const seconds = (ago: number) => Date.now() / 1000 - ago;

type Place = { readonly folder: string; readonly target: string; readonly guard: string };
function aTarget(): Place {
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'quartierwerk-guard-'));
  const target = join(folder, 'Plan.qwplan');
  writeFileSync(target, 'old');
  return { folder, target, guard: guardBeside(target) };
}

const saveBy = ({ folder, target }: Place, who: string, io: IoPort): Promise<AtomicSaveAnswer> =>
  atomicSave(
    { target, bytes: bytes(`by ${who}`), expected: sha256Of(bytes('old')), contentId: 'c', savedAt: '2026-11-20T10:00:00.000Z' },
    {
      io,
      generations: generationsIn(join(folder, `user-${who}`, 'generations'), io),
      unfinished: unfinishedSavesIn(join(folder, `user-${who}`, 'unfinished'), { io, processId: process.pid, isAlive: () => true }),
      processId: process.pid,
      host: `host-${who}`,
      isAlive: () => true,
      random: () => randomBytes(4).toString('hex'),
    },
  );

const leftOver = ({ folder }: Place) => readdirSync(folder).filter((name) => name.endsWith('.tmp'));

function signal(): { readonly given: Promise<void>; readonly give: () => void } {
  let give: () => void = () => undefined;
  const given = new Promise<void>((resolve) => (give = resolve));
  return { given, give: () => give() };
}

test('two savers who both judge a guard left behind: one saves, the other is told; a fresh guard is given back', async () => {
  const place = aTarget();
  writeFileSync(place.guard, 'elsewhere 99 x');
  utimesSync(place.guard, seconds(120), seconds(120));
  const judged = signal();
  const firstHolds = signal();
  const givenBack = signal();
  const first: IoPort = {
    ...quick,
    open: async (path, flags) => {
      const file = await quick.open(path, flags);
      if (path === place.guard) firstHolds.give();
      return file;
    },
    // its comparison begins when the other has mistaken its guard for the old one, and has seen the mistake
    readFile: async (path) => {
      if (path === place.target) await givenBack.given;
      return quick.readFile(path);
    },
  };
  let mistaken = false;
  const second: IoPort = {
    ...quick,
    rename: async (from, to) => {
      if (from === place.guard) {
        judged.give();
        await firstHolds.given;
        mistaken = true;
      }
      return quick.rename(from, to);
    },
    unlink: async (path) => {
      await quick.unlink(path);
      if (path.endsWith('.aside.tmp')) givenBack.give();
    },
  };
  const secondSaves = saveBy(place, 'b', second);
  await judged.given;
  const [a, b] = await Promise.all([saveBy(place, 'a', first), secondSaves]);
  expect(mistaken).toBe(true);
  expect(a).toMatchObject({ status: 'saved' });
  expect(b).toMatchObject({ status: 'failed', problem: { code: 'project.changedOnDisk' } });
  expect(readFileSync(place.target, 'utf8')).toBe('by a');
  expect(leftOver(place)).toEqual([]);
  rmSync(place.folder, { recursive: true });
});

test('a saver whose guard was taken over while it was away replaces nothing, and leaves the new guard alone', async () => {
  const place = aTarget();
  const asleep: IoPort = {
    ...quick,
    readFile: async (path) => {
      if (path === place.target) writeFileSync(place.guard, 'somebody 7 else');
      return quick.readFile(path);
    },
  };
  expect(await saveBy(place, 'a', asleep)).toMatchObject({ status: 'failed', problem: { code: 'save.busy' } });
  expect(readFileSync(place.target, 'utf8')).toBe('old');
  expect(readFileSync(place.guard, 'utf8')).toBe('somebody 7 else');
  rmSync(place.folder, { recursive: true });
});

test('age is told by the clock of the drive: a share an hour behind loses no fresh guard', async () => {
  const place = aTarget();
  writeFileSync(place.guard, 'elsewhere 99 x');
  const behind: IoPort = { ...quick, stat: async (path) => ({ ...(await quick.stat(path)), modified: (await quick.stat(path)).modified - 3_600_000 }) };
  let tookAt = 0;
  let waits = 0;
  const watched: IoPort = {
    ...behind,
    wait: () => ((waits += 1), Promise.resolve()),
    rename: async (from, to) => {
      if (from === place.guard) tookAt = waits;
      return behind.rename(from, to);
    },
  };
  expect(await saveBy(place, 'a', watched)).toMatchObject({ status: 'saved' });
  // half a minute in steps of 20 ms
  expect(tookAt).toBeGreaterThan(1_400);
  expect(leftOver(place)).toEqual([]);
  rmSync(place.folder, { recursive: true });
});
