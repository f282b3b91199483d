import type { DosCodePage } from './dos-code-page.ts';
import { decodeDosCodePage } from './dos-code-page.ts';

/** What German offices send when it is not Unicode; on a tie the first wins. */
const CANDIDATES = ['windows-1252', 'iso-8859-15', 'cp850', 'macintosh'] as const;
/** So many bytes above 127 are looked at. */
const ENOUGH = 20_000;

/**
 * Which one-byte encoding makes the best German of the bytes above 127: umlauts inside words count for it, so do quotes, dashes and signs where German
 * has them; capital umlauts between small letters, line drawings and control characters count against it. A guess, never certain.
 */
export function guessSingleByte(bytes: Uint8Array): (typeof CANDIDATES)[number] {
  const places = highBytes(bytes);
  const scored = CANDIDATES.map((encoding) => {
    const characters = characterTable(encoding);
    const at = (place: number) => (place < 0 || place >= bytes.length ? ' ' : (characters[bytes[place] ?? 0] ?? ' '));
    return { encoding, score: places.reduce((sum, place) => sum + likelihood(at(place - 1), at(place), at(place + 1)), 0) };
  });
  return scored.reduce((best, candidate) => (candidate.score > best.score ? candidate : best)).encoding;
}

function highBytes(bytes: Uint8Array): readonly number[] {
  const places: number[] = [];
  for (let at = 0; at < bytes.length && places.length < ENOUGH; at += 1) if ((bytes[at] ?? 0) > 127) places.push(at);
  return places;
}

function characterTable(encoding: (typeof CANDIDATES)[number]): readonly string[] {
  const every = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  return [...(encoding === 'cp850' ? decodeDosCodePage(every, encoding satisfies DosCodePage) : new TextDecoder(encoding).decode(every))];
}

function likelihood(before: string, character: string, after: string): number {
  const [letterBefore, letterAfter] = [/\p{L}/u.test(before), /\p{L}/u.test(after)];
  const inWord = letterBefore || letterAfter;
  if (/[äöü]/.test(character)) return inWord ? 6 : -1;
  if (character === 'ß') return /\p{Ll}/u.test(before) ? 6 : -1;
  if (/[ÄÖÜ]/.test(character)) return /\p{Ll}/u.test(before) ? -4 : inWord ? 5 : 0;
  if (/[„‚»]/.test(character)) return letterBefore ? -3 : 3;
  if (/[“”‘«]/.test(character)) return letterBefore && letterAfter ? -3 : 2;
  if (/[–—…•’]/.test(character)) return 2;
  if (character === '€') return letterAfter ? -2 : 3;
  if (/[²³]/.test(character)) return letterAfter ? -3 : 2;
  if (/[§°µ]/.test(character)) return letterBefore ? -1 : 2;
  if (character === '\u00a0') return 1;
  if (/[éèêëáàâçñóôúíïåøæœšžÉÈÁŠŽ]/.test(character)) return inWord ? 1 : -2;
  if (/[\p{Cc}\p{Co}\u2500-\u25ff¤¦¨¬¯¸]/u.test(character)) return -6;
  return -1;
}
