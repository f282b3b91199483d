/** Room for an ending, a date and the marks of earlier states behind it. */
const LONGEST = 150;
/** Names that Windows keeps for devices, with any ending. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/** Half of a character that takes two code units. */
const HALF = /\p{Surrogate}/gu;

/**
 * A file name made from any text: without characters, ends and names that a file system somewhere refuses, and never empty.
 * The ending is part of the text; a text that is too long is cut before it.
 */
export function fileName(text: string, ending = ''): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is replaced
  const stem = trimmed(text.replace(/[\u0000-\u001f\u007f\\/:*?"<>|]+/g, '-').replace(HALF, ''));
  const short = trimmed(stem.slice(0, LONGEST).replace(HALF, ''));
  const named = short === '' ? 'Quartierwerk' : short.replace(DEVICE, '$1_');
  return `${named}${ending}`;
}

/** Spaces and dots at either end hide a file or are dropped silently. */
const trimmed = (text: string): string => text.replace(/^[\s.]+|[\s.]+$/g, '');
