import type { Budget, SourceRemark, SourceTable } from '../source.ts';
import { SheetBuilder } from './sheet-builder.ts';

/** Programs of offices write web pages and call them .xls; Excel opens them, so people send them. */
export const looksLikeHtmlTable = (text: string): boolean => text.trimStart().startsWith('<') && /<(!doctype html|html|table|head|body|meta|style)[\s>]/i.test(text.slice(0, 4000)) && /<table[\s>]/i.test(text);

/** The encoding that the page states of itself. */
export const statedCharset = (head: string): string | undefined => /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1];

type Open = { readonly builder: SheetBuilder; row: number; column: number; text: string | undefined; across: number; down: number; readonly taken: Map<number, number> };

/**
 * The tables of a web page, one source table each; what stands inside a table in a table belongs to the outer cell. Texts stay texts: a page does not say
 * what a number is. Line breaks in the source are spaces, `<br>` is a line break; spans become merges.
 */
export function htmlTables(text: string, file: string, budget: Budget): { readonly tables: readonly SourceTable[]; readonly remarks: readonly SourceRemark[] } {
  const allowance = { cells: 0, rows: 0, budget, file };
  const tables: SourceTable[] = [];
  const remarks: SourceRemark[] = [];
  let open: Open | undefined;
  let depth = 0;
  let skippedUntil: string | undefined;

  for (const token of tokens(text)) {
    if (typeof token === 'string') {
      if (open?.text !== undefined && skippedUntil === undefined) open.text += decodeEntities(token.replaceAll(/\s+/g, ' '));
      continue;
    }
    const { name, closing, attributes } = token;
    if (skippedUntil !== undefined) {
      if (closing && name === skippedUntil) skippedUntil = undefined;
    } else if (!closing && (name === 'script' || name === 'style' || name === 'title')) skippedUntil = name;
    else if (name === 'table') {
      depth = Math.max(0, depth + (closing ? -1 : 1));
      if (depth === 1 && !closing) open = { builder: new SheetBuilder(String(tables.length + 1), false, allowance), row: -1, column: 0, text: undefined, across: 1, down: 1, taken: new Map() };
      if (depth === 0) finish();
    } else if (open !== undefined && depth === 1) inTable(open, name, closing, attributes);
    else if (open?.text !== undefined && !closing && /^(br|tr|p|div)$/.test(name)) open.text += '\n';
  }
  finish();
  return { tables, remarks };

  function finish(): void {
    if (open === undefined) return;
    endCell(open);
    const built = open.builder.table();
    if (built.table.rows.length > 0) tables.push({ ...built.table, name: String(tables.length + 1) });
    remarks.push(...built.remarks);
    open = undefined;
  }
}

function inTable(open: Open, name: string, closing: boolean, attributes: string): void {
  if (name === 'tr') {
    endCell(open);
    if (!closing) {
      open.row += 1;
      open.column = 0;
    }
  } else if (name === 'td' || name === 'th') {
    endCell(open);
    if (closing) return;
    if (open.row < 0) open.row = 0;
    while ((open.taken.get(open.column) ?? -1) >= open.row) open.column += 1;
    open.text = '';
    open.across = span(attributes, 'colspan', 1000);
    open.down = span(attributes, 'rowspan', 65_534);
  } else if (open.text !== undefined && !closing && /^(br|p|div)$/.test(name)) open.text += '\n';
}

function endCell(open: Open): void {
  if (open.text === undefined) return;
  const text = open.text
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();
  open.builder.put(open.row, open.column, text === '' ? undefined : text);
  if (open.across > 1 || open.down > 1) {
    open.builder.merge({ top: open.row, left: open.column, bottom: open.row + open.down - 1, right: open.column + open.across - 1 });
    for (let column = open.column; column < open.column + open.across; column += 1) open.taken.set(column, open.row + open.down - 1);
  }
  open.column += open.across;
  open.text = undefined;
}

function span(attributes: string, name: 'colspan' | 'rowspan', most: number): number {
  const number = Number(new RegExp(`\\b${name}\\s*=\\s*["']?\\s*(\\d{1,6})`, 'i').exec(attributes)?.[1] ?? 1);
  return Math.min(Math.max(1, number), most);
}

type Tag = { readonly name: string; readonly closing: boolean; readonly attributes: string };

/** Tags and the texts between them; comments are left out. Goes through the page once. */
function* tokens(text: string): Generator<string | Tag> {
  let at = 0;
  // without another > what follows is text; looking for it again at every < would take forever
  const last = text.lastIndexOf('>');
  while (at < text.length) {
    const start = text.indexOf('<', at);
    if (start === -1 || start > last) {
      yield text.slice(at);
      return;
    }
    if (start > at) yield text.slice(at, start);
    if (text.startsWith('<!--', start)) {
      const end = text.indexOf('-->', start + 4);
      at = end === -1 ? text.length : end + 3;
      continue;
    }
    const name = /^<(\/?)([a-z]\w*)/i.exec(text.slice(start, start + 40));
    if (name === null && text[start + 1] !== '!' && text[start + 1] !== '?') {
      yield '<';
      at = start + 1;
      continue;
    }
    const end = text.indexOf('>', start);
    if (name === null) {
      at = end + 1;
      continue;
    }
    yield { name: (name[2] ?? '').toLowerCase(), closing: name[1] === '/', attributes: text.slice(start + name[0].length, Math.min(end, start + 2000)) };
    at = end + 1;
  }
}

const ENTITIES: ReadonlyMap<string, string> = new Map(
  Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', auml: 'ä', ouml: 'ö', uuml: 'ü', Auml: 'Ä', Ouml: 'Ö', Uuml: 'Ü', szlig: 'ß', euro: '€', ndash: '–', mdash: '—', bdquo: '„', ldquo: '“', rdquo: '”', hellip: '…', sect: '§', deg: '°', sup2: '²', sup3: '³', middot: '·', bull: '•', minus: '−', eacute: 'é', shy: '\u00ad', thinsp: '\u2009' }),
);

const decodeEntities = (text: string): string =>
  text.includes('&')
    ? text.replaceAll(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]\w{1,9}));?/gi, (whole, hexadecimal?: string, decimal?: string, name?: string) => {
        if (name !== undefined) return ENTITIES.get(name) ?? whole;
        const point = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
        return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
      })
    : text;
