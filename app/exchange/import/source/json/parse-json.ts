import { blanksFrom, isLongNumber, lineAndColumn, scanJson } from './scan-json.ts';

export type JsonFault = { readonly fault: 'json' | 'jsonEnd' | 'jsonTooDeep'; readonly line: number; readonly column: number; readonly found: string; readonly limit: number };

/** GeoJSON nests nine deep at most; attributes with lists inside may add some. */
const DEEPEST = 64;
/** RFC 8142 puts this before each text of a sequence. */
const RECORD_SEPARATOR = '\u001e';

/**
 * The JSON values of a text: one, or one per line (newline-delimited, also with record separators). Further values must be objects that begin on
 * a line of their own. Whole numbers that a JavaScript number would round come as text: they are keys, not amounts.
 */
export function parseJson(text: string): readonly unknown[] | JsonFault {
  const values: unknown[] = [];
  for (let at = startOf(text, 0, true); at < text.length || values.length === 0; ) {
    const scan = scanJson(text, at, DEEPEST);
    if (!scan.ok) return faultOf(text, scan.at, scan.fault);
    const source = text.slice(at, scan.end);
    values.push(JSON.parse(source, scan.longNumbers ? keepDigits : undefined) as unknown);
    const next = startOf(text, scan.end, false);
    const begins = text[next] === '{' && source.trimStart().startsWith('{') && ['\n', RECORD_SEPARATOR].some((mark) => text.slice(scan.end, next).includes(mark));
    if (next < text.length && !begins) return faultOf(text, next, 'json');
    at = next;
  }
  return values;
}

function startOf(text: string, from: number, atBeginning: boolean): number {
  // TextDecoder has taken a byte order mark off already; a second one is a fault like any other letter
  let at = blanksFrom(text, from);
  while (text[at] === RECORD_SEPARATOR && (atBeginning || at > 0)) at = blanksFrom(text, at + 1);
  return at;
}

/** Reviver with the source of a number as third argument (ECMAScript "JSON.parse source text access"). */
function keepDigits(this: unknown, _key: string, value: unknown, context?: { readonly source?: string }): unknown {
  return typeof value === 'number' && context?.source !== undefined && isLongNumber(context.source) ? context.source : value;
}

function faultOf(text: string, at: number, fault: JsonFault['fault']): JsonFault {
  return { fault, ...lineAndColumn(text, at), found: [...text.slice(at, at + 12)].slice(0, 6).join('').replace(/\s+/g, ' ').trim(), limit: DEEPEST };
}
