import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import type { ReleasedCell } from '#app/domain/confidentiality/released-cell.ts';

const root = resolve(import.meta.dirname, '../..');

it('only the gate makes a released value: no other file asserts the type', () => {
  const files = globSync('{app,electron,renderer,shared}/**/*.{ts,tsx}', { cwd: root }).filter((file) => !/\.test\.tsx?$/.test(file));
  expect(files.length).toBeGreaterThan(50);
  const forgers = files.filter((file) => /as (unknown as )?ReleasedCell\b|<ReleasedCell>\s*\{/.test(readFileSync(resolve(root, file), 'utf8')));
  expect(forgers.map((file) => file.replaceAll('\\', '/'))).toEqual(['app/domain/confidentiality/release.ts']);
});

it('a plain object is no released value for the compiler', () => {
  // @ts-expect-error the mark of the gate is missing
  const forged: ReleasedCell = { mark: 'value', value: 2, unit: '%', precision: 1 };
  expect(forged).toBeDefined();
});
