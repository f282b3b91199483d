import type { Decoding, TextEncoding } from '../source.ts';
import { decodeDosCodePage, dosCodePage } from './dos-code-page.ts';
import { guessSingleByte } from './guess-single-byte.ts';

export type DecodedText = {
  readonly text: string;
  readonly decoding: Decoding;
  /** Places that are not of this encoding. In UTF-8 they are read as windows-1252; elsewhere they are the replacement character. */
  readonly strays: number;
};

/**
 * Bytes to characters. A given encoding wins; else: byte order mark, the pattern of NUL bytes that UTF-16 has, strict UTF-8, and at last the
 * best guess among windows-1252, ISO-8859-15, code page 850 and Macintosh. `guessed` says that another choice is possible. A text of
 * UTF-8 with single foreign bytes (files glued together) stays UTF-8. Undefined: nobody knows the given encoding.
 */
export function decodeText(bytes: Uint8Array, encoding?: TextEncoding): DecodedText | undefined {
  if (encoding !== undefined) return decodeAs(bytes, encoding);
  const marked = byteOrderMark(bytes);
  if (marked !== undefined) return decodeAs(bytes, marked);
  const wide = utf16WithoutMark(bytes);
  if (wide !== undefined) return { text: new TextDecoder(wide).decode(bytes), decoding: { encoding: wide, guessed: true }, strays: 0 };
  const strict = strictUtf8(bytes);
  if (strict !== undefined) return { text: strict, decoding: { encoding: 'utf-8', guessed: false }, strays: 0 };
  const mixed = mixedUtf8(bytes);
  if (mixed.sequences > mixed.strays) return { text: mixed.text(), decoding: { encoding: 'utf-8', guessed: true }, strays: mixed.strays };
  const guess = guessSingleByte(bytes);
  return { ...(decodeAs(bytes, guess) ?? { text: '', strays: 0 }), decoding: { encoding: guess, guessed: true } };
}

/** Whether `decodeText` knows the label. */
export const isKnownEncoding = (label: TextEncoding): boolean => dosCodePage(label) !== undefined || decoderFor(label) !== undefined;

/** Text of any encoding that this room reads: no NUL bytes but those of UTF-16, hardly any control characters. */
export function looksLikeText(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4096);
  if (byteOrderMark(head) !== undefined || utf16WithoutMark(head.subarray(0, head.length - (head.length % 2))) !== undefined) return true;
  const controls = head.reduce((count, byte) => count + (byte < 9 || (byte > 13 && byte < 32 && byte !== 26 && byte !== 27) ? 1 : 0), 0);
  return controls === 0 || (!head.includes(0) && controls < head.length / 200);
}

function decodeAs(bytes: Uint8Array, label: TextEncoding): DecodedText | undefined {
  const page = dosCodePage(label);
  if (page !== undefined) return { text: decodeDosCodePage(bytes, page), decoding: { encoding: page, guessed: false }, strays: 0 };
  // "utf-16" alone leaves the order of bytes to the mark
  const decoder = decoderFor(/^utf-?16$/i.test(label.trim()) ? (byteOrderMark(bytes) ?? 'utf-16le') : label);
  if (decoder === undefined) return undefined;
  const decoding = { encoding: decoder.encoding, guessed: false };
  if (decoder.encoding === 'utf-8') {
    const strict = strictUtf8(bytes);
    if (strict !== undefined) return { text: strict, decoding, strays: 0 };
    const mixed = mixedUtf8(bytes);
    return { text: mixed.text(), decoding, strays: mixed.strays };
  }
  const text = decoder.decode(bytes);
  return { text, decoding, strays: occurrences(text, '\ufffd') };
}

function decoderFor(label: string): TextDecoder | undefined {
  try {
    return new TextDecoder(label);
  } catch {
    return undefined; // not a label of the Encoding Standard
  }
}

function byteOrderMark(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

/** In UTF-16 the high byte of Latin letters, digits and separators is NUL: one half of the places has many, the other hardly any. */
function utf16WithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const length = Math.min(bytes.length, 8192);
  if (length < 4 || bytes.length % 2 !== 0) return undefined;
  const zeros = [0, 0];
  for (let at = 0; at < length; at += 1) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even, odd] = [(zeros[0] ?? 0) / (length / 2), (zeros[1] ?? 0) / (length / 2)];
  const order = odd > 0.25 && even < 0.02 ? 'utf-16le' : even > 0.25 && odd < 0.02 ? 'utf-16be' : undefined;
  if (order === undefined) return undefined;
  try {
    new TextDecoder(order, { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
    return order;
  } catch {
    return undefined;
  }
}

function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** So many foreign places are repaired one by one; a text with more is not UTF-8 at all. */
const REPAIRABLE = 10_000;

/** Valid sequences of several bytes against bytes that belong to none; `text` reads the latter as windows-1252. */
function mixedUtf8(bytes: Uint8Array): { readonly sequences: number; readonly strays: number; readonly text: () => string } {
  const foreign: number[] = [];
  let [sequences, strays] = [0, 0];
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at);
    if (length > 1) sequences += 1;
    if (length === 0) {
      strays += 1;
      if (strays <= REPAIRABLE) foreign.push(at);
    }
    at += Math.max(1, length);
  }
  return { sequences, strays, text: () => (strays > REPAIRABLE ? new TextDecoder('utf-8').decode(bytes) : repairedUtf8(bytes, foreign)) };
}

function repairedUtf8(bytes: Uint8Array, foreign: readonly number[]): string {
  const [utf8, single] = [new TextDecoder('utf-8', { ignoreBOM: true }), new TextDecoder('windows-1252')];
  const parts: string[] = [];
  let from = byteOrderMark(bytes) === 'utf-8' ? 3 : 0;
  for (const place of foreign) {
    parts.push(utf8.decode(bytes.subarray(from, place)), single.decode(bytes.subarray(place, place + 1)));
    from = place + 1;
  }
  return parts.join('') + utf8.decode(bytes.subarray(from));
}

/** Bytes of the UTF-8 sequence here; 0 when there is none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length = first >= 0xc2 && first < 0xe0 ? 2 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xf0 && first < 0xf5 ? 4 : 0;
  for (let offset = 1; offset < length; offset += 1) if (((bytes[at + offset] ?? 0) & 0xc0) !== 0x80) return 0;
  const second = bytes[at + 1] ?? 0;
  const outside = (first === 0xe0 && second < 0xa0) || (first === 0xed && second > 0x9f) || (first === 0xf0 && second < 0x90) || (first === 0xf4 && second > 0x8f);
  return outside ? 0 : length;
}

function occurrences(text: string, character: string): number {
  let count = 0;
  for (let at = text.indexOf(character); at !== -1; at = text.indexOf(character, at + 1)) count += 1;
  return count;
}
