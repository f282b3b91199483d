import { utils, write } from '@e965/xlsx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { readSource } from '#app/exchange/import/source/read-source.ts';
import type { SourceContent } from '#app/exchange/import/source/source.ts';
import { encodeText } from '#test/builders/encoded-text.ts';
import { handMadeXlsx, sheetData } from '#test/builders/hand-made-workbook.ts';
import { measured } from '#test/measured.ts';

const MUTATIONS = Number(process.env['QUARTIERWERK_MUTATIONS'] ?? 300);

const TEXT = 'sep=;\r\nArbeitslose nach Stadtteilen\r\n\r\nNr;Stadtteil;2022;2023\r\n01;Südstadt;12,5;–\r\n02;"Mürwik; ""Ost""";1.234;.\r\n"03";"Nord\r\nstadt";x;(5)\r\n;Summe;;\r\n1) vorläufig\r\n';
const PAGE = '<html><meta charset="utf-8"><table><tr><th colspan=2>Süd &amp; Nord<th rowspan="3">x</tr><tr><td>01100<td>1.234,5<br>x<tr><td><table><td>a</table></td></table></html>';
const workbook = () => {
  const book = utils.book_new();
  const sheet = utils.aoa_to_sheet([['Nr', 'Süd – €', 0.125, true], ['01', 45291, -3, undefined], [undefined, 'x'.repeat(300), 1e300, 2]]);
  sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 1, c: 0 } }];
  utils.book_append_sheet(book, sheet, 'T1');
  utils.book_append_sheet(book, utils.aoa_to_sheet([[1, 2], [3, 4]]), 'T2');
  return book;
};
const written = (bookType: 'biff8' | 'biff5' | 'ods') => new Uint8Array(write(workbook(), { type: 'array', bookType }) as ArrayBuffer);
const xlsx = () =>
  handMadeXlsx({
    sheets: [
      { name: 'T1', xml: `<cols><col min="1" max="2" hidden="1"/></cols>${sheetData('<c r="A1" t="s"><v>0</v></c><c r="C1" s="1"><v>45291</v></c>', '<c r="B2" s="2"><v>0.125</v></c><c t="inlineStr"><is><t>Süd</t></is></c><c s="3"><f>A1</f><v>7</v></c>')}<mergeCells><mergeCell ref="A1:B1"/></mergeCells>` },
      { name: 'T2', state: 'hidden', xml: sheetData('<c t="b"><v>1</v></c>', '<c t="e"><v>#N/A</v></c>') },
    ],
    strings: ['<t>Straße</t>', '<r><t>a</t></r><rPh><t>b</t></rPh>'],
    formats: ['dd.mm.yyyy', '0.0%', '[<3]"/";000'],
  });

/** Archives are also packed anew after a change inside a part: else check sums would keep the readers of the parts out of the test. */
const FILES: readonly (readonly [string, () => Uint8Array])[] = [
  ['a.csv', () => strToU8(TEXT)],
  ['a.txt', () => encodeText(TEXT.replaceAll('–', '-'), 'cp850')],
  ['a.csv', () => encodeText(TEXT, 'utf-16le')],
  ['a.xls', () => strToU8(PAGE)],
  ['a.xlsx', xlsx],
  ['a.ods', () => written('ods')],
  ['a.xls', () => written('biff8')],
  ['b.xls', () => written('biff5')],
];

/** H12: whatever a file calls its sheets, columns and texts, no object of the program gets a property by it. */
const before = Object.getOwnPropertyNames(Object.prototype);
// SheetJS tells the console of every record it does not know
vi.spyOn(console, 'error').mockImplementation(() => undefined);
afterAll(() => expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before));

describe('a damaged table', () => {
  it.each(FILES.map(([name, make], number) => [`${String(number + 1)}: ${name}`, name, make] as const))(`is read or refused, never thrown about (${String(MUTATIONS)} seeded mutations, %s)`, async (_, name, make) => {
    const original = make();
    const endings = new Map<string, number>();
    let slowest = 0;
    for (let seed = 0; seed < MUTATIONS; seed += 1) {
      const bytes = mutated(original, seed);
      const start = performance.now();
      const answer = await readSource({ name, bytes }, [], {}).catch((cause: unknown) => {
        throw new Error(`seed ${String(seed)} threw`, { cause });
      });
      slowest = Math.max(slowest, performance.now() - start);
      if (answer.ok) expectSound(answer.value, seed);
      const ending = answer.ok ? 'read' : `${answer.failure.code} ${String(answer.failure.details?.['fault'] ?? '')}`.trim();
      endings.set(ending, (endings.get(ending) ?? 0) + 1);
    }
    measured(`${name}: slowest ${slowest.toFixed(0)} ms; ${JSON.stringify(Object.fromEntries(endings))}`);
    expect(endings.size, 'mutations that change nothing test nothing').toBeGreaterThan(name.endsWith('sv') || name.endsWith('txt') ? 0 : 1);
  });
});

/** What recognition relies on. */
function expectSound(content: SourceContent, seed: number): void {
  if (content.kind !== 'tables') throw new Error(`seed ${String(seed)}: ${content.kind}`);
  for (const { name, rows, merges } of content.tables) {
    expect(typeof name).toBe('string');
    const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
    for (const row of rows) for (const cell of row) if (cell !== undefined && typeof cell !== 'string' && !Number.isFinite(cell)) throw new Error(`seed ${String(seed)}: ${String(cell)}`);
    for (const { top, left, bottom, right } of merges) {
      if (!(top >= 0 && left >= 0 && bottom >= top && right >= left && bottom < rows.length && right < width)) throw new Error(`seed ${String(seed)}: merge ${JSON.stringify({ top, left, bottom, right })}`);
    }
  }
}

const NASTY = ['__proto__', 'constructor', '<!DOCTYPE a [<!ENTITY b "c">]>', '&lt;', '\0', '"', '""', ';', '\r', '</row>', '<c>', ']]>', '<!--', 'XFD1048576', 'A0', '1e999', '-1', 'ä'.repeat(100), '9'.repeat(400), '\ufffd', '_xD800_'];

function mutated(original: Uint8Array, seed: number): Uint8Array {
  const random = xoroshiro128plus(seed);
  const below = (limit: number) => uniformInt(random, 0, Math.max(0, limit - 1));
  const isArchive = original[0] === 0x50 && original[1] === 0x4b;
  if (isArchive && seed % 3 !== 0) {
    const parts = unzipSync(original);
    const names = Object.keys(parts);
    const name = names[below(names.length)] ?? '';
    const part = parts[name] ?? new Uint8Array();
    return zipSync({ ...parts, [name]: changed(part, below) });
  }
  return changed(original, below);
}

function changed(original: Uint8Array, below: (limit: number) => number): Uint8Array {
  const bytes = original.slice();
  if (bytes.length === 0) return bytes;
  switch (below(7)) {
    case 0:
      bytes[below(bytes.length)]! ^= 1 << below(8);
      return bytes;
    case 1:
      for (let index = below(20); index >= 0; index -= 1) bytes[below(bytes.length)] = below(256);
      return bytes;
    case 2:
      return bytes.slice(0, below(bytes.length));
    case 3: {
      // a number of the file becomes huge, zero or negative
      const at = below(Math.max(1, bytes.length - 4));
      const value = [0, 0xff, 0x7f, 0x80][below(4)] ?? 0;
      for (let offset = 0; offset < 1 + below(4); offset += 1) if (at + offset < bytes.length) bytes[at + offset] = value;
      return bytes;
    }
    case 4: {
      // a piece twice
      const [from, length, to] = [below(bytes.length), 1 + below(200), below(bytes.length)];
      return joinedPieces(bytes.subarray(0, to), bytes.subarray(from, from + length), bytes.subarray(to));
    }
    case 5: {
      const to = below(bytes.length);
      return joinedPieces(bytes.subarray(0, to), strToU8(NASTY[below(NASTY.length)] ?? ''), bytes.subarray(to));
    }
    default: {
      // a digit, a quote or an angle becomes something else: the text stays a text of its kind
      const text = strFromU8(bytes, true);
      const places = [...text.matchAll(/[\d"<>;=]/g)].map(({ index }) => index);
      const place = places[below(places.length)];
      if (place !== undefined) bytes[place] = '0123456789"<>;='.charCodeAt(below(15));
      return bytes;
    }
  }
}

function joinedPieces(...pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
