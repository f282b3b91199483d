/** Where a text stops being JSON (RFC 8259), and what stands there; or where the value ends. Places are counted in characters from 0. */
export type JsonScan =
  | { readonly ok: true; readonly end: number; /** Some whole number has more digits than a JavaScript number keeps. */ readonly longNumbers: boolean }
  | { readonly ok: false; readonly at: number; readonly fault: 'json' | 'jsonEnd' | 'jsonTooDeep' };

const QUOTE = 34, BACKSLASH = 92, COMMA = 44, COLON = 58, OPEN = 91, CLOSE = 93, OPEN_OBJECT = 123, CLOSE_OBJECT = 125;

/**
 * Walks one JSON value from `start` without building it: `JSON.parse` names no place for short texts and has no limit of depth. Accepts exactly
 * what `JSON.parse` accepts. White space before the value is passed over.
 */
export function scanJson(text: string, start: number, deepest: number): JsonScan {
  // what is open, from outside in: true for an object
  const open: boolean[] = [];
  let longNumbers = false;
  let at = blanksFrom(text, start);
  const faultAt = (place: number): JsonScan => ({ ok: false, at: place, fault: place >= text.length ? 'jsonEnd' : 'json' });
  for (;;) {
    // a value
    const code = text.charCodeAt(at);
    if (code === OPEN_OBJECT || code === OPEN) {
      if (open.length >= deepest) return { ok: false, at, fault: 'jsonTooDeep' };
      const isObject = code === OPEN_OBJECT;
      const next = blanksFrom(text, at + 1);
      if (text.charCodeAt(next) === (isObject ? CLOSE_OBJECT : CLOSE)) at = next + 1;
      else {
        open.push(isObject);
        if (isObject) {
          const value = memberFrom(text, next);
          if (value < 0) return faultAt(~value);
          at = value;
        } else at = next;
        continue;
      }
    } else if (code === QUOTE) {
      const end = stringFrom(text, at);
      if (end < 0) return faultAt(~end);
      at = end;
    } else if (code === 45 || (code >= 48 && code <= 57)) {
      const end = numberFrom(text, at);
      if (end < 0) return faultAt(~end);
      if (end - at > 15 && isLongNumber(text.slice(at, end))) longNumbers = true;
      at = end;
    } else {
      const word = code === 116 ? 'true' : code === 102 ? 'false' : code === 110 ? 'null' : undefined;
      if (word === undefined) return faultAt(at);
      for (let i = 0; i < word.length; i += 1) if (text[at + i] !== word[i]) return faultAt(at + i);
      at += word.length;
    }
    // what follows a value
    for (;;) {
      const inObject = open.at(-1);
      if (inObject === undefined) return { ok: true, end: at, longNumbers };
      at = blanksFrom(text, at);
      const next = text.charCodeAt(at);
      if (next === COMMA) {
        at = blanksFrom(text, at + 1);
        if (inObject) {
          const value = memberFrom(text, at);
          if (value < 0) return faultAt(~value);
          at = value;
        }
        break;
      }
      if (next !== (inObject ? CLOSE_OBJECT : CLOSE)) return faultAt(at);
      open.pop();
      at += 1;
    }
  }
}

/** A whole number that changes when it becomes a JavaScript number: keys with many digits. */
export const isLongNumber = (source: string): boolean => /^-?\d{16,}$/.test(source) && !Number.isSafeInteger(Number(source));

/** Line and column of a place, both from 1. */
export function lineAndColumn(text: string, place: number): { readonly line: number; readonly column: number } {
  let line = 1;
  let lineStart = 0;
  for (let next = text.indexOf('\n'); next >= 0 && next < place; next = text.indexOf('\n', next + 1)) {
    line += 1;
    lineStart = next + 1;
  }
  return { line, column: place - lineStart + 1 };
}

export function blanksFrom(text: string, at: number): number {
  for (;;) {
    const code = text.charCodeAt(at);
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return at;
    at += 1;
  }
}

/** Place of the value behind `"name":`; faults are the complement of their place. */
function memberFrom(text: string, at: number): number {
  if (text.charCodeAt(at) !== QUOTE) return ~at;
  const end = stringFrom(text, at);
  if (end < 0) return end;
  const colon = blanksFrom(text, end);
  return text.charCodeAt(colon) === COLON ? blanksFrom(text, colon + 1) : ~colon;
}

function stringFrom(text: string, at: number): number {
  for (let place = at + 1; ; place += 1) {
    const code = text.charCodeAt(place);
    if (code === QUOTE) return place + 1;
    // the end of the text gives NaN, which is not below 32
    if (code < 32 || Number.isNaN(code)) return ~place;
    if (code !== BACKSLASH) continue;
    place += 1;
    const escape = text[place];
    if (escape === 'u') {
      for (let digit = 1; digit <= 4; digit += 1) if (!/^[0-9a-fA-F]$/.test(text[place + digit] ?? '')) return ~Math.min(place + digit, text.length);
      place += 4;
    } else if (escape === undefined || !'"\\/bfnrt'.includes(escape)) return ~Math.min(place, text.length);
  }
}

function numberFrom(text: string, at: number): number {
  const isDigit = (place: number) => {
    const code = text.charCodeAt(place);
    return code >= 48 && code <= 57;
  };
  const digits = (place: number) => {
    while (isDigit(place)) place += 1;
    return place;
  };
  let place = text.charCodeAt(at) === 45 ? at + 1 : at;
  if (!isDigit(place)) return ~Math.min(place, text.length);
  place = text.charCodeAt(place) === 48 ? place + 1 : digits(place);
  if (text.charCodeAt(place) === 46) {
    if (!isDigit(place + 1)) return ~Math.min(place + 1, text.length);
    place = digits(place + 1);
  }
  const exponent = text.charCodeAt(place);
  if (exponent === 101 || exponent === 69) {
    const sign = text.charCodeAt(place + 1);
    const first = sign === 43 || sign === 45 ? place + 2 : place + 1;
    if (!isDigit(first)) return ~Math.min(first, text.length);
    place = digits(first);
  }
  return place;
}
