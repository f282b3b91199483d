import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Description = { readonly dependencies: Readonly<Record<string, string>>; readonly devDependencies: Readonly<Record<string, string>>; readonly license: string };
const description = JSON.parse(readFileSync('package.json', 'utf8')) as Description;
const lockfile = readFileSync('package-lock.json', 'utf8');
const packages = (JSON.parse(lockfile) as { packages: Readonly<Record<string, { integrity?: string; resolved?: string; link?: boolean; inBundle?: boolean }>> }).packages;

test('the lockfile names no registry: it works with every mirror', () => {
  expect(lockfile).not.toContain('"resolved"');
  expect(lockfile).not.toMatch(/https?:\/\/registry\./);
});

test('every package is pinned by its content', () => {
  const loose = Object.entries(packages).filter(([path, entry]) => path !== '' && entry.link !== true && entry.inBundle !== true && !entry.integrity?.startsWith('sha512-'));
  expect(loose.map(([path]) => path)).toEqual([]);
});

test('package.json asks for exact versions only', () => {
  const ranges = Object.entries({ ...description.dependencies, ...description.devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version));
  expect(ranges).toEqual([]);
});

test('one Node for everybody, and the licence of the house', () => {
  expect(description.devDependencies['node']).toMatch(/^24\./);
  expect(description.license).toBe('EUPL-1.2');
});
