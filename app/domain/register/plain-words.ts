/**
 * Letters and digits for comparing names as people mean them: without accents and marks, small, ß as ss, "Str." as "strasse".
 * Umlauts go to the vowel alone (`vowel`: Müller = Muller) or to two letters (`pair`: Müller = Mueller); a search tries both.
 */
export function plainWords(text: string, umlauts: 'vowel' | 'pair'): string {
  const small = text.toLocaleLowerCase('de');
  const spelt = umlauts === 'pair' ? small.normalize('NFC').replaceAll(/[äöü]/g, (letter) => PAIRS[letter] ?? letter) : small;
  return spelt
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .replaceAll(/str(?= |$)/g, 'strasse')
    .trim();
}

const PAIRS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue' };

/** An address for comparing: street and house number, without the place behind a comma. */
export const plainAddress = (address: string): string => plainWords(address.split(',')[0] ?? '', 'pair').replaceAll(' ', '');
