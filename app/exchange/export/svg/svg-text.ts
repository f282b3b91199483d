/** Text made safe for XML content and attributes; characters XML 1.0 forbids are dropped, they would make the file unreadable. */
export function escapeXml(value: string): string {
  return withoutControlCharacters(value)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** Drops characters that XML 1.0 forbids and marks that turn the direction of reading (they can disguise a name). */
export const withoutControlCharacters = (value: string): string =>
  // eslint-disable-next-line no-control-regex -- these are the characters to remove
  value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '');

/** Coordinates with two decimals: enough for print, and the same text on every machine. */
export const coordinate = (value: number): string => {
  const rounded = Math.round(value * 100) / 100;
  return String(Object.is(rounded, -0) ? 0 : rounded);
};

/**
 * Width of a text in Inter, estimated from classes of letters (units: the font size). Within about 6 % for German names;
 * used to keep labels apart, never to place letters.
 */
export function textWidth(value: string, fontSize: number, bold = false): number {
  let units = 0;
  for (const letter of value) units += letterWidth(letter);
  return units * fontSize * (bold ? 1.06 : 1);
}

function letterWidth(letter: string): number {
  if (/[ijlI.,:;|!'’]/.test(letter)) return 0.27;
  if (/[ftr()\-–/ ]/.test(letter)) return 0.38;
  if (/[mwMW—%@]/.test(letter)) return 0.88;
  if (/[A-ZÄÖÜ]/.test(letter)) return 0.69;
  return 0.58;
}

/** Breaks a text into lines of at most `maximum` width at spaces and after slashes and hyphens. */
export function wrapText(value: string, maximum: number, fontSize: number): readonly string[] {
  const pieces = value.split(/(?<=[\s/\-–])/).filter((piece) => piece !== '');
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    if (line !== '' && textWidth((line + piece).trim(), fontSize) > maximum) {
      lines.push(line.trim());
      line = piece;
    } else line += piece;
  }
  if (line.trim() !== '') lines.push(line.trim());
  return lines.length === 0 ? [''] : lines;
}
