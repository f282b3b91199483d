import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lineAndColumn, scanJson } from './scan-json.ts';

const parses = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};
const accepts = (text: string): boolean => {
  const scan = scanJson(text, 0, 1000);
  return scan.ok && /^[ \n\r\t]*$/.test(text.slice(scan.end));
};

it('accepts exactly what JSON.parse accepts', () => {
  fc.assert(fc.property(fc.json(), (text) => void expect(accepts(text)).toBe(true)));
  fc.assert(fc.property(fc.json(), fc.nat(), fc.constantFrom(...'{}[]",:\\ue0-+.1 \n\u0001tn'), (text, place, letter) => {
    const at = place % (text.length + 1);
    for (const changed of [text.slice(0, at) + letter + text.slice(at), text.slice(0, at) + letter + text.slice(at + 1), text.slice(0, at)]) {
      expect(accepts(changed), changed).toBe(parses(changed));
    }
  }), { numRuns: 3000 });
});

it('names the place of a fault by line and column', () => {
  const text = '{\n  "a": [1, 2,],\n  "b": 3\n}';
  const scan = scanJson(text, 0, 10);
  if (scan.ok) throw new Error('accepted');
  expect(scan.fault).toBe('json');
  expect(lineAndColumn(text, scan.at)).toEqual({ line: 2, column: 14 });
  expect(scanJson('[1, [2', 0, 10)).toEqual({ ok: false, at: 6, fault: 'jsonEnd' });
  expect(scanJson('"abc', 0, 10)).toEqual({ ok: false, at: 4, fault: 'jsonEnd' });
});

it('has a limit of depth and does not exhaust the stack', () => {
  expect(scanJson('['.repeat(100_000), 0, 64)).toEqual({ ok: false, at: 64, fault: 'jsonTooDeep' });
  expect(scanJson('[[[]]]', 0, 3)).toMatchObject({ ok: true });
});

it('notices numbers that would lose digits', () => {
  expect(scanJson('[12345678901234567890]', 0, 9)).toMatchObject({ longNumbers: true });
  expect(scanJson('[1234567890123456, 1.2345678901234567890, 1e300]', 0, 9)).toMatchObject({ longNumbers: false });
});
