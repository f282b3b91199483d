import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { handMadeZip } from '#test/builders/hand-made-zip.ts';
import { translator } from '#shared/i18n/translator.ts';
import { BUDGET } from '../source.ts';
import { guardedUnzip } from './guarded-unzip.ts';

const text = (content: string) => new TextEncoder().encode(content);
const unzip = (bytes: Uint8Array, wanted?: (name: string) => boolean, budget = BUDGET) => guardedUnzip({ name: 'a.zip', bytes }, wanted, budget);

/** The code and the fault of a refusal. */
function refusal(bytes: Uint8Array, budget = BUDGET): string {
  const result = unzip(bytes, undefined, budget);
  return result.ok ? 'read' : `${result.failure.code} ${String(result.failure.details?.['fault'] ?? result.failure.details?.['what'] ?? '')}`.trim();
}

test('the parts come out as they went in', () => {
  const result = unzip(zipSync({ 'a.txt': text('eins'), 'ordner/b.txt': [text('zwei'), { level: 0 }], 'leer.txt': text('') }));
  if (!result.ok) throw new Error(result.failure.code);
  expect([...result.value].map(([name, part]) => [name, new TextDecoder().decode(part)])).toEqual([
    ['a.txt', 'eins'],
    ['ordner/b.txt', 'zwei'],
    ['leer.txt', ''],
  ]);
});

test('only wanted parts are inflated: a damaged one beside them does not matter', () => {
  const bytes = handMadeZip([{ name: 'good.txt', content: text('good') }, { name: 'bad.txt', content: text('bad'), crc: 1 }]);
  const result = unzip(bytes, (name) => name === 'good.txt');
  expect(result.ok && [...result.value.keys()]).toEqual(['good.txt']);
  expect(refusal(bytes)).toBe('import.damaged zipContent');
});

test('folders, archives in the archive and what macOS adds are left out', () => {
  const result = unzip(zipSync({ 'a/': new Uint8Array(), 'a/b.shp': text('b'), '__MACOSX/a/._b.shp': text('x'), 'a/.DS_Store': text('x'), 'inner.zip': zipSync({ c: text('c') }) }));
  expect(result.ok && [...result.value.keys()]).toEqual(['a/b.shp']);
});

test('a comment behind the directory and backslashes in names are read', () => {
  const result = unzip(handMadeZip([{ name: 'ordner\\ä.txt', content: text('ä') }], 'made by hand'));
  expect(result.ok && [...result.value.keys()]).toEqual(['ordner/ä.txt']);
});

describe('refused before anything is inflated', () => {
  test.each(['../a.txt', 'a/../../b', '/etc/a', 'C:/a', '\\\\server\\a', 'a\0b', ''])('name %j', (name) => {
    expect(refusal(handMadeZip([{ name, content: text('x') }]))).toBe('import.unsafeZip zipName');
  });
  test('the same name twice', () => {
    expect(refusal(handMadeZip([{ name: 'a', content: text('1') }, { name: 'a', content: text('2') }]))).toBe('import.unsafeZip zipDuplicate');
  });
  test('encrypted entries', () => {
    expect(refusal(handMadeZip([{ name: 'a', content: text('1'), flags: 1 }]))).toBe('import.encrypted');
  });
  test('another way of packing', () => {
    expect(refusal(handMadeZip([{ name: 'a', content: text('1'), method: 12 }]))).toBe('import.unsafeZip zipMethod');
  });
  test('too many entries', () => {
    expect(refusal(handMadeZip(Array.from({ length: BUDGET.zipEntries + 1 }, (_, index) => ({ name: `${String(index)}.txt` }))))).toBe('import.tooBig zipEntries');
  });
  test('too many bytes in one part, and in all', () => {
    const bytes = zipSync({ a: [new Uint8Array(3000).map((_, index) => index), { level: 0 }], b: [new Uint8Array(3000), { level: 0 }] });
    expect(refusal(bytes, { ...BUDGET, entryBytes: 2999 })).toBe('import.tooBig inflatedMegabytes');
    expect(refusal(bytes, { ...BUDGET, inflatedBytes: 5999 })).toBe('import.tooBig inflatedMegabytes');
    expect(refusal(bytes, { ...BUDGET, entryBytes: 3000, inflatedBytes: 6000 })).toBe('read');
  });
});

describe('bombs', () => {
  const zeros = (megabytes: number) => new Uint8Array(megabytes * 1024 * 1024);

  test('one part of zeros, as in 42.zip', () => {
    expect(refusal(handMadeZip([{ name: 'a', content: zeros(20) }]))).toBe('import.unsafeZip zipRatio');
  });
  test('many parts of zeros, each of them small', () => {
    const part = zeros(2);
    expect(refusal(handMadeZip(Array.from({ length: 12 }, (_, index) => ({ name: `${String(index)}`, content: part }))))).toBe('import.unsafeZip zipRatio');
  });
  test('a declared size that the part exceeds', () => {
    expect(refusal(handMadeZip([{ name: 'a', content: zeros(20), declaredBytes: 1000 }]))).toBe('import.damaged zipContent');
  });
  test('a declared size that no packing could reach', () => {
    expect(refusal(handMadeZip([{ name: 'a', content: text('x'), declaredBytes: 15_000_000 }]))).toBe('import.damaged zipContent');
  });
  test('several entries of the directory for the same bytes (overlapping)', () => {
    expect(refusal(handMadeZip([{ name: 'a', content: zeros(1) }, { name: 'b', at: 0, packed: new Uint8Array(1030), declaredBytes: 1_000_000 }]))).toBe('import.unsafeZip zipOverlap');
  });
  test('a local header as content of another entry (quoted overlap)', () => {
    const inner = handMadeZip([{ name: 'b', content: text('x'), method: 0 }]);
    const bytes = handMadeZip([{ name: 'a', content: inner.subarray(0, 32), method: 0 }, { name: 'b', content: text('x'), method: 0, at: 31 }]);
    expect(refusal(bytes)).toBe('import.unsafeZip zipOverlap');
  });
});

test('every shorter file and every file with a changed byte has an answer', () => {
  const bytes = zipSync({ 'a.txt': text('some content, some content'), 'b/c.txt': text('more') });
  for (let length = 0; length < bytes.length; length += 1) expect(unzip(bytes.slice(0, length)).ok).toBe(false);
  for (let at = 0; at < bytes.length; at += 1) {
    for (const value of [0, 1, 0x7f, 0xff]) unzip(bytes.with(at, value)); // must not throw
  }
});

test('the refusal is said in both languages', () => {
  const result = unzip(handMadeZip([{ name: '../a', content: text('x') }]));
  if (result.ok) throw new Error('read');
  expect(translator('de')('problem.import.unsafeZip.what', result.failure.details)).toBe('Das Archiv „a.zip“ ist nicht so gebaut, wie es sein soll: der Name „../a“ führt aus dem Ordner hinaus.');
  expect(translator('en')('problem.import.tooBig.what', { file: 'a', what: 'MB', amount: 3, limit: 2 })).toBe('“a” is too big: MB 3, limit 2.');
});
