import type { Language } from '#shared/localized.ts';
import type { Colour } from '#app/domain/classification/class-scheme.ts';

/**
 * A report without a format: what is said, in which order, with which structure. The docx and html writers turn the same
 * document into files, so Word and PDF cannot say different things. Every text in it is ready to be read: numbers have
 * passed the confidentiality gate and are formatted.
 */
export type ReportDocument = {
  readonly language: Language;
  readonly metadata: ReportMetadata;
  readonly titlePage: TitlePage;
  /** Shown on top of every page. */
  readonly header: { readonly left: string; readonly right: string };
  /** Shown on the bottom of every page, beside the page number. */
  readonly footer: string;
  /** Mark of an unreleased document, on every page; undefined for a released one. */
  readonly draftMark: string | undefined;
  readonly words: ReportWords;
  readonly body: readonly Block[];
};

export type ReportMetadata = {
  readonly title: string;
  readonly subject: string;
  /** The office, never a person. */
  readonly publisher: string;
  readonly keywords: readonly string[];
  /** ISO date and time; passed in. */
  readonly createdAt: string;
};

export type TitlePage = {
  readonly overline: string;
  readonly title: string;
  readonly subtitle: string;
  readonly lines: readonly string[];
  readonly marks: readonly string[];
  readonly imprint: readonly { readonly label: string; readonly text: string }[];
  /** A few lines above the text instead of a page, and no table of contents: for short lists that are printed and handed on. */
  readonly compact?: boolean;
};

/** Words the writers set themselves (page numbers, contents, captions). */
export type ReportWords = {
  readonly contents: string;
  readonly page: string;
  readonly pageOf: string;
  readonly table: string;
  readonly figure: string;
  readonly updateFields: string;
};

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string; readonly startsPage?: boolean }
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[]; readonly style: 'body' | 'lead' | 'note' }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Run[])[] }
  | { readonly kind: 'keyFigures'; readonly figures: readonly KeyFigure[] }
  | TableBlock
  | FigureBlock
  | { readonly kind: 'box'; readonly tone: 'note' | 'draft'; readonly title: string; readonly paragraphs: readonly (readonly Run[])[] }
  | { readonly kind: 'facts'; readonly rows: readonly { readonly label: string; readonly runs: readonly Run[] }[] }
  | { readonly kind: 'pageBreak' };

export type Run = {
  readonly text: string;
  readonly strong?: boolean;
  readonly emphasis?: boolean;
  readonly quiet?: boolean;
  /** A field of the class's colour before the text, as in the legend. */
  readonly swatch?: Colour;
};

export type KeyFigure = { readonly value: string; readonly label: string; readonly note: string };

export type TableBlock = {
  readonly kind: 'table';
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  /** Signs, sources and reservations, printed below. */
  readonly notes: readonly string[];
  /** Small type for long lists that are looked up, not read. */
  readonly dense?: boolean;
};
export type TableColumn = {
  readonly title: string;
  readonly align: 'left' | 'right' | 'centre';
  /** Share of the table's width, relative to the other columns. */
  readonly width: number;
};
export type TableRow = {
  readonly cells: readonly (readonly Run[])[];
  /** Rows of comparison (Sozialraum, city) stand out from the quarters. */
  readonly weight?: 'normal' | 'reference' | 'group';
};

export type FigureBlock = {
  readonly kind: 'figure';
  readonly svg: string;
  /** Size of the drawing in its own units; the ratio is kept. */
  readonly width: number;
  readonly height: number;
  /** Printed width in millimetres. */
  readonly printedWidth: number;
  readonly alt: string;
  readonly caption: string;
  readonly notes: readonly string[];
};

export const text = (value: string): Run => ({ text: value });
export const strong = (value: string): Run => ({ text: value, strong: true });
export const quiet = (value: string): Run => ({ text: value, quiet: true });
export const paragraph = (value: string, style: 'body' | 'lead' | 'note' = 'body'): Block => ({ kind: 'paragraph', runs: [text(value)], style });
export const heading = (level: 1 | 2 | 3, value: string, startsPage = false): Block => ({ kind: 'heading', level, text: value, startsPage });
