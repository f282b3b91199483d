import type { SaxesTagPlain } from 'saxes';
import { SaxesParser } from 'saxes';
import { damaged } from '../workbook-fault.ts';

/** What is told of a part. Names come without prefix (`x:row` → `row`); attributes as they are written. */
export type XmlVisitor = {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
};
/** Hands the part over in pieces. */
export type PartPieces = (take: (piece: Uint8Array) => void) => void;

const DEPTH = 100;
const ATTRIBUTE_CHARACTERS = 100_000;
/** What an element may hold without a line end: the longest text of a cell has 32,767 characters, markup may multiply them. */
const PIECE = 65_536;

/**
 * Goes through a part of a workbook while it is being inflated. A document type definition is refused, so entities never expand and nothing is fetched;
 * depth and length of attributes are limited; bytes that are not UTF-8 (or UTF-16 with its mark) are damage. Throws `WorkbookFault`.
 */
export function readXml(file: string, part: string, pieces: PartPieces, visitor: XmlVisitor): void {
  const parser = new SaxesParser<{ readonly xmlns: false; readonly position: false }>({ xmlns: false, position: false });
  let depth = 0;
  parser.on('error', (error) => {
    throw damaged(file, 'xml', { part }, error.message);
  });
  parser.on('doctype', () => {
    throw damaged(file, 'xmlDoctype', { part });
  });
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    depth += 1;
    if (depth > DEPTH) throw damaged(file, 'xmlDepth', { part });
    visitor.open?.(localName(name), attributes);
  });
  parser.on('attribute', ({ value }) => {
    if (value.length > ATTRIBUTE_CHARACTERS) throw damaged(file, 'xmlAttribute', { part });
  });
  parser.on('closetag', ({ name }: SaxesTagPlain) => {
    depth -= 1;
    visitor.close?.(localName(name));
  });
  if (visitor.text !== undefined) {
    parser.on('text', visitor.text);
    parser.on('cdata', visitor.text);
  }

  let decoder: TextDecoder | undefined;
  const write = (bytes: Uint8Array, last: boolean) => {
    let text: string;
    try {
      decoder ??= new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8', { fatal: true });
      text = decoder.decode(bytes, { stream: !last });
    } catch {
      throw damaged(file, 'xmlEncoding', { part });
    }
    parser.write(text);
  };
  pieces((piece) => {
    for (let at = 0; at < piece.length; at += PIECE) write(piece.subarray(at, at + PIECE), false);
  });
  write(new Uint8Array(), true);
  parser.close();
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}
