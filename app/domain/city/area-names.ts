/** Words that say what kind of area follows or went before; they are no part of the name. */
const LEVEL_WORDS = 'stadtteil|stadtbezirk|bezirk|ortsteil|ot|stt|quartier|stadtviertel|viertel|planungsraum|sozialraum|statistischer bezirk|stat\\. bezirk|ortsbezirk|ortschaft|gemarkung|bezirksregion|prognoseraum|district|quarter';
const BEFORE = new RegExp(`^(?:${LEVEL_WORDS})[\\s:]+(?=\\p{L})`, 'u');
const BEHIND = new RegExp(`[\\s,]+(?:\\((?:${LEVEL_WORDS})\\)|,\\s*(?:${LEVEL_WORDS}))$`, 'u');

/** A name without white space to fight about and without upper case; everything else as written. */
export const spelledName = (name: string): string => name.normalize('NFC').replace(/[\s\u00a0\u00ad]+/g, (blank) => (blank === '\u00ad' ? '' : ' ')).trim().toLowerCase();

/**
 * A name with everything made equal that offices write in two ways: umlauts (ä, ae), ß and ss, hyphens and blanks, "St." and "Sankt", "Str." and "Straße", "u."
 * and "und", a number before it ("03 Nordstadt"), a word for the kind of area around it ("Nordstadt (Stadtteil)"), a footnote behind it. Empty when nothing is left.
 */
export function alikeName(name: string): string {
  return spelledName(name)
    .replace(/[¹²³⁰⁴-⁹*]+$/u, '')
    .replace(/\s\d\)$/, '')
    .replace(/^[\d.]+\s*[-–:.]?\s*(?=\p{L})/u, '')
    .replace(BEFORE, '')
    .replace(BEHIND, '')
    .replace(/\s*\(\d+\)$/, '')
    .replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss')
    .replace(/(?<!\p{L})st\.?(?=[\s-])/gu, 'sankt')
    .replace(/str(?:\.|asse)(?!\p{L})/gu, 'str')
    .replace(/(?<!\p{L})u\.(?=\s)|\s&\s/gu, ' und ')
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '');
}
