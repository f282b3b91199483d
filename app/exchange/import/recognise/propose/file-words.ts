import { dayIn } from '../dates.ts';

/** The last part of a path without its ending. */
export const fileStem = (path: string): string => path.replace(/^.*[/\\]/, '').replace(/(?:\.shp)?\.[A-Za-z0-9]{1,8}$/, '');

const LEVEL_WORD = '(?:den[\\s_-]+)?(?:stadtteil(?:en|e)?|stadtbezirk(?:en|e)?|bezirk(?:en|e)?|ortsteil(?:en|e)?|quartier(?:en|e)?|planungsr(?:ä|ae)um(?:en|e)?|sozialr(?:ä|ae)um(?:en|e)?|districts?|quarters?|areas?|plr|bzr|lor)';
const LEVEL_PHRASE = new RegExp(`(?:^|[\\s_-]+)(?:by|nach|je|in|für|auf|of|pro)[\\s_-]+${LEVEL_WORD}(?:[\\s_-]+(?:und|sowie|and)[\\s_-]+${LEVEL_WORD})*(?=$|[\\s_.,-])`, 'gi');
const NOISE = /(?:^|[\s_-]+)(?:csv|xlsx?|export|final|neu|aktuell|kopie|copy|tab(?:elle)?\s*\d*|daten|data|blatt\s*\d*|sheet\s*\d*|plr|stand|endfassung|lang(?:format)?|breit(?:format)?|long|wide|v\d+|of residents)(?=$|[\s_.,-])/gi;

/**
 * What a file, sheet or title line is about, in words: without its day, without "by district", without what all files of the delivery begin with, and without the
 * name of the city. Empty when only such words are left.
 */
export function subjectOf(text: string, cityName: string, sharedBeginning = ''): string {
  let rest = (text.startsWith(sharedBeginning) ? text.slice(sharedBeginning.length) : text).replace(/(?:^|[\s_-]+)(?:seit|ab|since)[\s_]+(?:19|20)\d\d(?!\d)/gi, ' ');
  rest = (dayIn(rest)?.rest ?? rest).replace(/(?:19|20)\d\d[\s_–-]+(?:bis[\s_]+)?(?:19|20)\d\d/g, ' ').replace(/^(?:tab(?:elle)?\.?\s*)?[\dA-Z]?[\d._-]*\d[._:-]*[\s_]+/i, '');
  if (cityName !== '') rest = rest.replace(new RegExp(`(?:^|[\\s_-]+)(?:(?:in|der|stadt|für)[\\s_-]+)*${cityName.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?=$|[\\s_.,-])`, 'gi'), ' ');
  rest = rest.replace(LEVEL_PHRASE, ' ').replace(NOISE, ' ').replace(/(?:^|[\s_])(?:dezember|januar|juni|juli)(?=$|[\s_])/gi, ' ');
  rest = rest.replace(/[_\s]+/g, ' ').replace(/^[\s\-–:,.()]+|[\s\-–:,.(]+$/g, '').trim();
  return EMPTY.test(rest) ? '' : rest;
}

/** Words that say only that there are figures. */
const EMPTY = /^(?:(?:mss|lor|ewr|index|indikatoren|indikator|kontext|kennzahlen|kennzahl|werte|z|übersicht|uebersicht|statistik|sozialdaten|strukturdaten|sozialatlas|sozialbericht|monitoring|daten|tabellen?|stadtteile|bezirke|quartiere|planungsräume|gesamt|alle|und|mit|indizes)(?:[\s_-]+|$))+$/i;

/** What at least three names (and most of them) begin with, up to a separator: "fl_". */
export function sharedBeginningOf(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) {
    const beginning = /^[A-Za-zÄÖÜäöü]{1,12}[_-]/.exec(name)?.[0];
    if (beginning !== undefined) counts.set(beginning, (counts.get(beginning) ?? 0) + 1);
  }
  const [beginning, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
  return count >= 3 && count * 2 > names.length ? beginning : '';
}
