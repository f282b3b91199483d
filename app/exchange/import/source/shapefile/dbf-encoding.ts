import type { TextEncoding } from '../source.ts';
import { decodeDosCodePage, dosCodePage } from '../text/dos-code-page.ts';
import { guessSingleByte } from '../text/guess-single-byte.ts';

/** A text as it lies in the file; `full`: filled up to a fixed width, so that its last letter may be cut through. */
export type FieldBytes = { readonly bytes: Uint8Array; readonly full: boolean };

/** The header says only that the texts have the code page of Windows. */
const WINDOWS = 0x57;
/** Byte 29 of the header ("language driver"), for the pages that Europe and the samples use. 0x57 is "whatever the computer has". */
const BY_DRIVER: Readonly<Record<number, TextEncoding>> = {
  0x01: 'cp437', 0x0b: 'cp437', 0x0d: 'cp437', 0x0f: 'cp437', 0x11: 'cp437', 0x15: 'cp437', 0x02: 'cp850', 0x03: 'windows-1252', 0x0a: 'cp850', 0x14: 'cp850', 0x18: 'cp850', 0x26: 'ibm866', 0x65: 'ibm866', 0x58: 'windows-1252', 0x59: 'windows-1252', 0x13: 'shift_jis', 0x7b: 'shift_jis',
  0x4d: 'gbk', 0x7a: 'gbk', 0x4e: 'euc-kr', 0x79: 'euc-kr', 0x4f: 'big5', 0x78: 'big5', 0x50: 'windows-874', 0x7c: 'windows-874',
  0xc8: 'windows-1250', 0xc9: 'windows-1251', 0xca: 'windows-1254', 0xcb: 'windows-1253', 0xcc: 'windows-1257',
};
const BY_PAGE: Readonly<Record<string, TextEncoding>> = { '65001': 'utf-8', '932': 'shift_jis', '936': 'gbk', '949': 'euc-kr', '950': 'big5', '866': 'ibm866', '874': 'windows-874' };

/** What a `.cpg` file means: a label of the Encoding Standard, a code page's number with or without a word before it, or "88591". */
export function encodingFromCpg(cpg: string): TextEncoding | undefined {
  const text = cpg.replace(/^\uFEFF/, '').trim().toLowerCase();
  const page = dosCodePage(text);
  if (page !== undefined) return page;
  const number = /^(?:(?:ansi|oem|cp|ms|windows|win|ibm|ldid\/)[ _-]?)?(\d{3,5})$/.exec(text)?.[1];
  if (number !== undefined) {
    if (/^125[0-8]$/.test(number)) return `windows-${number}`;
    const part = /^8859(\d{1,2})$/.exec(number)?.[1] ?? /^286?0?(\d)$/.exec(number)?.[1];
    if (part !== undefined) return labelOf(`iso-8859-${part}`);
    if (Object.hasOwn(BY_PAGE, number)) return BY_PAGE[number];
  }
  if (text === 'ldid/87') return undefined;
  return labelOf(text) ?? SPELLINGS.get(lettersOf(text));
}

/** Labels as people write them, without hyphens and blanks: "Big-5", "koi8r", "ISO 8859 15". */
const lettersOf = (text: string): string => text.replace(/[^a-z0-9]/g, '');
const SPELLINGS: ReadonlyMap<string, TextEncoding> = new Map(
  ['big5', 'koi8-r', 'koi8-u', 'euc-jp', 'euc-kr', 'shift_jis', 'gb2312', 'gbk', 'gb18030', 'utf-8', 'utf-16le', 'utf-16be', 'macintosh', 'ibm866', ...Array.from({ length: 16 }, (_, i) => `iso-8859-${i + 1}`)]
    .flatMap((label): [string, TextEncoding][] => {
      const encoding = labelOf(label);
      return encoding === undefined ? [] : [[lettersOf(label), encoding]];
    }),
);

function labelOf(label: string): TextEncoding | undefined {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

export type ChosenEncoding = { readonly encoding: TextEncoding; readonly guessed: boolean; readonly remarks: readonly { readonly code: string; readonly details?: Readonly<Record<string, string>> }[] };

/**
 * Which encoding the texts have: the one that was chosen; else the `.cpg` file's, else the header's. A declaration that the bytes disprove is not
 * followed but told: "UTF-8" with bytes that are none, or a page of single bytes where every text is strict UTF-8 with several bytes to a letter,
 * which real texts of such pages never are. Without a declaration: UTF-8 where it fits, else
 * the page of single bytes that makes the best German, as a guess.
 */
export function chooseEncoding(texts: () => Iterable<FieldBytes>, driver: number, { cpg, encoding }: { readonly cpg?: string | undefined; readonly encoding?: TextEncoding | undefined }): ChosenEncoding {
  const chosen = encoding === undefined ? undefined : encodingFromCpg(encoding);
  if (chosen !== undefined) return { encoding: chosen, guessed: false, remarks: [] };
  const declared = cpg === undefined ? BY_DRIVER[driver] : (encodingFromCpg(cpg) ?? BY_DRIVER[driver]);
  const unknown = cpg !== undefined && cpg.trim() !== '' && encodingFromCpg(cpg) === undefined ? [{ code: 'unknownEncoding', details: { encoding: cpg.trim().slice(0, 40) } }] : [];
  const found = utf8Check(texts());
  const disproved = (used: TextEncoding) => ({ encoding: used, guessed: true, remarks: [...unknown, { code: 'encodingNotAsDeclared', details: { declared: declared!, used } }] });
  if (declared === 'utf-8' && found === 'no') return disproved(guessSingleByte(foreignTexts(texts())));
  if (declared !== undefined && /^(windows-125|iso-8859-|cp)/.test(declared) && found === 'yes') return disproved('utf-8');
  if (declared !== undefined) return { encoding: declared, guessed: false, remarks: unknown };
  // with letters of ASCII alone nothing is guessed
  if (found === 'no' && driver === WINDOWS) return { encoding: 'windows-1252', guessed: true, remarks: unknown };
  return { encoding: found === 'no' ? guessSingleByte(foreignTexts(texts())) : 'utf-8', guessed: found !== 'ascii', remarks: unknown };
}

function utf8Check(texts: Iterable<FieldBytes>): 'ascii' | 'yes' | 'no' {
  let isAscii = true;
  for (const field of texts) {
    if (field.bytes.every((byte) => byte < 128)) continue;
    isAscii = false;
    if (strictUtf8(field) === undefined) return 'no';
  }
  return isAscii ? 'ascii' : 'yes';
}

/** So many bytes are enough to guess by. */
const ENOUGH = 100_000;

/** Texts with foreign letters behind each other, with a blank between them. */
function foreignTexts(texts: Iterable<FieldBytes>): Uint8Array {
  const all: number[] = [];
  for (const { bytes } of texts) {
    if (all.length > ENOUGH) break;
    if (bytes.some((byte) => byte > 127)) all.push(...bytes, 0x20);
  }
  return Uint8Array.from(all);
}

const strict = new TextDecoder('utf-8', { fatal: true });

/** Undefined when the bytes are not UTF-8; a letter cut through at the end of a full field is left off. */
function strictUtf8({ bytes, full }: FieldBytes): { readonly text: string; readonly cutOff: boolean } | undefined {
  for (let cut = 0; cut <= (full ? 3 : 0) && cut < bytes.length; cut += 1) {
    try {
      const text = strict.decode(bytes.subarray(0, bytes.length - cut));
      // what is cut off must be the beginning of a longer letter
      if (cut > 0 && bytes[bytes.length - cut]! < 0xc0) return undefined;
      return { text, cutOff: cut > 0 };
    } catch {
      continue;
    }
  }
  return bytes.length === 0 ? { text: '', cutOff: false } : undefined;
}

const decoders = new Map<TextEncoding, TextDecoder>();

/** The text of a field without the blanks and zeros that fill it up. */
export function decodeField(field: FieldBytes, encoding: TextEncoding): { readonly text: string; readonly cutOff: boolean } {
  // two blanks of the filling are one dagger in UTF-16
  const trimmed = (text: string) => text.replace(encoding.startsWith('utf-16') ? /[\0 \u2020]+$/ : /[\0 ]+$/, '');
  const page = dosCodePage(encoding);
  if (page !== undefined) return { text: trimmed(decodeDosCodePage(field.bytes, page)), cutOff: false };
  const utf8 = encoding === 'utf-8' ? strictUtf8(field) : undefined;
  if (utf8 !== undefined) return { text: trimmed(utf8.text), cutOff: utf8.cutOff };
  const decoder = decoders.get(encoding) ?? new TextDecoder(encoding);
  decoders.set(encoding, decoder);
  return { text: trimmed(decoder.decode(field.bytes)), cutOff: false };
}
