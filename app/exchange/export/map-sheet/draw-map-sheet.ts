import { lookupOf } from '#app/domain/city/city-lookup.ts';
import type { Area, City } from '#app/domain/city/city.ts';
import type { ClassScheme } from '#app/domain/classification/class-scheme.ts';
import { boundsOf, boundsOfAll, labelPointOf } from '#app/domain/geometry/shape-measures.ts';
import type { BoundingBox } from '#app/domain/geometry/shapes.ts';
import { GROUND } from '#shared/palette.ts';
import { formatDate, formatNumber } from '#shared/i18n/number-format.ts';
import { translator, type Translate } from '#shared/i18n/translator.ts';
import { coordinate, escapeXml, wrapText } from '../svg/svg-text.ts';
import { INK, LINE, QUIET_INK, SHEET_FONT, SHEET_SIZES, type MapSheet } from './map-sheet.ts';
import { placeLabels, type LabelWish, type PlacedLabel } from './place-labels.ts';
import { scaleBarMetres, sheetFrame, type Rectangle, type SheetFrame } from './sheet-frame.ts';
import { categoryLegend, institutionSymbols } from './sheet-institutions.ts';
import { focusTest, hatchPatterns, hexOf, mapLayers } from './sheet-layers.ts';
import { sheetLegend } from './sheet-legend.ts';
import { signPath } from './sheet-signs.ts';

/**
 * A map for print, as SVG: title, map, legend with counts, scale bar, sources, date, edition, method and signs. The same
 * input gives the same text; nothing outside is referred to.
 */
export function drawMapSheet(sheet: MapSheet): string {
  const size = SHEET_SIZES[sheet.format];
  const translate = translator(sheet.language);
  const parts = sheet.format === 'sheet' ? landscapeSheet(sheet, translate) : paperFigure(sheet, translate);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" width="${size.width}" height="${size.height}" font-family="${SHEET_FONT}" role="img" xml:lang="${sheet.language}">` +
    `<title>${escapeXml([sheet.title, sheet.subtitle].filter((part) => part !== '').join(' – '))}</title>` +
    `<rect width="${size.width}" height="${size.height}" fill="#ffffff"/>${parts}</svg>`
  );
}

function landscapeSheet(sheet: MapSheet, translate: Translate): string {
  const map: Rectangle = { x: 32, y: 112, width: 1130, height: 756 };
  const side = { x: 1192, y: 112, width: 376 };
  const title =
    `<rect x="32" y="28" width="6" height="62" fill="#0b6470"/>` +
    line(sheet.title, 52, 56, 30, INK, '700') +
    line(sheet.subtitle, 52, 86, 18, QUIET_INK) +
    (sheet.city.manifest.demo ? badge(translate('common.demoData'), 1568, 42) : '');
  const legend = sheet.scheme === undefined ? { svg: '', height: 0 } : sheetLegend(countedInFocus(sheet, sheet.scheme), translate, side, 15, 'q');
  const categories = categoryLegend(sheet, { ...side, y: side.y + legend.height + 14 }, 14);
  const notes = noteLines(sheet, translate).flatMap((note) => [...wrapText(note, side.width, 12), '']);
  const notesTop = 868 - notes.length * 15.2 + 15;
  return (
    title +
    mapPicture(sheet, translate, map, [16, 14, 12.5, 11], 'q') +
    legend.svg +
    categories.svg +
    `<path d="M${side.x} ${coordinate(notesTop - 24)}H${side.x + side.width}" stroke="${LINE}"/>` +
    notes.map((note, index) => line(note, side.x, notesTop + index * 15.2, 12, QUIET_INK)).join('')
  );
}

function paperFigure(sheet: MapSheet, translate: Translate): string {
  const map: Rectangle = { x: 0, y: 0, width: 1000, height: 590 };
  const legend = sheet.scheme === undefined ? { svg: '', height: 0 } : sheetLegend(countedInFocus(sheet, sheet.scheme), translate, { x: 0, y: 606, width: 560 }, 16, 'f');
  const categories = categoryLegend(sheet, { x: 600, y: 606, width: 400 }, 15);
  const notes = noteLines(sheet, translate).flatMap((note) => wrapText(note, 390, 14));
  const notesTop = 622 + categories.height;
  return (
    mapPicture(sheet, translate, map, [17, 15, 13.5], 'f') +
    legend.svg +
    categories.svg +
    notes.map((note, index) => line(note, 600, notesTop + index * 18, 14, QUIET_INK)).join('')
  );
}

/** The classes with the number of their areas in the part of the city the map is about. */
function countedInFocus(sheet: MapSheet, scheme: ClassScheme): ClassScheme {
  if (sheet.focus === undefined) return scheme;
  const shown = lookupOf(sheet.city).areasOf(sheet.level).filter(focusTest(sheet)).map(({ id }) => scheme.classOf.get(id)?.key);
  const counted = scheme.classes.map((mapClass) => ({ ...mapClass, count: shown.filter((key) => key === mapClass.key).length }));
  return { ...scheme, classes: counted.filter(({ hatch, count }) => hatch === 'none' || count > 0) };
}

function mapPicture(sheet: MapSheet, translate: Translate, map: Rectangle, fontSizes: readonly number[], prefix: string): string {
  const frame = sheetFrame(map, boundsToShow(sheet), 18);
  const bar = scaleBar(sheet, frame, translate);
  const symbols = institutionSymbols(sheet, frame);
  const signs = areaSigns(sheet, frame);
  const labels = placeLabels(labelWishes(sheet, frame), map, [bar.box, ...signs.map(({ box }) => box)], fontSizes, symbols.boxes);
  return (
    `<defs>${hatchPatterns(prefix)}<clipPath id="${prefix}-frame"><rect x="${map.x}" y="${map.y}" width="${map.width}" height="${map.height}"/></clipPath></defs>` +
    `<rect x="${map.x}" y="${map.y}" width="${map.width}" height="${map.height}" fill="${hexOf(GROUND.page)}"/>` +
    `<g clip-path="url(#${prefix}-frame)">${mapLayers(sheet, frame, prefix)}${symbols.svg}${signs.map(({ svg }) => svg).join('')}${labels.map(labelText).join('')}</g>` +
    `<rect x="${map.x}" y="${map.y}" width="${map.width}" height="${map.height}" fill="none" stroke="${LINE}"/>` +
    bar.svg
  );
}


function boundsToShow(sheet: MapSheet): BoundingBox {
  const lookup = lookupOf(sheet.city);
  const focus = sheet.focus === undefined ? undefined : lookup.area(sheet.focus);
  const box = focus === undefined ? undefined : boundsOf(focus.shape);
  if (box !== undefined) return widened(box, 0.12);
  return boundsOfAll(lookup.areasOf(sheet.level).map((area) => boundsOf(area.shape))) ?? { minX: 0, minY: 0, maxX: 1000, maxY: 1000 };
}

function widened(box: BoundingBox, share: number): BoundingBox {
  const margin = Math.max(box.maxX - box.minX, box.maxY - box.minY) * share;
  return { minX: box.minX - margin, minY: box.minY - margin, maxX: box.maxX + margin, maxY: box.maxY + margin };
}

/** Above this many areas in view their names would cover the map; the names of the coarser level are shown instead. */
const MOST_NAMED_AREAS = 60;

function labelWishes(sheet: MapSheet, frame: SheetFrame): readonly LabelWish[] {
  const lookup = lookupOf(sheet.city);
  const inFocus = focusTest(sheet);
  const own = lookup.areasOf(sheet.level).filter(inFocus);
  let named: readonly Area[] = own;
  for (let parent = lookup.level(sheet.level)?.nestsIn; named.length > MOST_NAMED_AREAS && parent !== undefined; parent = lookup.level(parent)?.nestsIn) {
    if ((lookup.level(parent)?.order ?? 0) > 0) named = lookup.areasOf(parent);
  }
  const withSign = named === own;
  return named.flatMap((area) => {
    const wish = labelWish(area, frame);
    const sign = withSign ? (sheet.scheme?.classOf.get(area.id)?.sign ?? 'none') : 'none';
    return wish === undefined ? [] : [{ ...wish, signHeight: sign === 'none' ? 0 : 2 * signSize(wish.room) + 6 }];
  });
}

function labelWish(area: Area, frame: SheetFrame): LabelWish | undefined {
  const point = labelPointOf(area.shape);
  const box = boundsOf(area.shape);
  if (point === undefined || box === undefined) return undefined;
  const room = { width: (box.maxX - box.minX) * frame.scale, height: (box.maxY - box.minY) * frame.scale };
  return { text: area.shortName === '' ? area.name : area.shortName, anchor: frame.place(point), room, rank: room.width * room.height, signHeight: 0 };
}

const signSize = (room: { readonly width: number; readonly height: number }): number => Math.max(3.2, Math.min(8.5, Math.min(room.width, room.height) * 0.16));

function areaSigns(sheet: MapSheet, frame: SheetFrame): readonly { readonly svg: string; readonly box: Rectangle }[] {
  const inFocus = focusTest(sheet);
  return lookupOf(sheet.city).areasOf(sheet.level).flatMap((area) => {
    const mapClass = sheet.scheme?.classOf.get(area.id);
    const wish = mapClass === undefined || mapClass.sign === 'none' || !inFocus(area) ? undefined : labelWish(area, frame);
    if (mapClass === undefined || wish === undefined) return [];
    const size = signSize(wish.room);
    const [x, y] = wish.anchor;
    return [{ svg: signPath(mapClass, [x, y - size * 0.6], size), box: { x: x - size, y: y - size * 1.6, width: 2 * size, height: 2 * size } }];
  });
}

const labelText = (label: PlacedLabel): string =>
  label.lines
    .map((words, index) => {
      const y = label.baseline[1] + index * label.fontSize * 1.12;
      return `<text x="${coordinate(label.baseline[0])}" y="${coordinate(y)}" text-anchor="middle" font-size="${label.fontSize}" font-weight="600" fill="${INK}" stroke="#ffffff" stroke-width="${coordinate(label.fontSize * 0.24)}" stroke-linejoin="round" paint-order="stroke">${escapeXml(words)}</text>`;
    })
    .join('');

/** A bar of an exact round length; `data-metres` says which, so that it can be measured. */
function scaleBar(sheet: MapSheet, frame: SheetFrame, translate: Translate): { readonly svg: string; readonly box: Rectangle } {
  const { rectangle } = frame;
  const metres = scaleBarMetres(frame, rectangle.width * 0.2);
  const length = metres * frame.scale;
  const y = rectangle.y + rectangle.height - 22;
  const x = emptierSide(sheet, frame, length + 90) === 'left' ? rectangle.x + 22 : rectangle.x + rectangle.width - length - 88;
  const words = metres >= 1000 ? `${formatNumber(metres / 1000, 0, sheet.language)}\u00a0km` : `${formatNumber(metres, 0, sheet.language)}\u00a0m`;
  const box = { x: x - 12, y: y - 30, width: length + 90, height: 44 };
  return {
    box,
    svg:
      `<g><title>${escapeXml(translate('paper.mapSheet.scale', { length: words }))}</title>` +
      `<rect x="${coordinate(box.x)}" y="${coordinate(box.y)}" width="${coordinate(box.width)}" height="${box.height}" rx="4" fill="#ffffff" fill-opacity="0.88"/>` +
      `<rect x="${coordinate(x)}" y="${coordinate(y - 6)}" width="${length}" height="6" fill="#ffffff" stroke="${INK}" stroke-width="1.2" data-metres="${metres}" data-scale-bar="true"/>` +
      `<rect x="${coordinate(x)}" y="${coordinate(y - 6)}" width="${coordinate(length / 2)}" height="6" fill="${INK}"/>` +
      line('0', x - 4, y - 12, 13, INK) +
      line(words, x + length + 8, y + 1, 14, INK, '600') +
      `</g>`,
  };
}

/** The lower corner of the frame with fewer boundary points in it: the scale bar should cover as little map as it can. */
function emptierSide(sheet: MapSheet, frame: SheetFrame, width: number): 'left' | 'right' {
  const { rectangle } = frame;
  const points = { left: 0, right: 0 };
  for (const area of lookupOf(sheet.city).areasOf(sheet.level)) {
    for (const polygon of area.shape) {
      for (const point of polygon[0] ?? []) {
        const [x, y] = frame.place(point);
        if (y < rectangle.y + rectangle.height - 60) continue;
        if (x < rectangle.x + width + 20) points.left += 1;
        else if (x > rectangle.x + rectangle.width - width - 20) points.right += 1;
      }
    }
  }
  return points.right < points.left ? 'right' : 'left';
}

function noteLines(sheet: MapSheet, translate: Translate): readonly string[] {
  const { manifest } = sheet.city;
  const sources = sourcesLine(sheet.city, translate('paper.mapSheet.andOthers'));
  const hasHatch = sheet.scheme !== undefined && countedInFocus(sheet, sheet.scheme).classes.some((mapClass) => mapClass.hatch === 'confidential' && mapClass.count > 0);
  return [
    ...(manifest.demo && sheet.format === 'figure' ? [`${translate('common.demoData')}.`] : []),
    ...(sheet.format === 'figure' ? [] : sheet.notes),
    ...(hasHatch ? [translate('paper.mapSheet.confidential')] : []),
    translate(sources === '' ? 'paper.mapSheet.noSources' : 'paper.mapSheet.sources', { sources, edition: manifest.edition, city: manifest.city }),
    translate(manifest.licence === '' ? 'paper.mapSheet.noLicence' : 'paper.mapSheet.created', { date: formatDate(sheet.createdAt, sheet.language), licence: manifest.licence }),
  ];
}

/** Sources named once each, by publisher, at most three; the paper lists all of them. */
function sourcesLine(city: City, others: string): string {
  const publishers = [...new Set(city.sources.map((source) => source.publisher).filter((publisher) => publisher !== ''))];
  const named = publishers.slice(0, 3).join('; ');
  return named === '' ? city.manifest.producer : publishers.length > 3 ? `${named} ${others}` : named;
}

const line = (words: string, x: number, y: number, fontSize: number, fill: string, weight = '400'): string =>
  words === '' ? '' : `<text x="${coordinate(x)}" y="${coordinate(y)}" font-size="${fontSize}" font-weight="${weight}" fill="${fill}">${escapeXml(words)}</text>`;

const badge = (words: string, right: number, y: number): string =>
  `<g><rect x="${right - 214}" y="${y - 22}" width="214" height="32" rx="4" fill="#fff4d6" stroke="#a86b00"/><text x="${right - 107}" y="${y}" text-anchor="middle" font-size="15" font-weight="600" fill="#5c3b00">${escapeXml(words)}</text></g>`;
