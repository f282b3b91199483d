import type { RawCell } from '../../source.ts';
import { cellReference, LAST_COLUMN, LAST_ROW } from '../cell-reference.ts';
import type { NumberFormat } from '../number-format.ts';
import { generalFormat } from '../number-format.ts';
import type { SheetBuilder } from '../sheet-builder.ts';
import { damaged } from '../workbook-fault.ts';
import type { PartPieces } from './read-xml.ts';
import { readXml } from './read-xml.ts';
import { isTrue, textCollector, unescaped } from './workbook-parts.ts';

export type SheetContext = { readonly file: string; readonly strings: readonly string[]; readonly formats: readonly NumberFormat[] };

/** One `<c>` while it is open. */
type OpenCell = { row: number; column: number; type: string; style: number; value: string; hasValue: boolean; formula: boolean };

/** A worksheet part into the builder: only rows and cells that exist are looked at, and of formulas only the value that was computed last. */
export function readSheet(part: string, pieces: PartPieces, { file, strings, formats }: SheetContext, sheet: SheetBuilder): void {
  let [row, column] = [-1, -1];
  let cell: OpenCell | undefined;
  let inValue = false;
  const inline = textCollector();

  readXml(file, part, pieces, {
    open: (name, attributes) => {
      switch (name) {
        case 'row':
          row = attributes['r'] === undefined ? row + 1 : rowNumber(attributes['r']);
          column = -1;
          if (isTrue(attributes['hidden'])) sheet.remark('hiddenRows', row);
          break;
        case 'c': {
          const place = attributes['r'] === undefined ? { row, column: column + 1 } : cellReference(attributes['r']);
          if (place === undefined || place.row < 0 || place.column >= LAST_COLUMN) throw damaged(file, 'cellReference', { part, reference: (attributes['r'] ?? '').slice(0, 20) });
          column = place.column;
          cell = { ...place, type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? 0), value: '', hasValue: false, formula: false };
          break;
        }
        case 'v':
          inValue = cell !== undefined;
          break;
        case 'f':
          if (cell !== undefined) cell.formula = true;
          break;
        case 'col':
          if (isTrue(attributes['hidden'])) sheet.remarkColumn('hiddenColumns', columnNumber(attributes['min']));
          break;
        case 'mergeCell':
          addMerge(sheet, attributes['ref'] ?? '');
          break;
        default:
          if (cell?.type === 'inlineStr') inline.open(name);
      }
    },
    text: (text) => {
      if (cell === undefined) return;
      if (inValue) {
        cell.value += text;
        cell.hasValue = true;
      } else if (cell.type === 'inlineStr') inline.add(text);
    },
    close: (name) => {
      if (name === 'v') inValue = false;
      else if (name === 'c' && cell !== undefined) {
        if (cell.type === 'inlineStr' && !cell.hasValue) cell.value = inline.take();
        putCell(cell);
        cell = undefined;
      } else if (cell?.type === 'inlineStr') inline.close(name);
    },
  });

  function rowNumber(text: string): number {
    const number = Number(text);
    if (!Number.isInteger(number) || number < 1 || number > LAST_ROW) throw damaged(file, 'cellReference', { part, reference: text.slice(0, 20) });
    return number - 1;
  }

  function putCell(open: OpenCell): void {
    if (open.formula && !open.hasValue && open.type !== 'str') sheet.remark('formulaWithoutValue', open.row, open.column);
    else sheet.put(open.row, open.column, valueOf(open));
  }

  function valueOf({ type, value, style, row: at, column: across }: OpenCell): RawCell {
    switch (type) {
      case 's': {
        const text = /^\s*\d+\s*$/.test(value) ? strings[Number(value)] : undefined;
        if (text === undefined && value !== '') throw damaged(file, 'sharedString', { part, reference: value.slice(0, 20) });
        return text === '' ? undefined : text;
      }
      case 'str':
        return unescaped(value) === '' ? undefined : unescaped(value);
      case 'b':
        return value === '' ? undefined : isTrue(value.trim()) ? 'WAHR' : 'FALSCH';
      case 'd':
        return value.trim() === '' ? undefined : value.trim().replace(/T00:00(:00(\.0+)?)?Z?$/, '');
      case 'n': {
        if (value.trim() === '') return undefined;
        const number = Number(value);
        if (!Number.isFinite(number)) return value;
        const { cell: shown, hidden } = (formats[style] ?? generalFormat)(number);
        if (hidden) sheet.remark(shown === undefined ? 'hiddenNumber' : 'signForNumber', at, across);
        return shown;
      }
      default: // inlineStr and errors (`#N/A`) are their text
        return value === '' ? undefined : value;
    }
  }
}

function columnNumber(text: string | undefined): number {
  const number = Number(text);
  return Number.isInteger(number) && number >= 1 && number <= LAST_COLUMN ? number - 1 : 0;
}

function addMerge(sheet: SheetBuilder, reference: string): void {
  const [from, to] = reference.split(':').map(cellReference);
  if (from === undefined || to === undefined) return;
  sheet.merge({
    top: Math.min(from.row, to.row),
    left: Math.min(from.column, to.column),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.column, to.column),
  });
}

