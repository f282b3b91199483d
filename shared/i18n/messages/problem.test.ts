import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { catalogue } from '../catalogue.ts';

/** The codes as written in the type, so that a new one without sentences fails here. */
const codes = [...readFileSync(new URL('../../problem.ts', import.meta.url), 'utf8').matchAll(/^ {2}\| '([a-zA-Z.]+)'/gm)].map(([, code]) => code ?? '');

test('the type lists its codes', () => {
  expect(codes.length).toBeGreaterThan(20);
});

test.each(codes.flatMap((code) => [[code, 'de'], [code, 'en']] as const))('%s says in %s what happened, what is safe and what to do', (code, language) => {
  const sentences = code.split('.').reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], catalogue[language].problem);
  expect(Object.keys(sentences ?? {}).sort()).toEqual(['safe', 'todo', 'what']);
  for (const sentence of Object.values(sentences as Record<string, string>)) expect(sentence).toMatch(/[.?]$/);
});

test('English names the same values as German', () => {
  const named = (node: unknown): unknown =>
    typeof node === 'string' ? (node.match(/{{\w+}}/g) ?? []).sort() : Object.fromEntries(Object.entries(node as object).map(([key, child]) => [key, named(child)]));
  expect(named(catalogue.en.problem)).toEqual(named(catalogue.de.problem));
  expect(named(catalogue.en.history)).toEqual(named(catalogue.de.history));
  expect(named(catalogue.en.planning)).toEqual(named(catalogue.de.planning));
});
