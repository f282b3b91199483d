import { describe, expect, test } from 'vitest';
import { encodeText } from '#test/builders/encoded-text.ts';
import { joined } from '#test/builders/hand-made-zip.ts';
import { decodeText, isKnownEncoding, looksLikeText } from './decode-text.ts';

const TEXTS = [
  'Stadtteil;Anteil\r\nSüdstadt;12,5\r\nMürwik;3,4\r\n',
  'Straße;Größe\r\nSchloßstraße;12 m²\r\n',
  'Übersicht über die Bevölkerung\r\nÄltere;5\r\nÖffentlich;7\r\n',
  'Name;Träger\r\nKita „Löwenzahn“;Ev. Kirche – Süd\r\n',
  'Miete in €;Fläche\r\n8,50 €;Köpenick\r\n',
  'Bezirk;Wert\r\nNeukölln;–\r\nTreptow-Köpenick;…\r\n',
];
/** What the text becomes in encodings that lack some of its characters: offices replace them, too. */
const within = (text: string, encoding: string) => {
  if (encoding === 'iso-8859-15') return text.replaceAll(/[„“]/g, '"').replaceAll('–', '-').replaceAll('…', '...');
  if (encoding === 'cp850') return text.replaceAll(/[„“]/g, '"').replaceAll('–', '-').replaceAll('…', '...').replaceAll('€', 'EUR');
  return encoding === 'macintosh' ? text.replaceAll('²', '2') : text;
};
const MARKS: Readonly<Record<string, readonly number[]>> = { 'utf-8': [0xef, 0xbb, 0xbf], 'utf-16le': [0xff, 0xfe], 'utf-16be': [0xfe, 0xff] };

const CORPUS = TEXTS.flatMap((text, number) => [
  ...['utf-8', 'utf-16le', 'utf-16be'].flatMap((encoding) => [
    { title: `${encoding} with mark, text ${String(number)}`, text, bytes: joined([Uint8Array.from(MARKS[encoding] ?? []), encodeText(text, encoding)]), encoding, guessed: false },
    { title: `${encoding}, text ${String(number)}`, text, bytes: encodeText(text, encoding), encoding, guessed: encoding !== 'utf-8' },
  ]),
  ...['windows-1252', 'iso-8859-15', 'cp850', 'macintosh'].map((encoding) => {
    const written = within(text, encoding);
    return { title: `${encoding}, text ${String(number)}`, text: written, bytes: encodeText(written, encoding), encoding, guessed: true };
  }),
]);

describe('sixty texts are right or marked as guessed', () => {
  test('there are sixty', () => expect(CORPUS).toHaveLength(60));
  test.each(CORPUS)('$title', ({ text, bytes, encoding, guessed }) => {
    const decoded = decodeText(bytes);
    expect(decoded?.text).toBe(text);
    expect(decoded?.decoding.guessed).toBe(guessed);
    // without the few places where they differ, these two are the same encoding
    if (encoding === 'iso-8859-15' && !text.includes('€')) expect(decoded?.decoding.encoding).toBe('windows-1252');
    else expect(decoded?.decoding.encoding).toBe(encoding);
    expect(decoded?.strays).toBe(0);
  });
});

test('a given encoding wins over what the bytes look like', () => {
  expect(decodeText(encodeText('Köln', 'utf-8'), 'windows-1252')).toEqual({ text: 'KÃ¶ln', decoding: { encoding: 'windows-1252', guessed: false }, strays: 0 });
  expect(decodeText(Uint8Array.from([0xeb, 0xc5, 0xcc, 0xd8, 0xce]), 'KOI8-R')?.text).toBe('Кельн');
  expect(decodeText(Uint8Array.from([0xbf, 0xc6, 0xc2, 0xa1]), 'gbk')?.text).toBe('科隆');
  expect(decodeText(Uint8Array.from([0x83, 0x50, 0x83, 0x8b, 0x83, 0x93]), 'shift_jis')?.text).toBe('ケルン');
  expect(decodeText(Uint8Array.from([0xa3, 0xf3, 0x64, 0xbc]), 'latin2')).toEqual({ text: 'Łódź', decoding: { encoding: 'iso-8859-2', guessed: false }, strays: 0 });
  expect(decodeText(Uint8Array.from([0x81, 0x9b]), 'IBM 850')?.text).toBe('üø');
  expect(decodeText(Uint8Array.from([0x81, 0x9b]), 'cp437')?.text).toBe('ü¢');
  expect(decodeText(joined([Uint8Array.from([0xfe, 0xff]), encodeText('Köln', 'utf-16be')]), 'UTF-16')?.text).toBe('Köln');
  expect(decodeText(Uint8Array.from([0x41]), 'klingon')).toBeUndefined();
  expect([isKnownEncoding('dos-850'), isKnownEncoding('latin1'), isKnownEncoding('klingon')]).toEqual([true, true, false]);
});

test('foreign bytes in a UTF-8 text are read one by one, counted, and the whole is marked as guessed', () => {
  const bytes = joined([encodeText('Mürwik;Köpenick;Straße;Größe;für;', 'utf-8'), encodeText('Süd – Nord', 'windows-1252'), encodeText(';Weiß', 'utf-8')]);
  expect(decodeText(bytes)).toEqual({ text: 'Mürwik;Köpenick;Straße;Größe;für;Süd – Nord;Weiß', decoding: { encoding: 'utf-8', guessed: true }, strays: 2 });
  expect(decodeText(bytes, 'utf-8')?.strays).toBe(2);
  expect(decodeText(Uint8Array.from([0xed, 0xa0, 0x80, 0x41]), 'utf-8')?.strays).toBe(3); // a lone surrogate is no UTF-8
});

test('a million bytes that are nothing at all are decoded without a list of each', () => {
  const decoded = decodeText(new Uint8Array(1_000_000).fill(0xff), 'utf-8');
  expect(decoded?.strays).toBe(1_000_000);
});

test('text is told from binary', () => {
  expect(looksLikeText(encodeText('a;b\r\n\f', 'utf-8'))).toBe(true);
  expect(looksLikeText(encodeText('Köln', 'utf-16be'))).toBe(true);
  expect(looksLikeText(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0, 0]))).toBe(false);
  expect(looksLikeText(Uint8Array.from([0x00, 0x00, 0x27, 0x0a, 0, 0, 0, 0, 0, 0, 0]))).toBe(false); // shp
});
