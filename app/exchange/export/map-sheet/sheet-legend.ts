import type { ClassScheme, MapClass } from '#app/domain/classification/class-scheme.ts';
import type { Translate } from '#shared/i18n/translator.ts';
import { coordinate, escapeXml, textWidth, wrapText } from '../svg/svg-text.ts';
import { INK, QUIET_INK } from './map-sheet.ts';
import { fillOf } from './sheet-layers.ts';
import { signPath } from './sheet-signs.ts';

export type Drawing = { readonly svg: string; readonly height: number };

/**
 * The legend, drawn from the same classes as the map: a grid of status × trend where the scheme has two dimensions, a list
 * otherwise; below it the hatches. Every field carries the number of its areas.
 */
export function sheetLegend(scheme: ClassScheme, translate: Translate, box: { x: number; y: number; width: number }, fontSize: number, prefix: string): Drawing {
  const shown = scheme.classes.filter((mapClass) => mapClass.hatch === 'none');
  const hatched = scheme.classes.filter((mapClass) => mapClass.hatch !== 'none');
  const twoDimensional = shown.some((mapClass) => mapClass.column > 0) && shown.every((mapClass) => mapClass.label.length > 1);
  const lineHeight = fontSize * 1.35;
  const titleLines = wrapText(translate(scheme.title, scheme.titleValues), box.width, fontSize * 1.1);
  const title = titleLines.map((words, index) => `<text x="${box.x}" y="${coordinate(box.y + fontSize + index * lineHeight)}" font-size="${fontSize * 1.1}" font-weight="700" fill="${INK}">${escapeXml(words)}</text>`).join('');
  const noteLines = scheme.note === undefined ? [] : wrapText(translate(scheme.note), box.width, fontSize * 0.88);
  const noteTop = box.y + fontSize + titleLines.length * lineHeight;
  const note = noteLines.map((words, index) => `<text x="${box.x}" y="${coordinate(noteTop + index * lineHeight)}" font-size="${coordinate(fontSize * 0.88)}" fill="${QUIET_INK}">${escapeXml(words)}</text>`).join('');
  const head = fontSize * 1.75 + (titleLines.length - 1 + noteLines.length) * lineHeight;
  const top = box.y + head;
  const body = twoDimensional
    ? grid(shown, translate, { ...box, y: top }, fontSize, prefix)
    : list(shown, translate, { ...box, y: top }, fontSize, prefix);
  const rest = list(hatched, translate, { ...box, y: top + body.height + (hatched.length > 0 ? fontSize * 0.5 : 0) }, fontSize, prefix);
  return { svg: `<g>${title}${note}${body.svg}${rest.svg}</g>`, height: head + body.height + rest.height + fontSize * 0.5 };
}

function grid(classes: readonly MapClass[], translate: Translate, box: { x: number; y: number; width: number }, fontSize: number, prefix: string): Drawing {
  const columns = [...new Set(classes.map(({ column }) => column))].sort((a, b) => a - b);
  const rows = [...new Set(classes.map(({ row }) => row))].sort((a, b) => a - b);
  const cell = fontSize * 3.7;
  const gap = 3;
  const headHeight = fontSize * 1.6;
  const rowHeight = fontSize * 2.15;
  const labelX = box.x + columns.length * (cell + gap) + fontSize * 0.6;
  const labelWidth = box.x + box.width - labelX;
  const parts: string[] = [];
  columns.forEach((column, index) => {
    const first = classes.find((mapClass) => mapClass.column === column);
    const word = first?.label[1] === undefined ? '' : translate(first.label[1]);
    parts.push(centred(word, box.x + index * (cell + gap) + cell / 2, box.y + fontSize, fontSize * 0.88, QUIET_INK));
  });
  let y = box.y + headHeight;
  for (const row of rows) {
    const first = classes.find((mapClass) => mapClass.row === row);
    const lines = wrapText(first?.label[0] === undefined ? '' : translate(first.label[0]), labelWidth, fontSize);
    const height = Math.max(rowHeight, lines.length * fontSize * 1.2 + 8);
    columns.forEach((column, index) => {
      const mapClass = classes.find((candidate) => candidate.row === row && candidate.column === column);
      if (mapClass === undefined) return;
      const x = box.x + index * (cell + gap);
      parts.push(field(mapClass, x, y, cell, height - gap, fontSize, prefix));
    });
    const firstLine = y + (height - gap) / 2 - ((lines.length - 1) * fontSize * 1.2) / 2 + fontSize * 0.36;
    lines.forEach((line, index) => parts.push(`<text x="${coordinate(labelX)}" y="${coordinate(firstLine + index * fontSize * 1.2)}" font-size="${fontSize}" fill="${INK}">${escapeXml(line)}</text>`));
    y += height;
  }
  return { svg: parts.join(''), height: y - box.y };
}

function list(classes: readonly MapClass[], translate: Translate, box: { x: number; y: number; width: number }, fontSize: number, prefix: string): Drawing {
  const cell = fontSize * 3.7;
  const gap = 3;
  const parts: string[] = [];
  let y = box.y;
  for (const mapClass of classes) {
    const words = mapClass.label.map((key) => translate(key, mapClass.labelValues)).join(', ');
    const lines = wrapText(words, box.width - cell - fontSize * 0.6, fontSize);
    const height = Math.max(fontSize * 2.15, lines.length * fontSize * 1.2 + gap);
    parts.push(field(mapClass, box.x, y, cell, height - gap, fontSize, prefix));
    const firstLine = y + (height - gap) / 2 - ((lines.length - 1) * fontSize * 1.2) / 2 + fontSize * 0.36;
    lines.forEach((line, index) => parts.push(`<text x="${coordinate(box.x + cell + fontSize * 0.6)}" y="${coordinate(firstLine + index * fontSize * 1.2)}" font-size="${fontSize}" fill="${INK}">${escapeXml(line)}</text>`));
    y += height;
  }
  return { svg: parts.join(''), height: y - box.y };
}

/** One field: fill or hatch, the sign, and how many areas. */
function field(mapClass: MapClass, x: number, y: number, width: number, height: number, fontSize: number, prefix: string): string {
  const count = String(mapClass.count);
  const badge = textWidth(count, fontSize * 0.82, true) + fontSize * 0.5;
  const sign = signPath(mapClass, [x + width * 0.3, y + height / 2], fontSize * 0.55);
  const badgeX = mapClass.sign === 'none' ? x + width / 2 : x + width * 0.68;
  return (
    `<rect x="${coordinate(x)}" y="${coordinate(y)}" width="${coordinate(width)}" height="${coordinate(height)}" rx="2" fill="${fillOf(mapClass, prefix)}" stroke="#44545e" stroke-width="0.9"/>` +
    sign +
    `<rect x="${coordinate(badgeX - badge / 2)}" y="${coordinate(y + height / 2 - fontSize * 0.58)}" width="${coordinate(badge)}" height="${coordinate(fontSize * 1.16)}" rx="${coordinate(fontSize * 0.3)}" fill="#ffffff" fill-opacity="0.92"/>` +
    centred(count, badgeX, y + height / 2 + fontSize * 0.3, fontSize * 0.82, INK, '600')
  );
}

const centred = (word: string, x: number, y: number, fontSize: number, fill: string, weight = '400'): string =>
  `<text x="${coordinate(x)}" y="${coordinate(y)}" text-anchor="middle" font-size="${coordinate(fontSize)}" font-weight="${weight}" fill="${fill}">${escapeXml(word)}</text>`;
