import { LineRuleType, type IStylesOptions } from 'docx';

/** Look of the paper: one accent, greys with a hint of blue, sizes in half points as Word counts them. */
export const ACCENT = '0B5D68';
export const INK = '16232B';
export const QUIET = '51626C';
export const PALE = 'E8F0F1';
export const LINE = 'C5D0D6';
export const WARNING = '8A4B00';
export const WARNING_PALE = 'FFF4DC';
/** Metrically the same in Word and LibreOffice on every system. */
export const FONT = 'Arial';

export const TABLE_STYLE = 'QuartierwerkTable';
export const FACTS_STYLE = 'QuartierwerkFacts';

/** Millimetres as twentieths of a point. */
export const twips = (millimetres: number): number => Math.round((millimetres / 25.4) * 1440);

export const PAGE = { width: 210, height: 297, left: 24, right: 22, top: 28, bottom: 24 } as const;
export const TEXT_WIDTH = PAGE.width - PAGE.left - PAGE.right;

/** Every look is a named style, so that an office can swap in its own template. */
export const documentStyles = (languageTag: string): IStylesOptions => ({
  default: {
    document: { run: { font: FONT, size: 20, color: INK, language: { value: languageTag } }, paragraph: { spacing: { after: 120, line: 276, lineRule: LineRuleType.AUTO } } },
    title: { run: { font: FONT, size: 60, bold: true, color: ACCENT }, paragraph: { spacing: { before: 120, after: 120, line: 240, lineRule: LineRuleType.AUTO } } },
    heading1: { run: { font: FONT, size: 36, bold: true, color: ACCENT }, paragraph: { spacing: { before: 480, after: 200, line: 240, lineRule: LineRuleType.AUTO }, keepNext: true } },
    heading2: { run: { font: FONT, size: 27, bold: true, color: INK }, paragraph: { spacing: { before: 320, after: 120, line: 240, lineRule: LineRuleType.AUTO }, keepNext: true } },
    heading3: { run: { font: FONT, size: 23, bold: true, color: ACCENT }, paragraph: { spacing: { before: 240, after: 80, line: 240, lineRule: LineRuleType.AUTO }, keepNext: true } },
    listParagraph: { paragraph: { spacing: { after: 60 } } },
  },
  paragraphStyles: [
    style('Subtitle', 'Subtitle', { size: 28, color: QUIET }, { spacing: { after: 240, line: 252, lineRule: LineRuleType.AUTO } }),
    style('Caption', 'caption', { size: 19, bold: true, color: INK }, { spacing: { before: 200, after: 80, line: 240, lineRule: LineRuleType.AUTO }, keepNext: true }),
    style('FigureCaption', 'Figure Caption', { size: 19, bold: true, color: INK }, { spacing: { before: 60, after: 60, line: 240, lineRule: LineRuleType.AUTO }, keepLines: true }),
    style('Figure', 'Figure', {}, { spacing: { before: 160, after: 40, line: 240, lineRule: LineRuleType.AUTO }, keepNext: true }),
    style('Lead', 'Lead', { size: 24, color: QUIET }, { spacing: { after: 200, line: 288, lineRule: LineRuleType.AUTO } }),
    style('Note', 'Note', { size: 15, color: QUIET }, { spacing: { before: 40, after: 160, line: 240, lineRule: LineRuleType.AUTO } }),
    style('Overline', 'Overline', { size: 23, bold: true, color: QUIET }, { spacing: { before: 1800, after: 120 } }),
    style('DraftMark', 'Draft Mark', { size: 26, bold: true, color: WARNING }, { spacing: { before: 60, after: 60 } }),
    style('TableText', 'Table Text', { size: 17 }, { spacing: { before: 30, after: 30, line: 240, lineRule: LineRuleType.AUTO } }),
    style('TableSmall', 'Table Small', { size: 15 }, { spacing: { before: 20, after: 20, line: 228, lineRule: LineRuleType.AUTO } }),
    style('TableDense', 'Table Dense', { size: 14 }, { spacing: { before: 10, after: 10, line: 216, lineRule: LineRuleType.AUTO } }),
    style('TableHead', 'Table Head', { size: 16, bold: true, color: INK }, { spacing: { before: 40, after: 40, line: 228, lineRule: LineRuleType.AUTO }, keepNext: true }),
    style('KeyValue', 'Key Value', { size: 38, bold: true, color: ACCENT }, { spacing: { before: 60, after: 0, line: 240, lineRule: LineRuleType.AUTO }, keepNext: true }),
    style('KeyLabel', 'Key Label', { size: 16, bold: true }, { spacing: { before: 0, after: 20, line: 228, lineRule: LineRuleType.AUTO }, keepNext: true }),
    style('KeyNote', 'Key Note', { size: 15, color: QUIET }, { spacing: { before: 0, after: 60, line: 228, lineRule: LineRuleType.AUTO } }),
    style('BoxTitle', 'Box Title', { size: 20, bold: true }, { spacing: { before: 0, after: 40, line: 252, lineRule: LineRuleType.AUTO }, keepNext: true }),
    style('BoxText', 'Box Text', { size: 20 }, { spacing: { before: 0, after: 60, line: 264, lineRule: LineRuleType.AUTO } }),
    style('RunningText', 'Running Text', { size: 16, color: QUIET }, { spacing: { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO } }),
    style('ContentsHeading', 'Contents Heading', { size: 36, bold: true, color: ACCENT }, { spacing: { after: 200 } }),
    style('TOC1', 'toc 1', { bold: true, size: 21 }, { spacing: { before: 100, after: 20 } }),
    style('TOC2', 'toc 2', { size: 20 }, { spacing: { before: 0, after: 10 }, indent: { left: 240 } }),
  ],
});

type ParagraphStyle = NonNullable<IStylesOptions['paragraphStyles']>[number];

const style = (id: string, name: string, run: NonNullable<ParagraphStyle['run']>, paragraph: NonNullable<ParagraphStyle['paragraph']>): ParagraphStyle => ({
  id,
  name,
  basedOn: 'Normal',
  quickFormat: true,
  run: { font: FONT, ...run },
  paragraph,
});

/** Table styles are real styles too; the library has none, so they are added to the style sheet as XML. */
export const tableStylesXml = `${tableStyle(TABLE_STYLE, 'Quartierwerk Tabelle', `<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:tcBorders><w:top w:val="single" w:sz="12" w:space="0" w:color="${ACCENT}"/><w:bottom w:val="single" w:sz="6" w:space="0" w:color="${ACCENT}"/></w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="${PALE}"/></w:tcPr></w:tblStylePr>`)}${tableStyle(FACTS_STYLE, 'Quartierwerk Steckbrief', `<w:tblStylePr w:type="firstCol"><w:rPr><w:b/></w:rPr><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="${PALE}"/></w:tcPr></w:tblStylePr>`)}`;

function tableStyle(id: string, name: string, parts: string): string {
  return (
    `<w:style w:type="table" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/><w:qFormat/>` +
    `<w:tblPr><w:tblBorders><w:top w:val="single" w:sz="6" w:space="0" w:color="${LINE}"/><w:bottom w:val="single" w:sz="6" w:space="0" w:color="${LINE}"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="${LINE}"/></w:tblBorders><w:tblCellMar><w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr>${parts}</w:style>`
  );
}
