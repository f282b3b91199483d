import type { Area, City, ContextKind } from '#app/domain/city/city.ts';
import type { Colour, MapClass } from '#app/domain/classification/class-scheme.ts';
import type { MultiPolygon } from '#app/domain/geometry/shapes.ts';
import { GROUND, HATCH_LINE, NEUTRAL_FILL, OUTLINE, REACH } from '#shared/palette.ts';
import { lookupOf } from '#app/domain/city/city-lookup.ts';
import { cityOutline } from '#app/domain/city/city-outline.ts';
import type { MapSheet } from './map-sheet.ts';
import { linePath, shapePath, type SheetFrame } from './sheet-frame.ts';

/** Patterns for areas without a class. They differ in direction and density, so they stay apart in grey print. */
export const hatchPatterns = (prefix: string): string =>
  `<pattern id="${prefix}-confidential" patternUnits="userSpaceOnUse" width="7" height="7" patternTransform="rotate(45)"><rect width="7" height="7" fill="${hexOf(NEUTRAL_FILL.confidential)}"/><path d="M0 0V7" stroke="${hexOf(HATCH_LINE)}" stroke-width="2.4"/></pattern>` +
  `<pattern id="${prefix}-noClass" patternUnits="userSpaceOnUse" width="11" height="11" patternTransform="rotate(-45)"><rect width="11" height="11" fill="${hexOf(NEUTRAL_FILL.noClass)}"/><path d="M0 0V11" stroke="${hexOf(HATCH_LINE)}" stroke-width="1.2"/></pattern>`;

export function fillOf(mapClass: MapClass | undefined, prefix: string): string {
  if (mapClass === undefined) return hexOf(NEUTRAL_FILL.plain);
  switch (mapClass.hatch) {
    case 'confidential':
      return `url(#${prefix}-confidential)`;
    case 'noClass':
      return `url(#${prefix}-noClass)`;
    case 'none':
      return hexOf(mapClass.fill);
  }
}

export const hexOf = ([red, green, blue]: Colour): string => `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;

/** The map from the ground up: surroundings, classes, water and traffic, boundaries. */
export function mapLayers(sheet: MapSheet, frame: SheetFrame, prefix: string): string {
  const { city } = sheet;
  const areas = lookupOf(city).areasOf(sheet.level);
  const inFocus = focusTest(sheet);
  // many small areas need thinner lines, or the lines would cover them
  const [casing, border] = areas.filter(inFocus).length > 150 ? [1.1, 0.5] : [2.6, 0.9];
  const fills = areas
    .map((area) => `<path d="${shapePath(frame, area.shape)}" fill="${fillOf(sheet.scheme?.classOf.get(area.id), prefix)}"${inFocus(area) ? '' : ' opacity="0.38"'}/>`)
    .join('');
  const outlines = areas
    .map((area) => `<path d="${shapePath(frame, area.shape)}" fill="none" stroke="${hexOf(OUTLINE.casing)}" stroke-width="${casing}" stroke-linejoin="round"/>`)
    .join('');
  const boundaries = areas
    .map((area) => `<path d="${shapePath(frame, area.shape)}" fill="none" stroke="${hexOf(OUTLINE.line)}" stroke-width="${border}" stroke-linejoin="round"${inFocus(area) ? '' : ' opacity="0.5"'}/>`)
    .join('');
  return [
    context(city, frame, ['builtUp', 'green']),
    `<g fill-rule="evenodd">${fills}</g>`,
    context(city, frame, ['water', 'rail', 'mainRoad']),
    `<g>${outlines}${boundaries}</g>`,
    groupBoundaries(sheet, frame),
    cityBoundary(sheet, frame),
    focusBoundary(sheet, frame),
    sheet.outline === undefined ? '' : reach(frame, sheet.outline),
  ].join('');
}

/** Whether an area is what the sheet is about; without a focus every area is. */
export function focusTest(sheet: MapSheet): (area: Area) => boolean {
  if (sheet.focus === undefined) return () => true;
  const inside = new Set(lookupOf(sheet.city).descendantsOf(sheet.focus, sheet.level).map(({ id }) => id));
  inside.add(sheet.focus);
  return (area) => inside.has(area.id);
}

const contextPaint = {
  builtUp: { area: GROUND.builtUp, line: GROUND.builtUp, width: 1 },
  green: { area: GROUND.green, line: GROUND.green, width: 1 },
  water: { area: GROUND.water, line: GROUND.waterLine, width: 2.2 },
  rail: { area: GROUND.rail, line: GROUND.rail, width: 1.3 },
  mainRoad: { area: GROUND.mainRoad, line: GROUND.mainRoad, width: 1.6 },
  other: { area: GROUND.other, line: GROUND.other, width: 0.8 },
} as const satisfies Record<ContextKind, { area: Colour; line: Colour; width: number }>;

function context(city: City, frame: SheetFrame, kinds: readonly ContextKind[]): string {
  return kinds
    .flatMap((kind) => city.context.filter((layer) => layer.kind === kind))
    .map((layer) => {
      const paint = contextPaint[layer.kind];
      const shapes = layer.shapes.map((shape) => {
        switch (shape.type) {
          case 'area':
            return `<path d="${shapePath(frame, shape.shape)}" fill="${hexOf(paint.area)}" fill-rule="evenodd"/>`;
          case 'line':
            return `<path d="${linePath(frame, shape.line)}" fill="none" stroke="${hexOf(paint.line)}" stroke-width="${paint.width}" stroke-linecap="round" stroke-linejoin="round"${layer.kind === 'mainRoad' ? ' opacity="0.55"' : ''}/>`;
        }
      });
      return `<g>${shapes.join('')}</g>`;
    })
    .join('');
}

/** Boundaries of the level the shown one nests in, a little stronger than those of the areas themselves. */
function groupBoundaries(sheet: MapSheet, frame: SheetFrame): string {
  const lookup = lookupOf(sheet.city);
  const parent = lookup.level(sheet.level)?.nestsIn;
  const parentLevel = parent === undefined ? undefined : lookup.level(parent);
  if (parentLevel === undefined || parentLevel.order === 0) return '';
  const paths = lookup.areasOf(parentLevel.id).map((area) => shapePath(frame, area.shape));
  return `<g fill="none" stroke="${hexOf(OUTLINE.city)}" stroke-width="1.7" stroke-linejoin="round" opacity="0.75">${paths.map((path) => `<path d="${path}"/>`).join('')}</g>`;
}

/** The outline of the city: its own area where the bundle has one, otherwise nothing is invented. */
function cityBoundary(sheet: MapSheet, frame: SheetFrame): string {
  const outline = cityOutline(sheet.city);
  if (outline.length === 0) return '';
  return `<g fill="none" stroke="${hexOf(OUTLINE.city)}" stroke-width="2.4" stroke-linejoin="round"><path d="${shapePath(frame, outline)}"/></g>`;
}

function focusBoundary(sheet: MapSheet, frame: SheetFrame): string {
  const area = sheet.focus === undefined ? undefined : lookupOf(sheet.city).area(sheet.focus);
  if (area === undefined) return '';
  const path = shapePath(frame, area.shape);
  return `<path d="${path}" fill="none" stroke="#ffffff" stroke-width="7" stroke-linejoin="round" opacity="0.8"/><path d="${path}" fill="none" stroke="#0b5560" stroke-width="3.6" stroke-linejoin="round"/>`;
}

const reach = (frame: SheetFrame, outline: MultiPolygon): string =>
  `<path d="${shapePath(frame, outline)}" fill="${hexOf(REACH.line)}" fill-opacity="0.08" fill-rule="evenodd" stroke="${hexOf(REACH.line)}" stroke-width="1.4" stroke-dasharray="6 4"/>`;
