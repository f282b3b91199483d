import { hexOf } from '../map-sheet/sheet-layers.ts';
import type { RasterAssets } from '../map-sheet/rasterise.ts';
import type { Block, FigureBlock, ReportDocument, Run, TableBlock } from '../report/report-document.ts';
import { hyphenate } from '../report/hyphenate.ts';
import { escapeXml } from '../svg/svg-text.ts';
import { reportStyleSheet } from './report-style-sheet.ts';

/**
 * A report as one self-contained page for printing: no scripts, nothing loaded from outside, figures inside as drawings.
 * Headings become the PDF's bookmarks, tables keep their header cells, figures their alternative texts. With `assets` the
 * fonts of the house are put inside, so that the print does not depend on the machine.
 */
export function writeHtml(report: ReportDocument, assets?: RasterAssets): string {
  const counters = { table: 0, figure: 0, heading: 0 };
  const { language, metadata } = report;
  const body = report.body.map((block) => blockHtml(block, report, counters)).join('\n');
  return `<!DOCTYPE html>
<html lang="${language === 'de' ? 'de-DE' : 'en-GB'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:">
<title>${escapeXml(metadata.title)}</title>
<meta name="author" content="${escapeXml(metadata.publisher)}">
<meta name="description" content="${escapeXml(metadata.subject)}">
<meta name="keywords" content="${escapeXml(metadata.keywords.join(', '))}">
<meta name="dcterms.created" content="${escapeXml(metadata.createdAt)}">
<style>${reportStyleSheet(assets)}</style>
</head>
<body>
${titlePage(report)}
${contents(report)}
<main>
${body}
</main>
</body>
</html>
`;
}

function titlePage({ titlePage: page }: ReportDocument): string {
  const imprint = page.imprint.filter(({ text }) => text !== '');
  return `<header class="title-page${page.compact === true ? ' compact' : ''}">
<p class="overline">${escapeXml(page.overline)}</p>
<h1 class="document-title">${escapeXml(page.title)}</h1>
<p class="subtitle">${escapeXml(page.subtitle)}</p>
${page.lines.map((line) => `<p class="line">${escapeXml(line)}</p>`).join('\n')}
${page.marks.map((mark) => `<p class="mark">${escapeXml(mark)}</p>`).join('\n')}
${imprint.length === 0 ? '' : `<dl class="imprint">${imprint.map(({ label, text }) => `<div><dt>${escapeXml(label)}</dt><dd>${escapeXml(text)}</dd></div>`).join('')}</dl>`}
</header>`;
}

function contents(report: ReportDocument): string {
  if (report.titlePage.compact === true) return '';
  const entries = report.body.filter((block) => block.kind === 'heading');
  const items = entries.flatMap((entry, index) => (entry.level > 2 ? [] : [`<li class="level-${entry.level}"><a href="#h${index + 1}">${escapeXml(entry.text)}</a><span class="page-of" data-heading="h${index + 1}"></span></li>`]));
  return `<nav class="contents" aria-label="${escapeXml(report.words.contents)}"><p class="contents-title">${escapeXml(report.words.contents)}</p><ol>${items.join('')}</ol></nav>`;
}

function blockHtml(block: Block, report: ReportDocument, counters: { table: number; figure: number; heading: number }): string {
  switch (block.kind) {
    case 'heading':
      counters.heading += 1;
      // the document's title is the h1, chapters are h2
      return `<h${block.level + 1} id="h${counters.heading}"${block.startsPage === true ? ' class="starts-page"' : ''}>${escapeXml(block.text)}</h${block.level + 1}>`;
    case 'paragraph':
      return `<p class="${block.style}">${runs(block.runs)}</p>`;
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      return `<${tag}>${block.items.map((item) => `<li>${runs(item)}</li>`).join('')}</${tag}>`;
    }
    case 'keyFigures':
      return `<ul class="key-figures">${block.figures.map((figure) => `<li><span class="value${figure.value.length > 7 ? ' long' : ''}">${escapeXml(figure.value)}</span> <span class="label">${escapeXml(hyphenate(figure.label, report.language))}</span> <span class="note">${escapeXml(hyphenate(figure.note, report.language))}</span></li>`).join('')}</ul>`;
    case 'table':
      counters.table += 1;
      return table(block, report, counters.table);
    case 'figure':
      counters.figure += 1;
      return figure(block, report, counters.figure);
    case 'box':
      return `<section class="box ${block.tone}"><p class="box-title">${escapeXml(block.title)}</p>${block.paragraphs.map((words) => `<p>${runs(words)}</p>`).join('')}</section>`;
    case 'facts':
      return `<table class="facts"><tbody>${block.rows.map((row) => `<tr><th scope="row">${escapeXml(row.label)}</th><td>${runs(row.runs)}</td></tr>`).join('')}</tbody></table>`;
    case 'pageBreak':
      return '<div class="page-break"></div>';
  }
}

/** From so many columns on the type is smaller, so that no number needs a second line. */
const MANY_COLUMNS = 7;
/** Tables of at most so many rows stay on one page. */
const KEPT_TOGETHER = 14;

function table(block: TableBlock, report: ReportDocument, number: number): string {
  const total = block.columns.reduce((sum, { width }) => sum + width, 0);
  const columns = block.columns.map(({ width }) => `<col style="width:${((width / total) * 100).toFixed(2)}%">`).join('');
  const head = block.columns.map((column) => `<th scope="col" class="${column.align}">${escapeXml(hyphenate(column.title, report.language))}</th>`).join('');
  const rows = block.rows.map((row) => {
    const cells = block.columns.map((column, index) => {
      const content = runs((row.cells[index] ?? []).map((run) => (block.dense === true || column.align !== 'left' ? run : { ...run, text: longWordsHyphenated(run.text, report.language) })));
      return index === 0 ? `<th scope="row" class="${column.align}">${content}</th>` : `<td class="${column.align}">${content}</td>`;
    });
    return `<tr${row.weight === 'reference' ? ' class="reference"' : ''}>${cells.join('')}</tr>`;
  });
  const notes = block.notes.length === 0 ? '' : `<p class="note">${escapeXml(block.notes.join(' '))}</p>`;
  const looks = [block.dense === true ? 'dense' : '', block.columns.length >= MANY_COLUMNS ? 'many' : '', block.dense !== true && block.rows.length <= KEPT_TOGETHER ? 'kept' : ''].filter((look) => look !== '');
  return `<table${looks.length === 0 ? '' : ` class="${looks.join(' ')}"`}><caption>${escapeXml(report.words.table)}&nbsp;${number}: ${escapeXml(block.caption)}</caption><colgroup>${columns}</colgroup><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>${notes}`;
}

function figure(block: FigureBlock, report: ReportDocument, number: number): string {
  // ids inside the drawing are made unique, the same drawing may stand on a page twice
  const svg = block.svg
    .replace(/\bid="([^"]+)"/g, `id="f${number}-$1"`)
    .replace(/url\(#([^)]+)\)/g, `url(#f${number}-$1)`)
    .replace('<svg ', `<svg aria-label="${escapeXml(block.alt)}" `);
  const notes = block.notes.length === 0 ? '' : `<p class="note">${escapeXml(block.notes.join(' '))}</p>`;
  return `<figure style="--printed-width:${block.printedWidth}mm">${svg}<figcaption>${escapeXml(report.words.figure)}&nbsp;${number}: ${escapeXml(block.caption)}${notes}</figcaption></figure>`;
}

/** Only words that hardly fit into a narrow column. */
const longWordsHyphenated = (words: string, language: ReportDocument['language']): string => words.replace(/(?<![@./\w-])\p{L}{14,}(?![@./\w])/gu, (word) => hyphenate(word, language));

const runs = (content: readonly Run[]): string => content.map(runHtml).join('');

function runHtml(run: Run): string {
  const words = escapeXml(run.text).replaceAll('\n', '<br>');
  const strong = run.strong === true ? `<strong>${words}</strong>` : words;
  const emphasised = run.emphasis === true ? `<em>${strong}</em>` : strong;
  const quiet = run.quiet === true ? `<span class="quiet">${emphasised}</span>` : emphasised;
  return run.swatch === undefined ? quiet : `<span class="swatch" style="background:${hexOf(run.swatch)}" aria-hidden="true"></span>${quiet}`;
}
