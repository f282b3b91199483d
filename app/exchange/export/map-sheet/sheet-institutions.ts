import { INSTITUTION } from '#shared/palette.ts';
import { lookupOf } from '#app/domain/city/city-lookup.ts';
import type { Category, Institution } from '#app/domain/city/city.ts';
import { SYMBOL_BOX, SYMBOLS, symbolOf } from '#app/domain/city/symbols.ts';
import type { Coordinate } from '#app/domain/geometry/shapes.ts';
import { coordinate, escapeXml, wrapText } from '../svg/svg-text.ts';
import { INK, type MapSheet } from './map-sheet.ts';
import type { Rectangle, SheetFrame } from './sheet-frame.ts';
import type { Drawing } from './sheet-legend.ts';

/** Located, public institutions of the wanted categories; citywide offers have no place on a map. */
export function institutionSymbols(sheet: MapSheet, frame: SheetFrame): { readonly svg: string; readonly boxes: readonly Rectangle[] } {
  const { rectangle } = frame;
  const boxes: Rectangle[] = [];
  const symbols = shownInstitutions(sheet).flatMap((institution) => {
    if (institution.location === undefined) return [];
    const [x, y] = frame.place(institution.location);
    const outside = x < rectangle.x || y < rectangle.y || x > rectangle.x + rectangle.width || y > rectangle.y + rectangle.height;
    if (outside) return [];
    boxes.push({ x: x - 7, y: y - 7, width: 14, height: 14 });
    return [symbol(lookupOf(sheet.city).category(institution.category), [x, y], 7)];
  });
  return { svg: symbols.length === 0 ? '' : `<g>${symbols.join('')}</g>`, boxes };
}

export function categoryLegend(sheet: MapSheet, box: { x: number; y: number; width: number }, fontSize: number): Drawing {
  const lookup = lookupOf(sheet.city);
  const parts: string[] = [];
  let y = box.y;
  for (const id of sheet.categories) {
    const category = lookup.category(id);
    if (category === undefined) continue;
    const count = shownInstitutions(sheet).filter((institution) => institution.category === id).length;
    const lines = wrapText(`${category.name} (${count})`, box.width - fontSize * 2, fontSize);
    parts.push(symbol(category, [box.x + fontSize * 0.6, y + fontSize * 0.7], fontSize * 0.6));
    lines.forEach((words, index) => parts.push(`<text x="${coordinate(box.x + fontSize * 1.7)}" y="${coordinate(y + fontSize * (1.05 + index * 1.2))}" font-size="${fontSize}" fill="${INK}">${escapeXml(words)}</text>`));
    y += fontSize * (0.45 + lines.length * 1.2);
  }
  return { svg: parts.join(''), height: y - box.y + (parts.length > 0 ? 8 : 0) };
}

function shownInstitutions(sheet: MapSheet): readonly Institution[] {
  const wanted = new Set(sheet.categories);
  return sheet.city.institutions.filter((institution) => wanted.has(institution.category) && institution.public && institution.reach === 'located' && institution.location !== undefined);
}

function symbol(category: Category | undefined, [x, y]: Coordinate, radius: number): string {
  const scale = (radius * 1.25) / SYMBOL_BOX;
  const corner = radius * 0.625;
  return (
    `<circle cx="${coordinate(x)}" cy="${coordinate(y)}" r="${coordinate(radius)}" fill="rgb(${INSTITUTION.disc.join()})" stroke="rgb(${INSTITUTION.ring.join()})" stroke-width="1.2"/>` +
    `<path transform="translate(${coordinate(x - corner)} ${coordinate(y - corner)}) scale(${scale.toFixed(4)})" d="${SYMBOLS[symbolOf(category)]}" fill="rgb(${INSTITUTION.glyph.join()})" fill-rule="evenodd"/>`
  );
}
