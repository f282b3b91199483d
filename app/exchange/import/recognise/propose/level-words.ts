type LevelWords = { readonly id: string; readonly singular: string; readonly plural: string; readonly pattern: RegExp };

/** Words for kinds of areas, the more particular first; the pattern is tried on names of files, layers and columns. */
const LEVELS: readonly LevelWords[] = [
  { id: 'planungsraum', singular: 'Planungsraum', plural: 'Planungsräume', pattern: /planungsr(?:a|ä|ae)um|(?:^|[_\W])plr(?:[_\W]|$)/i },
  { id: 'bezirksregion', singular: 'Bezirksregion', plural: 'Bezirksregionen', pattern: /bezirksregion|(?:^|[_\W])bzr(?:[_\W]|$)/i },
  { id: 'prognoseraum', singular: 'Prognoseraum', plural: 'Prognoseräume', pattern: /prognoser(?:a|ä|ae)um|(?:^|[_\W])pgr(?:[_\W]|$)/i },
  { id: 'sozialquartier', singular: 'Sozialquartier', plural: 'Sozialquartiere', pattern: /sozialquartier/i },
  { id: 'sozialraum', singular: 'Sozialraum', plural: 'Sozialräume', pattern: /sozialr(?:a|ä|ae)um/i },
  { id: 'statistischer_bezirk', singular: 'Statistischer Bezirk', plural: 'Statistische Bezirke', pattern: /stat(?:istische[rn]?|\.)?[ _-]*bezirk|statbez/i },
  { id: 'stimmbezirk', singular: 'Stimmbezirk', plural: 'Stimmbezirke', pattern: /stimmbezirk|wahlbezirk/i },
  { id: 'wohnquartier', singular: 'Wohnquartier', plural: 'Wohnquartiere', pattern: /wohnquartier|wohnviertel/i },
  { id: 'stadtviertel', singular: 'Stadtviertel', plural: 'Stadtviertel', pattern: /stadtviertel|(?:^|[_\W])viertel/i },
  { id: 'stadtbezirk', singular: 'Stadtbezirk', plural: 'Stadtbezirke', pattern: /stadtbezirk/i },
  { id: 'ortsbezirk', singular: 'Ortsbezirk', plural: 'Ortsbezirke', pattern: /ortsbezirk/i },
  { id: 'stadtteil', singular: 'Stadtteil', plural: 'Stadtteile', pattern: /stadtteil|gemeindeteil|(?:^|[_\W])stt?(?:[_\W]|$)/i },
  { id: 'ortsteil', singular: 'Ortsteil', plural: 'Ortsteile', pattern: /ortsteil|ortschaft/i },
  { id: 'quartier', singular: 'Quartier', plural: 'Quartiere', pattern: /quartier|quarter/i },
  { id: 'block', singular: 'Block', plural: 'Blöcke', pattern: /baubl(?:o|ö|oe)ck|(?:^|[_\W])bl(?:o|ö|oe)ck/i },
  { id: 'gemarkung', singular: 'Gemarkung', plural: 'Gemarkungen', pattern: /gemarkung/i },
  { id: 'bezirk', singular: 'Bezirk', plural: 'Bezirke', pattern: /bezirk|district|(?:^|[_\W])bez(?:[_\W]|$)/i },
];

/** The kind of areas that one of the texts names (the first that names any), or plain "Gebiet". */
export function levelWords(...texts: readonly string[]): Omit<LevelWords, 'pattern'> {
  for (const text of texts) {
    const found = LEVELS.find(({ pattern }) => pattern.test(text));
    if (found !== undefined) return found;
  }
  return { id: 'gebiet', singular: 'Gebiet', plural: 'Gebiete' };
}
