import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { nodeIo } from '#electron/main/files/node-io.ts';
import { serialiseProject } from '#app/storage/project/serialise-project.ts';
import { translator, isMessageKey } from '#shared/i18n/translator.ts';
import type { SaveAnswer } from '#shared/ipc/contract.ts';
import { measured } from '#test/measured.ts';
import { aWorkplace, bytesAt, bytesOf, handlersIn, nextStart, orphansIn, titled } from './workplace.ts';
import { watchedIo, type Watcher } from './watched-io.ts';

const ERRNOS = ['ENOSPC', 'EIO', 'EACCES', 'EROFS', 'EBUSY', 'EPERM', 'ENAMETOOLONG', 'EXDEV'] as const;
const failing = (code: string) => Object.assign(new Error(code), { code });

type Attempt = { readonly answer: SaveAnswer; readonly calls: number };

/** Opens, keeps one edit, then saves with a watcher on every file call of the save. */
async function attempt(folder: string, watch: Watcher, saved: Uint8Array): Promise<Attempt> {
  let inSave = false;
  let number = 0;
  const io = watchedIo(nodeIo, (call, perform, half) => {
    if (!inSave) return perform();
    number += 1;
    return watch({ ...call, number }, perform, half);
  });
  const handlers = handlersIn(folder, io);
  const opened = await handlers['project:initial']();
  if (opened === 'none' || !opened.ok) throw new Error('cannot open');
  await handlers['journal:append']({ journalId: 'j', sequence: 0, change: '{}' });
  inSave = true;
  const answer = await handlers['project:save']({ grant: opened.value.grant, saveAs: false, suggestedName: 'Plan.qwplan', bytes: saved, expectedSha256: opened.value.sha256, journalId: 'j', journalSequence: 0 });
  return { answer, calls: number };
}

describe('every file call of a save failing: the old or the new content stands whole, and the user is told', () => {
  test.each(ERRNOS)('%s', async (code) => {
    const saved = await bytesOf(titled(1));
    const clean = await aWorkplace();
    const { calls } = await attempt(clean.folder, (_, perform) => perform(), saved);
    clean.remove();
    const answers: Record<string, number> = {};
    const faults: string[] = [];
    for (const lasting of [false, true]) {
      for (let at = 1; at <= calls; at += 1) {
        const { status, found } = await failedAt({ code, lasting, at, saved });
        answers[status] = (answers[status] ?? 0) + 1;
        faults.push(...found.map((fault) => `${lasting ? 'lasting' : 'once'} at call ${at}: ${fault}`));
      }
    }
    measured(`${code}: ${calls} calls, each once and lasting = ${calls * 2} failures; ${JSON.stringify(answers)}; ${faults.length} faults`);
    expect(faults).toEqual([]);
  });
});

async function failedAt({ code, lasting, at, saved }: { readonly code: string; readonly lasting: boolean; readonly at: number; readonly saved: Uint8Array }): Promise<{ readonly status: string; readonly found: readonly string[] }> {
  const place = await aWorkplace();
  let broken: string | undefined;
  const watch: Watcher = async (call, perform) => {
    if (call.number === at) broken = `${call.name} ${call.path}`;
    // a lasting failure is one of the same kind of call on the same file, again and again
    if (call.number !== at && !(lasting && broken === `${call.name} ${call.path}`)) return perform();
    // a close that fails has closed all the same
    if (call.name === 'close') await perform();
    throw failing(code);
  };
  const { answer } = await attempt(place.folder, watch, saved);
  const found = [...faultsOf(answer, bytesAt(place.target), saved, Buffer.from(await bytesOf(titled(0)))), ...copyFaults(answer, place.folder, saved)];
  const journals = await handlersIn(place.folder)['journal:pending']();
  if (answer.status === 'failed' && journals.length !== 1) found.push('failed, and the journal is gone');
  // a file that cannot be removed now is removed at the next start; everything else is gone at once
  const orphans = orphansIn(place.folder);
  if (orphans.length > 0 && broken?.startsWith('unlink') !== true) found.push(`left ${orphans.join(', ')}`);
  place.remove();
  return { status: answer.status === 'failed' ? answer.problem.code : answer.status, found: found.map((fault) => `${broken}: ${fault}`) };
}

function faultsOf(answer: SaveAnswer, standing: Buffer, saved: Uint8Array, old: Buffer): string[] {
  const isNew = standing.equals(Buffer.from(saved));
  if (!isNew && !standing.equals(old)) return ['target is neither old nor new'];
  if (answer.status !== 'failed') return isNew ? [] : ['said saved, is not'];
  const touched = isNew && answer.problem.code !== 'save.verificationFailed' ? [`failed with ${answer.problem.code}, but the target was touched`] : [];
  const translate = translator('de');
  const silent = ['what', 'safe', 'todo'].map((part) => `problem.${answer.problem.code}.${part}`).filter((key) => !isMessageKey(key) || /{{|„“/.test(translate(key, answer.problem.details)));
  return [...touched, ...silent.map((key) => `no sentence ${key}`)];
}

function copyFaults(answer: SaveAnswer, folder: string, saved: Uint8Array): string[] {
  if (answer.status !== 'failed' || answer.keptAs === undefined) return [];
  return bytesAt(join(folder, 'projects', answer.keptAs)).equals(Buffer.from(saved)) ? [] : ['the copy is not whole'];
}

describe('a target that cannot be replaced', () => {
  const held: Watcher = (call, perform) => (call.name === 'rename' && call.path.endsWith('Plan.qwplan') ? Promise.reject(failing('EBUSY')) : perform());
  test('leaves a whole copy under a readable name beside it', async () => {
    const place = await aWorkplace();
    const saved = await serialiseProject(titled(1));
    const { answer } = await attempt(place.folder, held, saved);
    expect(answer).toMatchObject({ status: 'failed', problem: { code: 'save.busy' }, keptAs: expect.stringMatching(/^Plan \(Kopie .*\)\.qwplan$/) as string });
    const names = readdirSync(join(place.folder, 'projects')).filter((name) => name.startsWith('Plan (Kopie'));
    expect(readFileSync(join(place.folder, 'projects', names[0]!)).equals(Buffer.from(saved))).toBe(true);
    place.remove();
  });
  test('is replaced with patience when it is let go', async () => {
    const place = await aWorkplace();
    let tries = 0;
    const scanner: Watcher = (call, perform) => (call.name === 'rename' && call.path.endsWith('Plan.qwplan') && (tries += 1) < 20 ? Promise.reject(failing('EPERM')) : perform());
    expect((await attempt(place.folder, scanner, await serialiseProject(titled(1)))).answer.status).toBe('saved');
    expect(tries).toBe(20);
    place.remove();
  });
});

const tmpfsRefusal = refusalOfTmpfs();
test.skipIf(tmpfsRefusal !== undefined)(`a drive that is really full${tmpfsRefusal === undefined ? '' : ` (skipped: ${tmpfsRefusal})`}`, async () => {
  const mount = mkdtempSync(join(tmpdir(), 'quartierwerk-full-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=512k', 'tmpfs', mount]);
  try {
    const place = await aWorkplace(mount);
    const old = bytesAt(place.target);
    const large = await serialiseProject({ ...titled(1), title: 'x'.repeat(600_000) });
    const { answer } = await attempt(place.folder, (_, perform) => perform(), large);
    expect(answer).toMatchObject({ status: 'failed', problem: { code: 'save.noSpace', technical: 'ENOSPC' } });
    expect(bytesAt(place.target).equals(old)).toBe(true);
    expect((await nextStart(place.folder)).orphans).toEqual([]);
    // a journal on a full drive says so instead of acknowledging
    writeFileSync(join(mount, 'filler'), new Uint8Array(8));
    const handlers = handlersIn(place.folder);
    const kept = await handlers['journal:append']({ journalId: 'full', sequence: 0, change: 'y'.repeat(700_000) });
    expect(kept).toMatchObject({ ok: false, failure: { code: 'journal.notWritten', technical: 'ENOSPC' } });
    expect(await handlers['journal:append']({ journalId: 'full', sequence: 1, change: 'short' })).toEqual({ ok: true, value: true });
    expect(await handlers['journal:read']('full')).toEqual({ ok: true, value: [{ journalId: 'full', sequence: 1, change: 'short' }] });
  } finally {
    execFileSync('umount', [mount]);
    rmSync(mount, { recursive: true, force: true });
  }
});

/** Why no small drive can be made here; undefined when it can. */
function refusalOfTmpfs(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'only root can mount a small drive';
  const mount = mkdtempSync(join(tmpdir(), 'quartierwerk-try-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', mount], { stdio: 'ignore' });
    execFileSync('umount', [mount]);
    return undefined;
  } catch {
    return 'this system forbids mounting';
  } finally {
    rmSync(mount, { recursive: true, force: true });
  }
}
