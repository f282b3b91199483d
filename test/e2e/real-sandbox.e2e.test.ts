import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, copyFileSync, existsSync, lchownSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { expect, test } from 'vitest';
import { copyForTest, hasPacked, launch } from './launch.ts';

const USER = 'quartierwerk-check';
const whyNot = reasonAgainst();

/** As root everything else runs without Chromium's sandbox; here the same program runs as an ordinary user with it. */
test.skipIf(whyNot !== undefined)(`as an ordinary user every page runs in Chromium's own sandbox${whyNot === undefined ? '' : ` (skipped: ${whyNot})`}`, async () => {
  if (!hasPacked()) throw new Error('There is no packed program yet: npm run pack');
  const home = mkdtempSync(join(tmpdir(), 'quartierwerk-user-'));
  chmodSync(home, 0o755);
  const created = spawnSync('useradd', ['--system', '--no-create-home', '--home-dir', join(home, 'home'), '--shell', '/bin/sh', USER]).status === 0;
  try {
    const [uid, gid] = [numberOf('-u'), numberOf('-g')];
    const own = (path: string) => {
      mkdirSync(path, { recursive: true });
      chownSync(path, uid, gid);
      return path;
    };
    const program = join(home, 'program');
    copyForTest(program);
    await flipFuses(join(program, 'quartierwerk'), { version: FuseVersion.V1, [FuseV1Options.EnableNodeCliInspectArguments]: true });
    lchownSync(join(program, 'chrome-sandbox'), 0, 0);
    chmodSync(join(program, 'chrome-sandbox'), 0o4755);
    const userHome = own(join(home, 'home'));
    const profile = own(join(home, 'profile'));
    const authority = join(userHome, 'Xauthority');
    if (process.env['XAUTHORITY'] !== undefined) {
      copyFileSync(process.env['XAUTHORITY'], authority);
      chownSync(authority, uid, gid);
    }
    const starter = join(home, 'start');
    writeFileSync(starter, `#!/bin/sh\ncd /\nexec setpriv --reuid=${uid} --regid=${gid} --clear-groups env HOME='${userHome}' XDG_CONFIG_HOME='${userHome}' XAUTHORITY='${authority}' '${program}/quartierwerk' "$@"\n`);
    chmodSync(starter, 0o755);

    const running = await launch({ program: { path: starter, switches: [] }, profile });
    try {
      expect(await running.page.title()).toContain('Quartierwerk');
      expect(running.complaints()).toEqual([]);
      expect(await running.violations()).toEqual([]);
      const main = await running.app.evaluate(() => process.pid);
      const renderers = processesBelow(main).filter((pid) => commandOf(pid).includes('--type=renderer'));
      expect(renderers.length).toBeGreaterThan(0);
      for (const pid of renderers) {
        const status = readFileSync(`/proc/${pid}/status`, 'utf8');
        expect(commandOf(pid)).not.toContain('--no-sandbox');
        expect(status).toMatch(new RegExp(`^Uid:\\s+${uid}\\s`, 'm'));
        // 2: system calls are filtered; 1: no new privileges; and no capability is left.
        expect(status).toMatch(/^Seccomp:\s+2$/m);
        expect(status).toMatch(/^NoNewPrivs:\s+1$/m);
        expect(status).toMatch(/^CapEff:\s+0+$/m);
      }
      await running.screenshot('as-ordinary-user');
    } finally {
      await running.close();
    }
  } finally {
    if (created) spawnSync('userdel', [USER]);
    rmSync(home, { recursive: true, force: true });
  }
});

function reasonAgainst(): string | undefined {
  if (process.platform !== 'linux') return 'only on Linux';
  if (process.getuid?.() !== 0) return 'only root can start programs as another user; this run is an ordinary user already';
  return ['/usr/sbin/useradd', '/usr/sbin/userdel', '/usr/bin/setpriv'].every((tool) => existsSync(tool)) ? undefined : 'useradd or setpriv is missing';
}

const numberOf = (which: '-u' | '-g') => Number(spawnSync('id', [which, USER], { encoding: 'utf8' }).stdout.trim());
const commandOf = (pid: number) => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
};

function processesBelow(pid: number): readonly number[] {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        return readFileSync(`/proc/${name}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ')[1] === String(pid);
      } catch {
        return false;
      }
    });
  return children.flatMap((child) => [Number(child), ...processesBelow(Number(child))]);
}
