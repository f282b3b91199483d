import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { generationsIn, tooMany } from '#electron/main/files/generations.ts';
import { isAlive } from '#electron/main/files/is-alive.ts';
import { lockBeside, locksWith } from '#electron/main/files/lock-file.ts';
import { nodeIo } from '#electron/main/files/node-io.ts';
import { measured } from '#test/measured.ts';
import { aWorkplace, bytesAt, bytesOf, filesIn, handlersIn, titled } from './workplace.ts';

const run = promisify(execFile);
const rival = fileURLToPath(new URL('./rival.ts', import.meta.url));
const folderOf = () => mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'quartierwerk-two-'));

test.each([['one machine', [hostname(), hostname()]], ['two machines on a share', ['host-a', 'host-b']]])(
  'two people saving 250 times each into one file on %s: every line is there, whoever was slower is told',
  async (where, hosts) => {
    const folder = folderOf();
    const target = join(folder, 'Plan.qwplan');
    writeFileSync(target, '');
    const people = await Promise.all(
      hosts.map((host, index) => run(process.execPath, [rival, target, join(folder, `user-${index}`), `p${index}`, '250', host], { env: { ...process.env, NODE_NO_WARNINGS: '1' } })),
    );
    const conflicts = people.map(({ stdout }) => (JSON.parse(stdout) as { conflicts: number }).conflicts);
    const lines = readFileSync(target, 'utf8').trim().split('\n');
    expect(lines.length).toBe(500);
    expect(new Set(lines).size).toBe(500);
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    measured(`two savers, ${where}: 500 saves, ${conflicts.reduce((sum, count) => sum + count, 0)} conflicts told, 0 lost updates`);
    rmSync(folder, { recursive: true });
  },
  600_000,
);

test('a file that changed on the disk is not overwritten, and can be saved under another name', async () => {
  const place = await aWorkplace();
  const handlers = handlersIn(place.folder);
  const opened = await handlers['project:initial']();
  if (opened === 'none' || !opened.ok) throw new Error('cannot open');
  writeFileSync(place.target, 'von anderer Stelle');
  const request = { grant: opened.value.grant, saveAs: false, suggestedName: 'Plan.qwplan', bytes: await bytesOf(titled(1)), expectedSha256: opened.value.sha256, journalId: 'j' };
  expect(await handlers['project:save'](request)).toMatchObject({ status: 'failed', problem: { code: 'project.changedOnDisk', details: { file: 'Plan.qwplan' } } });
  expect(bytesAt(place.target).toString()).toBe('von anderer Stelle');
  expect(await handlers['project:save']({ ...request, saveAs: true })).toMatchObject({ status: 'saved', name: 'Neu.qwplan' });
  expect(bytesAt(join(place.folder, 'projects', 'Neu.qwplan')).equals(Buffer.from(request.bytes))).toBe(true);
  place.remove();
});

test('a project with changes of another program beside it is refused, not read without them; opening writes nothing into it', async () => {
  const place = await aWorkplace();
  const before = statSync(place.target).mtimeMs;
  expect(await handlersIn(place.folder)['project:initial']()).toMatchObject({ ok: true });
  expect(statSync(place.target).mtimeMs).toBe(before);
  writeFileSync(`${place.target}-wal`, 'x');
  expect(await handlersIn(place.folder)['project:initial']()).toMatchObject({ ok: false, failure: { code: 'project.damaged' } });
  place.remove();
});

test('a later edit keeps the journal alive through a save that does not hold it', async () => {
  const place = await aWorkplace();
  const handlers = handlersIn(place.folder);
  const opened = await handlers['project:initial']();
  if (opened === 'none' || !opened.ok) throw new Error('cannot open');
  for (const sequence of [0, 1, 2]) await handlers['journal:append']({ journalId: 'j', sequence, change: `${sequence}` });
  const request = { grant: opened.value.grant, saveAs: false, suggestedName: 'Plan.qwplan', bytes: await bytesOf(titled(1)), expectedSha256: opened.value.sha256, journalId: 'j' };
  const saved = await handlers['project:save']({ ...request, journalSequence: 1 });
  expect(await handlers['journal:read']('j')).toMatchObject({ ok: true, value: [{}, {}, { change: '2' }] });
  if (saved.status !== 'saved') throw new Error('not saved');
  await handlers['project:save']({ ...request, expectedSha256: saved.sha256, journalSequence: 2 });
  expect((await handlers['journal:read']('j')).ok).toBe(false);
  place.remove();
});

test('a name in capitals is saved to, not beside; the journal goes also where the drive cannot flush folders', async () => {
  const place = await aWorkplace();
  const capitals = join(place.folder, 'projects', 'PLAN.QWPLAN');
  renameSync(place.target, capitals);
  const share = { ...nodeIo, syncFolder: (path: string) => (path.endsWith('projects') ? Promise.reject(Object.assign(new Error('no'), { code: 'EINVAL' })) : nodeIo.syncFolder(path)) };
  const { handlers, openProjectAt } = filesIn(place.folder, share);
  const opened = await openProjectAt(capitals);
  if (!opened.ok) throw new Error('cannot open');
  await handlers['journal:append']({ journalId: 'j', sequence: 0, change: 'x' });
  const bytes = await bytesOf(titled(1));
  expect(await handlers['project:save']({ grant: opened.value.grant, saveAs: false, suggestedName: 'PLAN.QWPLAN', bytes, expectedSha256: opened.value.sha256, journalId: 'j' }))
    .toMatchObject({ status: 'saved', name: 'PLAN.QWPLAN', durable: false });
  expect(bytesAt(capitals).equals(Buffer.from(bytes))).toBe(true);
  expect(existsSync(`${capitals}.qwplan`)).toBe(false);
  expect(await handlersIn(place.folder)['journal:pending']()).toEqual([]);
  place.remove();
});

test('opening another project gives the lock of the former one back, also when the other is locked by somebody', async () => {
  const place = await aWorkplace();
  const other = join(place.folder, 'projects', 'Anderer.qwplan');
  writeFileSync(other, bytesAt(place.target));
  const { openProjectAt } = filesIn(place.folder);
  await openProjectAt(place.target);
  expect([existsSync(lockBeside(place.target)), existsSync(lockBeside(other))]).toEqual([true, false]);
  await openProjectAt(other);
  expect([existsSync(lockBeside(place.target)), existsSync(lockBeside(other))]).toEqual([false, true]);
  await locksWith({ io: nodeIo, user: 'Yilmaz', host: 'pc-9', processId: 7, isAlive, now: () => Date.now() }).take(place.target);
  expect(await openProjectAt(place.target)).toMatchObject({ ok: true, value: { readOnly: true, lockedBy: { user: 'Yilmaz', host: 'pc-9' } } });
  expect(existsSync(lockBeside(other))).toBe(false);
  place.remove();
});

describe('the journal on disk', () => {
  test('a cut or altered line ends the list as an empty change; what came before is read', async () => {
    const place = await aWorkplace();
    const writer = handlersIn(place.folder);
    for (const sequence of [0, 1, 2]) await writer['journal:append']({ journalId: 'j', sequence, change: `Änderung ${sequence}`, projectName: 'Plan Süd' });
    const path = join(place.folder, 'user-data', 'journals', 'j.journal');
    const whole = readFileSync(path);
    const later = handlersIn(place.folder);
    expect(await later['journal:pending']()).toMatchObject([{ journalId: 'j', projectName: 'Plan Süd', entries: 3 }]);
    for (const bytes of [whole.subarray(0, whole.length - 4), Buffer.from(whole.toString().replace('Änderung 2', 'Änderung 3'))]) {
      writeFileSync(path, bytes);
      expect(await later['journal:read']('j')).toMatchObject({ ok: true, value: [{ change: 'Änderung 0' }, { change: 'Änderung 1' }, { change: '' }] });
    }
    expect(await later['journal:discard']('j')).toEqual({ ok: true, value: true });
    expect(await later['journal:pending']()).toEqual([]);
    place.remove();
  });
});

describe('the lock', () => {
  const locksOf = (change: { readonly host?: string; readonly processId?: number; readonly now?: () => number; readonly user?: string } = {}) =>
    locksWith({ io: nodeIo, user: 'Meyer', host: 'pc-1', processId: process.pid, isAlive, now: () => Date.now(), ...change });

  test('names who has the file open, is taken over from the dead at once and from the silent after a minute', async () => {
    const folder = folderOf();
    const target = join(folder, 'Plan.qwplan');
    expect(await locksOf().take(target)).toEqual({ status: 'taken' });
    expect(await locksOf().take(target)).toEqual({ status: 'taken' });
    const other = locksOf({ host: 'pc-2', user: 'Yilmaz', processId: 7 });
    expect(await other.take(target)).toMatchObject({ status: 'held', by: { user: 'Meyer', host: 'pc-1' } });
    await other.release(target);
    expect(existsSync(lockBeside(target))).toBe(true);
    const silent = new Date(Date.now() - 61_000);
    utimesSync(lockBeside(target), silent, silent);
    await locksOf().renew(target);
    expect((await other.take(target)).status).toBe('held');
    utimesSync(lockBeside(target), silent, silent);
    expect(await other.take(target)).toEqual({ status: 'taken' });
    await other.release(target);
    // a process of this machine that no longer runs
    await locksOf({ processId: 2 ** 22 + 1 }).take(target);
    expect(await locksOf().take(target)).toEqual({ status: 'taken' });
    await locksOf().release(target);
    expect(readdirSync(folder)).toEqual([]);
    rmSync(folder, { recursive: true });
  });

  test('of somebody else opens the project read-only and says who; saving over it is refused', async () => {
    const place = await aWorkplace();
    await locksOf({ host: 'pc-9', user: 'Yilmaz', processId: 7 }).take(place.target);
    const handlers = handlersIn(place.folder);
    const opened = await handlers['project:initial']();
    expect(opened).toMatchObject({ ok: true, value: { readOnly: true, lockedBy: { user: 'Yilmaz', host: 'pc-9' } } });
    if (opened === 'none' || !opened.ok) return;
    const request = { grant: opened.value.grant, saveAs: false, suggestedName: 'Plan.qwplan', bytes: opened.value.bytes, expectedSha256: opened.value.sha256, journalId: 'j' };
    expect(await handlers['project:save'](request)).toMatchObject({ status: 'failed', problem: { code: 'project.locked', details: { user: 'Yilmaz', host: 'pc-9' } } });
    place.remove();
  });
});

describe('earlier states', () => {
  test('are three of today, the last of fourteen days, the last of twelve months', () => {
    const day = (back: number, hour: number) => new Date(Date.UTC(2026, 10, 20, hour) - back * 86_400_000).toISOString();
    const states = Array.from({ length: 800 }, (_, back) => [15, 12, 11, 10, 9].map((hour) => ({ path: '', savedAt: day(back, hour) }))).flat();
    const removed = new Set(tooMany(states, day(0, 16)));
    const kept = states.filter((state) => !removed.has(state));
    expect(kept.filter((state) => state.savedAt >= '2026-11-20')).toHaveLength(3);
    expect(kept.filter((state) => state.savedAt < '2026-11-20' && state.savedAt >= '2026-11-06').map((state) => state.savedAt.slice(11, 13))).toEqual(Array.from({ length: 14 }, () => '15'));
    expect(new Set(kept.map((state) => state.savedAt.slice(0, 7))).size).toBe(12);
    expect(kept).toHaveLength(3 + 14 + 11);
  });

  test('can be listed and opened as a copy again; opening changes nothing on the disk', async () => {
    const place = await aWorkplace();
    const handlers = handlersIn(place.folder);
    const opened = await handlers['project:initial']();
    if (opened === 'none' || !opened.ok) throw new Error('cannot open');
    let { grant, sha256 } = opened.value;
    for (const edits of [1, 2]) {
      const answer = await handlers['project:save']({ grant, saveAs: false, suggestedName: 'Plan.qwplan', bytes: await bytesOf(titled(edits)), expectedSha256: sha256, journalId: 'j', contentId: 'p' });
      if (answer.status !== 'saved') throw new Error(JSON.stringify(answer));
      ({ grant, sha256 } = answer);
    }
    const project = { grant, contentId: 'p' };
    const states = await handlers['project:generations'](project);
    expect(states.map(({ size }) => size)).toEqual([(await bytesOf(titled(1))).length, (await bytesOf(titled(0))).length]);
    const oldest = states.at(-1)!;
    const copy = await handlers['project:openGeneration'](project, oldest.generationId);
    if (!copy.ok) throw new Error(JSON.stringify(copy));
    expect(copy.value).toMatchObject({ grant: '', name: 'Plan.qwplan', readOnly: true });
    expect(Buffer.from(copy.value.bytes).equals(Buffer.from(await bytesOf(titled(0))))).toBe(true);
    expect(bytesAt(place.target).equals(Buffer.from(await bytesOf(titled(2))))).toBe(true);
    // saving the copy over the project keeps what stood there, so that restoring can be undone as well
    expect(await handlers['project:save']({ grant, saveAs: false, suggestedName: 'Plan.qwplan', bytes: copy.value.bytes, expectedSha256: sha256, journalId: 'j', contentId: 'p' })).toMatchObject({ status: 'saved' });
    expect((await handlers['project:generations'](project)).length).toBe(3);
    expect(await handlers['project:generations']({ ...project, contentId: 'q' })).toEqual([]);
    expect(await handlers['project:openGeneration'](project, '20200101T000000000Z-0123456789abcdef')).toMatchObject({ ok: false });
    place.remove();
  });

  test('of two files with one name never collide, and are whole', async () => {
    const folder = folderOf();
    const generations = generationsIn(folder, nodeIo);
    const state = (text: string) => new TextEncoder().encode(text);
    await generations.keep('/a/Plan.qwplan', 'x', state('a1'), '2026-11-20T10:00:00.000Z');
    await generations.keep('/a/Plan.qwplan', 'x', state('a1'), '2026-11-20T10:01:00.000Z');
    await generations.keep('/a/Plan.qwplan', 'x', state('a2'), '2026-11-20T10:02:00.000Z');
    await generations.keep('/b/Plan.qwplan', 'x', state('b'), '2026-11-20T10:03:00.000Z');
    await generations.keep('/a/Plan.qwplan', 'y', state('y'), '2026-11-20T10:04:00.000Z');
    const list = await generations.list('/a/Plan.qwplan', 'x');
    expect(list.map((generation) => generation.savedAt)).toEqual(['2026-11-20T10:02:00.000Z', '2026-11-20T10:00:00.000Z']);
    expect(await Promise.all(list.map(async (generation) => new TextDecoder().decode(await generations.read(generation))))).toEqual(['a2', 'a1']);
    rmSync(folder, { recursive: true });
  });
});
