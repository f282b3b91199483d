import {
  AlignmentType, BorderStyle, Document, Footer, Header, HeadingLevel, ImageRun, LevelFormat, LineRuleType, Packer, PageNumber, Paragraph, ShadingType, SimpleField, Table, TableCell, TableLayoutType,
  TableOfContents, TableRow, TabStopType, TextRun, VerticalAlign, WidthType, type FileChild,
} from 'docx';
import { estimatePageNumbersWith } from 'docx/layout';
import { hexOf } from '../map-sheet/sheet-layers.ts';
import { rasterise, type RasterAssets } from '../map-sheet/rasterise.ts';
import type { Block, FigureBlock, ReportDocument, Run, TableBlock } from '../report/report-document.ts';
import { hyphenate } from '../report/hyphenate.ts';
import { withoutControlCharacters } from '../svg/svg-text.ts';
import { stableArchive } from '../zip/stable-archive.ts';
import { ACCENT, documentStyles, FACTS_STYLE, INK, LINE, PAGE, PALE, QUIET, TABLE_STYLE, tableStylesXml, TEXT_WIDTH, twips, WARNING, WARNING_PALE } from './docx-styles.ts';

/** Pixels per drawing unit of figures: sharp on paper and on a projector. */
const FIGURE_DENSITY = 2;

/**
 * A report as a Word file: named styles, headings with a table of contents, tables with repeated headers, figures with
 * alternative texts, page numbers. The same report gives the same bytes.
 */
export async function writeDocx(report: ReportDocument, assets: RasterAssets): Promise<Uint8Array> {
  const counters = { table: 0, figure: 0 };
  const children: FileChild[] = [...titlePage(report), ...contents(report)];
  for (const block of report.body) children.push(...(await blockElements(block, report, counters, assets)));
  const document = new Document({
    title: plain(report.metadata.title),
    subject: plain(report.metadata.subject),
    creator: plain(report.metadata.publisher),
    lastModifiedBy: plain(report.metadata.publisher),
    keywords: plain(report.metadata.keywords.join(', ')),
    description: plain(report.draftMark === undefined ? report.metadata.subject : `${report.metadata.subject} – ${report.draftMark}`),
    revision: 1,
    styles: documentStyles(languageTag(report)),
    hyphenation: { autoHyphenation: true, doNotHyphenateCaps: true },
    numbering: { config: [{ reference: 'ordered', levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.START, style: { paragraph: { indent: { left: 500, hanging: 340 } } } }] }] },
    pageNumbers: estimatePageNumbersWith({ guess: true }),
    sections: [{
      properties: { page: { size: { width: twips(PAGE.width), height: twips(PAGE.height) }, margin: { top: twips(PAGE.top), bottom: twips(PAGE.bottom), left: twips(PAGE.left), right: twips(PAGE.right), header: twips(12), footer: twips(11) } } },
      headers: { default: runningHeader(report) },
      footers: { default: runningFooter(report) },
      children,
    }],
  });
  return settled(new Uint8Array(await Packer.toArrayBuffer(document)), report);
}

export const languageTag = ({ language }: ReportDocument): string => (language === 'de' ? 'de-DE' : 'en-GB');

/** Puts the times, the counters of drawings and the table styles in order, then packs the file the same way every time. */
function settled(bytes: Uint8Array, report: ReportDocument): Uint8Array {
  const created = new Date(report.metadata.createdAt).toISOString().replace(/\.\d+Z$/, 'Z');
  return stableArchive(bytes, (path, content) => {
    switch (path) {
      case 'docProps/core.xml':
        return content
          .replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, `$1${created}`)
          .replace('</cp:coreProperties>', `<dc:language>${languageTag(report)}</dc:language></cp:coreProperties>`);
      case 'word/styles.xml':
        return content.replace('</w:styles>', `${tableStylesXml}</w:styles>`);
      case 'word/document.xml':
        return numberedAnew(content);
      default:
        return undefined;
    }
  });
}

/** The library counts drawings and bookmarks over all documents of a process; here each document counts its own. */
function numberedAnew(content: string): string {
  let drawing = 0;
  const contentsMarks = new Map<string, number>();
  const bookmarks = new Map<string, number>();
  const numberOf = (known: Map<string, number>, id: string): number => {
    if (!known.has(id)) known.set(id, known.size + 1);
    return known.get(id)!;
  };
  return content
    .replace(/<wp:docPr\b[^>]*>/g, (tag) => tag.replace(/\bid="[^"]*"/, `id="${(drawing += 1)}"`))
    .replace(/\b_Toc(\d+)\b/g, (_mark, id: string) => `_Toc${numberOf(contentsMarks, id)}`)
    .replace(/<w:bookmark(?:Start|End)\b[^>]*>/g, (tag) => tag.replace(/\bw:id="([^"]*)"/, (_attribute, id: string) => `w:id="${numberOf(bookmarks, id)}"`));
}

function titlePage(report: ReportDocument): readonly FileChild[] {
  const page = report.titlePage;
  return [
    new Paragraph({ style: 'Overline', children: [run(page.overline)] }),
    new Paragraph({ style: 'Title', children: [run(page.title)], border: { bottom: { style: BorderStyle.SINGLE, size: 18, color: ACCENT, space: 10 } } }),
    new Paragraph({ style: 'Subtitle', children: [run(page.subtitle)], spacing: { before: 240 } }),
    ...page.lines.map((words) => new Paragraph({ style: 'Subtitle', children: [run(words)] })),
    ...page.marks.map((words) => new Paragraph({ style: 'DraftMark', children: [run(words)], shading: { type: ShadingType.CLEAR, fill: WARNING_PALE, color: 'auto' }, border: frame(WARNING) })),
    new Paragraph({ style: 'Normal', spacing: { before: 2400 }, children: [] }),
    factsTable(page.imprint.map(({ label, text }) => ({ label, runs: [{ text }] }))),
  ];
}

function contents(report: ReportDocument): readonly FileChild[] {
  return [
    new Paragraph({ style: 'ContentsHeading', pageBreakBefore: true, children: [run(report.words.contents)] }),
    new TableOfContents(report.words.contents, { hyperlink: true, headingStyleRange: '1-2' }),
  ];
}

function runningHeader(report: ReportDocument): Header {
  return new Header({
    children: [
      new Paragraph({
        style: 'RunningText',
        tabStops: [{ type: TabStopType.RIGHT, position: twips(TEXT_WIDTH) }],
        border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: LINE, space: 4 } },
        children: [run(report.header.left), new TextRun({ text: '\t' }), new TextRun({ text: plain(report.header.right), bold: true, color: WARNING })],
      }),
    ],
  });
}

function runningFooter(report: ReportDocument): Footer {
  return new Footer({
    children: [
      new Paragraph({
        style: 'RunningText',
        tabStops: [{ type: TabStopType.RIGHT, position: twips(TEXT_WIDTH) }],
        children: [
          run(report.footer),
          new TextRun({ children: ['\t', `${report.words.page}\u00a0`, PageNumber.CURRENT, ` ${report.words.pageOf} `, PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  });
}

async function blockElements(block: Block, report: ReportDocument, counters: { table: number; figure: number }, assets: RasterAssets): Promise<readonly FileChild[]> {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3][block.level - 1]!, ...(block.startsPage === true ? { pageBreakBefore: true, spacing: { before: 0 } } : {}), children: [run(block.text)] })];
    case 'paragraph':
      return [new Paragraph({ style: { body: 'Normal', lead: 'Lead', note: 'Note' }[block.style], children: runs(block.runs) })];
    case 'list':
      return block.items.map((item) => new Paragraph({ style: 'ListParagraph', children: runs(item), ...(block.ordered ? { numbering: { reference: 'ordered', level: 0 } } : { bullet: { level: 0 } }) }));
    case 'keyFigures':
      return [keyFigures(block.figures, report), spacer()];
    case 'table':
      counters.table += 1;
      return tableElements(block, report, counters.table);
    case 'figure':
      counters.figure += 1;
      return figureElements(block, report, counters.figure, assets);
    case 'box': {
      const draft = block.tone === 'draft';
      const look = { shading: { type: ShadingType.CLEAR, fill: draft ? WARNING_PALE : PALE, color: 'auto' }, border: { left: { style: BorderStyle.SINGLE, size: 24, color: draft ? WARNING : ACCENT, space: 8 } }, indent: { left: 160 } };
      return [
        new Paragraph({ style: 'BoxTitle', ...look, children: [new TextRun({ text: plain(block.title), color: draft ? WARNING : ACCENT })] }),
        ...block.paragraphs.map((words) => new Paragraph({ style: 'BoxText', ...look, children: runs(words) })),
        spacer(),
      ];
    }
    case 'facts':
      return [factsTable(block.rows), spacer()];
    case 'pageBreak':
      return [new Paragraph({ pageBreakBefore: true, children: [] })];
  }
}

/** From so many columns on the type is smaller, so that no number needs a second line. */
const MANY_COLUMNS = 7;
/** Tables of at most so many rows stay on one page. */
const KEPT_TOGETHER = 14;

const spacer = (): Paragraph => new Paragraph({ spacing: { before: 0, after: 60, line: 120, lineRule: LineRuleType.AUTO }, children: [] });

function tableElements(block: TableBlock, report: ReportDocument, number: number): readonly FileChild[] {
  const widths = columnWidths(block.columns.map(({ width }) => width));
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: block.columns.map((column, index) => cell([{ text: hyphenate(column.title, report.language) }], widths[index]!, column.align, 'TableHead', { fill: PALE, vertical: VerticalAlign.BOTTOM })),
  });
  const rows = block.rows.map((row, position) => new TableRow({
    cantSplit: true,
    children: block.columns.map((column, index) => cell(row.cells[index] ?? [], widths[index]!, column.align, block.dense === true ? 'TableDense' : block.columns.length >= MANY_COLUMNS ? 'TableSmall' : 'TableText', {
      ...(row.weight === 'reference' ? { fill: 'F3F6F7' } : {}),
      // longer tables never leave one row alone
      keepNext: position < block.rows.length - 1 && (block.rows.length <= KEPT_TOGETHER || position === 0 || position === block.rows.length - 2),
    })),
  }));
  return [
    caption('Caption', report.words.table, number, block.caption),
    new Table({ style: TABLE_STYLE, layout: TableLayoutType.FIXED, width: { size: twips(TEXT_WIDTH), type: WidthType.DXA }, columnWidths: widths, rows: [header, ...rows], tableLook: { firstRow: true, noHBand: true, noVBand: true, firstColumn: false, lastRow: false, lastColumn: false } }),
    block.notes.length === 0 ? spacer() : new Paragraph({ style: 'Note', children: [run(block.notes.join(' '))] }),
  ];
}

/** The number is a field, so that Word can renumber and list tables and figures; its value is written along. */
const caption = (style: string, word: string, number: number, words: string): Paragraph =>
  new Paragraph({ style, children: [new TextRun(`${word}\u00a0`), new SimpleField(`SEQ ${word} \\* ARABIC`, String(number)), new TextRun(`: ${plain(words)}`)] });

function columnWidths(shares: readonly number[]): number[] {
  const total = shares.reduce((sum, share) => sum + share, 0);
  const all = twips(TEXT_WIDTH);
  const widths = shares.map((share) => Math.floor((share / total) * all));
  widths[widths.length - 1]! += all - widths.reduce((sum, width) => sum + width, 0);
  return widths;
}

function cell(content: readonly Run[], width: number, align: 'left' | 'right' | 'centre', style: string, look: { readonly fill?: string; readonly vertical?: (typeof VerticalAlign)['BOTTOM']; readonly keepNext?: boolean } = {}): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...(look.vertical === undefined ? {} : { verticalAlign: look.vertical }),
    ...(look.fill === undefined ? {} : { shading: { type: ShadingType.CLEAR, fill: look.fill, color: 'auto' } }),
    children: [new Paragraph({ style, keepNext: look.keepNext === true, alignment: { left: AlignmentType.LEFT, right: AlignmentType.RIGHT, centre: AlignmentType.CENTER }[align], children: runs(content) })],
  });
}

function factsTable(rows: readonly { readonly label: string; readonly runs: readonly Run[] }[]): Table {
  const widths = columnWidths([27, 73]);
  return new Table({
    style: FACTS_STYLE,
    layout: TableLayoutType.FIXED,
    width: { size: twips(TEXT_WIDTH), type: WidthType.DXA },
    columnWidths: widths,
    tableLook: { firstRow: false, firstColumn: true, noHBand: true, noVBand: true, lastRow: false, lastColumn: false },
    rows: rows.map((row) => new TableRow({
      cantSplit: row.runs.reduce((length, { text }) => length + text.length, 0) < 600,
      children: [cell([{ text: row.label, strong: true }], widths[0]!, 'left', 'TableText', { fill: PALE }), cell(row.runs, widths[1]!, 'left', 'TableText')],
    })),
  });
}

function keyFigures(figures: readonly { readonly value: string; readonly label: string; readonly note: string }[], report: ReportDocument): Table {
  const widths = columnWidths(figures.map(() => 1));
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(TEXT_WIDTH), type: WidthType.DXA },
    columnWidths: widths,
    borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: { style: BorderStyle.SINGLE, size: 24, color: 'FFFFFF' } },
    rows: [new TableRow({
      cantSplit: true,
      children: figures.map((figure, index) => new TableCell({
        width: { size: widths[index]!, type: WidthType.DXA },
        shading: { type: ShadingType.CLEAR, fill: PALE, color: 'auto' },
        borders: { top: { style: BorderStyle.SINGLE, size: 18, color: ACCENT } },
        margins: { top: 60, bottom: 60, left: 100, right: 60 },
        children: [
          new Paragraph({ style: 'KeyValue', ...(figure.value.length > 7 ? { run: { size: 32 } } : {}), children: [new TextRun({ text: plain(figure.value), ...(figure.value.length > 7 ? { size: 30 } : {}) })] }),
          new Paragraph({ style: 'KeyLabel', children: [run(hyphenate(figure.label, report.language))] }),
          new Paragraph({ style: 'KeyNote', children: [run(hyphenate(figure.note, report.language))] }),
        ],
      })),
    })],
  });
}

async function figureElements(block: FigureBlock, report: ReportDocument, number: number, assets: RasterAssets): Promise<readonly FileChild[]> {
  const picture = await rasterise(block.svg, assets, block.width * FIGURE_DENSITY);
  const width = (block.printedWidth / 25.4) * 96;
  return [
    new Paragraph({
      style: 'Figure',
      children: [new ImageRun({ type: 'png', data: picture, transformation: { width: Math.round(width), height: Math.round((width * block.height) / block.width) }, altText: { name: `${report.words.figure} ${number}`, title: plain(block.caption), description: plain(block.alt) } })],
    }),
    caption('FigureCaption', report.words.figure, number, block.caption),
    ...(block.notes.length === 0 ? [] : [new Paragraph({ style: 'Note', children: [run(block.notes.join(' '))] })]),
  ];
}

const frame = (color: string) => {
  const side = { style: BorderStyle.SINGLE, size: 8, color, space: 4 };
  return { top: side, bottom: side, left: side, right: side };
};

const runs = (content: readonly Run[]): TextRun[] => content.flatMap(runParts);

/** A run; line breaks in its text stay line breaks, a swatch becomes a filled field before it. */
function runParts(content: Run): TextRun[] {
  const look = { bold: content.strong === true, italics: content.emphasis === true, ...(content.quiet === true ? { color: QUIET } : {}) };
  const lines = plain(content.text).split('\n');
  return [
    ...(content.swatch === undefined ? [] : [new TextRun({ text: '\u00a0\u00a0\u00a0\u00a0\u00a0', size: 12, shading: { type: ShadingType.CLEAR, fill: hexOf(content.swatch).slice(1).toUpperCase(), color: 'auto' }, border: { style: BorderStyle.SINGLE, size: 4, color: INK, space: 0 } }), new TextRun('\u00a0\u00a0')]),
    ...lines.map((text, index) => new TextRun({ text, ...look, ...(index > 0 ? { break: 1 } : {}) })),
  ];
}

const run = (text: string): TextRun => new TextRun(plain(text));
const plain = (text: string): string => withoutControlCharacters(text);

