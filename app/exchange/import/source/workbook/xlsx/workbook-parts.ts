import type { NumberFormat } from '../number-format.ts';
import { builtInFormat, generalFormat, numberFormat } from '../number-format.ts';
import type { PartPieces } from './read-xml.ts';
import { readXml } from './read-xml.ts';

export type SheetEntry = { readonly name: string; readonly hidden: boolean; readonly relation: string };
export type WorkbookPart = { readonly sheets: readonly SheetEntry[]; readonly from1904: boolean };

/** `xl/workbook.xml`: the sheets in their order, and from when days are counted. */
export function readWorkbookPart(file: string, part: string, pieces: PartPieces): WorkbookPart {
  const sheets: SheetEntry[] = [];
  let from1904 = false;
  readXml(file, part, pieces, {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = isTrue(attributes['date1904']);
      if (name !== 'sheet') return;
      const relation = Object.entries(attributes).find(([key]) => key === 'id' || key.endsWith(':id'))?.[1] ?? '';
      sheets.push({ name: attributes['name'] ?? '', hidden: attributes['state'] === 'hidden' || attributes['state'] === 'veryHidden', relation });
    },
  });
  return { sheets, from1904 };
}

export type Relation = { readonly type: string; readonly target: string };

/** A `.rels` part: relations by id. `target` is the name of the part inside the archive; types keep only their last word (transitional and strict alike). */
export function readRelations(file: string, part: string, pieces: PartPieces): ReadonlyMap<string, Relation> {
  const relations = new Map<string, Relation>();
  // xl/_rels/workbook.xml.rels speaks of what lies in xl/
  const folder = part.replace(/_rels\/[^/]*$/, '');
  readXml(file, part, pieces, {
    open: (name, attributes) => {
      if (name !== 'Relationship' || attributes['TargetMode'] === 'External') return;
      relations.set(attributes['Id'] ?? '', { type: (attributes['Type'] ?? '').replace(/^.*\//, ''), target: partName(folder, attributes['Target'] ?? '') });
    },
  });
  return relations;
}

function partName(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const segments: string[] = [];
  for (const segment of `${folder}${target}`.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '.' && segment !== '') segments.push(segment);
  }
  return segments.join('/');
}

/** `xl/styles.xml`: what each cell style makes of numbers, by the index that cells name. */
export function readNumberFormats(file: string, part: string, pieces: PartPieces, from1904: boolean): readonly NumberFormat[] {
  const codes = new Map<number, string>();
  const styles: number[] = [];
  let inCellStyles = false;
  readXml(file, part, pieces, {
    open: (name, attributes) => {
      if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      if (name === 'cellXfs') inCellStyles = true;
      if (name === 'xf' && inCellStyles) styles.push(Number(attributes['numFmtId'] ?? 0));
    },
    close: (name) => {
      if (name === 'cellXfs') inCellStyles = false;
    },
  });
  const formats = new Map<number, NumberFormat>();
  return styles.map((id) => {
    const known = formats.get(id) ?? formatOf(codes.get(id) ?? builtInFormat(id), from1904);
    formats.set(id, known);
    return known;
  });
}

const formatOf = (code: string, from1904: boolean): NumberFormat => (/^(general|standard)?$/i.test(code) ? generalFormat : numberFormat(code.slice(0, 255), from1904));

/** `xl/sharedStrings.xml`. Phonetic runs (`rPh`) are reading aids and no part of the text. */
export function readSharedStrings(file: string, part: string, pieces: PartPieces): readonly string[] {
  const strings: string[] = [];
  const text = textCollector();
  readXml(file, part, pieces, {
    open: text.open,
    text: text.add,
    close: (name) => {
      text.close(name);
      if (name === 'si') strings.push(text.take());
    },
  });
  return strings;
}

/** Gathers what stands in `<t>`, outside of phonetic runs, with `_x000D_` and the like read as the characters they stand for. */
export function textCollector() {
  let [inText, phonetic, collected] = [false, 0, ''];
  return {
    open: (name: string) => {
      if (name === 'rPh') phonetic += 1;
      if (name === 't') inText = phonetic === 0;
    },
    add: (text: string) => {
      if (inText) collected += text;
    },
    close: (name: string) => {
      if (name === 'rPh') phonetic -= 1;
      if (name === 't') inText = false;
    },
    take: () => {
      const text = unescaped(collected);
      collected = '';
      return text;
    },
  };
}

/** Workbooks write characters that XML lacks as `_x000D_`; line ends become LF. */
export const unescaped = (text: string): string =>
  (text.includes('_x') ? text.replaceAll(/_x([\dA-Fa-f]{4})_/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16))) : text).replaceAll('\r\n', '\n');

export const isTrue = (attribute: string | undefined): boolean => attribute === '1' || attribute === 'true' || attribute === 'on';
