import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { ESLint } from 'eslint';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/**
 * Plants breaches of the import rules in a copy of the project and looks whether the guards bark. The copy holds the configuration and, per room, only
 * the planted files, so that the project's own state plays no part.
 */
let copy: string;
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'import-rules-'));
  for (const file of ['package.json', 'tsconfig.json', 'eslint.config.js', '.dependency-cruiser.cjs']) cpSync(file, join(copy, file));
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
  const rooms = (JSON.parse(readFileSync('tsconfig.json', 'utf8').replace(/^\s*\/\/.*$/gm, '')) as { references: readonly { path: string }[] }).references.map(({ path }) => path);
  for (const room of rooms) {
    mkdirSync(join(copy, room), { recursive: true });
    cpSync(join(room, 'tsconfig.json'), join(copy, room, 'tsconfig.json'));
    plant(`${room}/of-the-room.ts`, `export const place = '${room}';\n`);
  }
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

const plant = (path: string, text: string) => {
  mkdirSync(dirname(join(copy, path)), { recursive: true });
  writeFileSync(join(copy, path), text);
};
const takeAway = (path: string) => rmSync(join(copy, path));
const importing = (room: string) => `import { place } from '#${room}/of-the-room.ts';\nexport const planted = place;\n`;

describe('tsc refuses what does not belong to a room', () => {
  test.each([
    ['app/domain', importing('renderer'), /TS6307|TS6059/],
    ['app/domain', importing('app/exchange'), /TS6307|TS6059/],
    ['app/domain', 'export const planted = document.title;\n', /TS2584|TS2304/],
    ['app/domain', 'export const planted = process.pid;\n', /TS2591|TS2304|TS2580/],
    ['app/project', importing('app/storage'), /TS6307|TS6059/],
    ['shared', importing('app/domain'), /TS6307|TS6059/],
    ['electron/preload', importing('app/domain'), /TS6307|TS6059/],
    ['electron/main', importing('renderer'), /TS6307|TS6059/],
    ['renderer', importing('electron/main'), /TS6307|TS6059/],
    ['renderer', "import { readFileSync } from 'node:fs';\nexport const planted = readFileSync;\n", /TS2591|TS2307|TS2580/],
  ])('%s: breach %#', (room, text, code) => {
    const path = `${room}/planted.ts`;
    plant(path, text);
    const { status, stdout } = spawnSync('node', [resolve('node_modules/typescript/bin/tsc'), '-b', room], { cwd: copy, encoding: 'utf8' });
    takeAway(path);
    expect(stdout).toMatch(code);
    expect(status).not.toBe(0);
  });
});

describe('eslint says it in words', () => {
  let eslint: ESLint;
  beforeAll(() => void (eslint = new ESLint({ cwd: copy })));

  test.each([
    ['app/domain/planted.ts', "import type { Project } from '#app/project/project.ts';\nexport type Planted = Project;\n", '@typescript-eslint/no-restricted-imports'],
    ['app/domain/planted.ts', "import Excel from 'exceljs';\nexport const planted = Excel;\n", '@typescript-eslint/no-restricted-imports'],
    ['app/domain/planted.ts', "import { useState } from 'react';\nexport const planted = useState;\n", '@typescript-eslint/no-restricted-imports'],
    ['app/domain/planted.ts', "import { readFileSync } from 'node:fs';\nexport const planted = readFileSync;\n", '@typescript-eslint/no-restricted-imports'],
    ['app/domain/planted.ts', 'export const planted = Math.random();\n', 'no-restricted-syntax'],
    ['app/domain/planted.ts', 'export const planted = Date.now();\n', 'no-restricted-syntax'],
    ['app/domain/planted.ts', 'export const planted = new Date();\n', 'no-restricted-syntax'],
    ['app/project/planted.ts', importing('app/storage'), '@typescript-eslint/no-restricted-imports'],
    ['app/exchange/planted.ts', importing('electron/main'), '@typescript-eslint/no-restricted-imports'],
    ['app/exchange/planted.ts', "import sql from 'sql.js';\nexport const planted = sql;\n", '@typescript-eslint/no-restricted-imports'],
    ['app/jobs/planted.ts', "import { app } from 'electron';\nexport const planted = app;\n", '@typescript-eslint/no-restricted-imports'],
    ['electron/main/planted.ts', importing('renderer'), '@typescript-eslint/no-restricted-imports'],
    ['renderer/planted.ts', "import { ipcRenderer } from 'electron';\nexport const planted = ipcRenderer;\n", '@typescript-eslint/no-restricted-imports'],
    ['renderer/planted.ts', "import Excel from 'exceljs';\nexport const planted = Excel;\n", '@typescript-eslint/no-restricted-imports'],
    ['electron/main/planted.ts', "import { ipcMain } from 'electron';\nipcMain.handle('x', () => 1);\n", 'no-restricted-syntax'],
    ['electron/main/planted.ts', "import { shell } from 'electron';\nvoid shell.openExternal('x');\n", 'no-restricted-syntax'],
  ])('%s: breach %#', async (path, text, rule) => {
    plant(path, text);
    const [result] = await eslint.lintFiles([path]);
    takeAway(path);
    expect(result?.messages.map(({ ruleId }) => ruleId)).toContain(rule);
  });
});

test('dependency-cruiser finds a circle', () => {
  plant('app/domain/one.ts', "import { two } from './two.ts';\nexport const one: number = two;\n");
  plant('app/domain/two.ts', "import { one } from './one.ts';\nexport const two: number = one;\n");
  const { status, stdout, stderr } = spawnSync('node', [resolve('node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'), '--config', '.dependency-cruiser.cjs', 'app'], { cwd: copy, encoding: 'utf8' });
  takeAway('app/domain/one.ts');
  takeAway('app/domain/two.ts');
  expect(`${stdout}${stderr}`).toContain('no-circular');
  expect(status).not.toBe(0);
});

test('an unplanted copy is clean', () => {
  expect(() => execFileSync('node', [resolve('node_modules/typescript/bin/tsc'), '-b', 'shared', 'app/domain', 'electron/main'], { cwd: copy, stdio: 'pipe' })).not.toThrow();
});
