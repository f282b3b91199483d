import { formatNumber } from '#shared/i18n/number-format.ts';
import type { Language } from '#shared/localized.ts';
import { coordinate, escapeXml, textWidth, wrapText } from './svg-text.ts';

export type ChartPoint = { readonly date: string; readonly value: number | undefined };
export type ChartPanel = {
  readonly title: string;
  readonly unit: string;
  readonly precision: number;
  readonly focus: readonly ChartPoint[];
  readonly reference: readonly ChartPoint[];
  readonly others: readonly (readonly ChartPoint[])[];
};
export type ChartWords = { readonly language: Language; readonly lang: string; readonly focus: string; readonly reference: string; readonly others: string };

const PANEL = { width: 320, height: 214 } as const;
const plot = { left: 44, top: 44, width: 244, height: 128 } as const;
const INK = '#16232b';
const QUIET = '#51626c';

/**
 * Small charts side by side, three in a row, each with its own scale from zero. Only released values come in; a gap in the
 * values is a gap in the line. The Sozialraum is a thick line with dots, the city a dashed one: readable in grey.
 */
export function smallTimeSeries(panels: readonly ChartPanel[], words: ChartWords): { readonly svg: string; readonly width: number; readonly height: number } {
  const columns = Math.min(panels.length, 3);
  const rows = Math.ceil(panels.length / columns);
  const width = Math.max(columns * PANEL.width, 320);
  const height = rows * PANEL.height + 30;
  const drawn = panels.map((panel, index) => `<g transform="translate(${(index % columns) * PANEL.width} ${Math.floor(index / columns) * PANEL.height})">${panelDrawing(panel, words.language)}</g>`);
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="Inter, Carlito, Calibri, Arial, sans-serif" role="img" xml:lang="${words.lang}">` +
    `<rect width="${width}" height="${height}" fill="#ffffff"/>${drawn.join('')}${key(words, height - 12, panels.some(({ others }) => others.length > 0), width)}</svg>`;
  return { svg, width, height };
}

function panelDrawing(panel: ChartPanel, language: Language): string {
  const values = [panel.focus, panel.reference, ...panel.others].flatMap((points) => points.flatMap(({ value }) => (value === undefined ? [] : [value])));
  const top = niceTop(Math.max(0, ...values));
  const bottom = Math.min(0, ...values) < 0 ? -niceTop(-Math.min(...values)) : 0;
  const dates = panel.focus.map(({ date }) => date);
  const x = (index: number): number => plot.left + (dates.length < 2 ? plot.width / 2 : (index / (dates.length - 1)) * plot.width);
  const y = (value: number): number => plot.top + plot.height - ((value - bottom) / (top - bottom || 1)) * plot.height;
  const ticks = [bottom, bottom + (top - bottom) / 2, top];
  const tickPrecision = top - bottom >= 4 ? (Number.isInteger((top - bottom) / 2) ? 0 : 1) : 2;
  const title = wrapText(panel.unit === '' ? panel.title : `${panel.title} (${panel.unit})`, PANEL.width - 28, 13).slice(0, 2);
  return (
    title.map((words, index) => `<text x="6" y="${16 + index * 15}" font-size="13" font-weight="600" fill="${INK}">${escapeXml(words)}</text>`).join('') +
    ticks.map((tick) => `<path d="M${plot.left} ${coordinate(y(tick))}H${plot.left + plot.width}" stroke="${tick === 0 ? '#8d9aa2' : '#dfe5e8'}" stroke-width="1"/><text x="${plot.left - 6}" y="${coordinate(y(tick) + 4)}" text-anchor="end" font-size="11" fill="${QUIET}">${escapeXml(formatNumber(tick, tickPrecision, language))}</text>`).join('') +
    [0, dates.length - 1].map((index) => `<text x="${coordinate(x(index))}" y="${plot.top + plot.height + 18}" text-anchor="${index === 0 ? 'start' : 'end'}" font-size="11" fill="${QUIET}">${escapeXml(dates[index]?.slice(0, 4) ?? '')}</text>`).join('') +
    panel.others.map((points) => `<path d="${path(points, x, y)}" fill="none" stroke="#c3ccd1" stroke-width="1.1"/>`).join('') +
    `<path d="${path(panel.reference, x, y)}" fill="none" stroke="${INK}" stroke-width="1.8" stroke-dasharray="5 3.5"/>` +
    `<path d="${path(panel.focus, x, y)}" fill="none" stroke="#0b6470" stroke-width="2.8" stroke-linejoin="round"/>` +
    endLabels(panel, x, y, language)
  );
}

/** The last known value of both lines, kept apart when they end close together. */
function endLabels(panel: ChartPanel, x: (index: number) => number, y: (value: number) => number, language: Language): string {
  const focus = lastKnown(panel.focus);
  const reference = lastKnown(panel.reference);
  let focusY = focus === undefined ? 0 : y(focus.value);
  let referenceY = reference === undefined ? 0 : y(reference.value);
  if (focus !== undefined && reference !== undefined && Math.abs(focusY - referenceY) < 12) {
    const middle = (focusY + referenceY) / 2;
    const up = focus.value >= reference.value;
    focusY = middle + (up ? -6.5 : 6.5);
    referenceY = middle + (up ? 6.5 : -6.5);
  }
  const label = (value: number, height: number, colour: string, weight: number): string => `<text x="${plot.left + plot.width + 7}" y="${coordinate(height + 4)}" font-size="11" font-weight="${weight}" fill="${colour}">${escapeXml(formatNumber(value, value >= 1000 ? 0 : panel.precision, language))}</text>`;
  return (
    (focus === undefined ? '' : `<circle cx="${coordinate(x(focus.index))}" cy="${coordinate(y(focus.value))}" r="3.4" fill="#0b6470"/>${label(focus.value, focusY, '#0b6470', 700)}`) +
    (reference === undefined ? '' : label(reference.value, referenceY, INK, 400))
  );
}

function lastKnown(points: readonly ChartPoint[]): { readonly index: number; readonly value: number } | undefined {
  for (let index = points.length - 1; index >= 0; index -= 1) {
    const value = points[index]?.value;
    if (value !== undefined) return { index, value };
  }
  return undefined;
}

function path(points: readonly ChartPoint[], x: (index: number) => number, y: (value: number) => number): string {
  let drawing = '';
  let pen = false;
  points.forEach(({ value }, index) => {
    if (value === undefined) {
      pen = false;
      return;
    }
    drawing += `${pen ? 'L' : 'M'}${coordinate(x(index))} ${coordinate(y(value))}`;
    pen = true;
  });
  return drawing;
}

/** The next round number at or above: 1, 2, 2.5, 4, 5, 6 or 8 times a power of ten. */
function niceTop(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 2.5, 4, 5, 6, 8, 10].find((step) => step * power >= value - 1e-9) ?? 10) * power;
}

function key(words: ChartWords, y: number, withOthers: boolean, width: number): string {
  const entries = [
    { label: words.focus, line: '<path d="M0 0H26" stroke="#0b6470" stroke-width="2.8"/><circle cx="13" cy="0" r="3.4" fill="#0b6470"/>' },
    { label: words.reference, line: `<path d="M0 0H26" stroke="${INK}" stroke-width="1.8" stroke-dasharray="5 3.5"/>` },
    ...(withOthers ? [{ label: words.others, line: '<path d="M0 0H26" stroke="#c3ccd1" stroke-width="1.4"/>' }] : []),
  ];
  let x = 6;
  const fontSize = width <= 320 ? 10 : 12;
  return entries
    .map(({ label, line }) => {
      const drawing = `<g transform="translate(${coordinate(x)} ${y - 4})">${line}<text x="33" y="4" font-size="${fontSize}" fill="${INK}">${escapeXml(label)}</text></g>`;
      x += 33 + textWidth(label, fontSize) + 22;
      return drawing;
    })
    .join('');
}
