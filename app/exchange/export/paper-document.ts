import { analysisChapter, overviewChapter } from './paper/chapter-analysis.ts';
import { inventoryChapter } from './paper/chapter-inventory.ts';
import { directoryAnnex, glossaryAnnex, methodChapter, tablesAnnex } from './paper/chapter-method.ts';
import { introductionChapter, publisher, summaryChapter, titlePage } from './paper/chapter-opening.ts';
import { controllingChapter, dialogueChapter, measuresAnnex, recommendationsChapter } from './paper/chapter-recommendations.ts';
import { chapterNumbers } from './paper/chapters.ts';
import { paperContext, shownDate } from './paper/paper-context.ts';
import type { PaperInput } from './paper/paper-input.ts';
import { withSigns } from './paper/signs.ts';
import type { Block, ReportDocument } from './report/report-document.ts';

/** Rows nobody filled in are left out, and with them a table that has no other. */
function withoutEmptyRows(block: Block): readonly Block[] {
  if (block.kind !== 'table') return [block];
  const rows = block.rows.filter(({ cells }) => cells.some((runs) => runs.some(({ text }) => text.trim() !== '')));
  return rows.length === 0 ? [] : [{ ...block, rows }];
}

export type { PaperInput } from './paper/paper-input.ts';

/**
 * The Strategiepapier of one Sozialraum as a document without a format: chapters 1 to 9 and annexes A to D, filled from
 * bundle, results and sheets. Every number has passed the gate for the public; whatever is not released says so.
 */
export function paperDocument(input: PaperInput): ReportDocument {
  const context = paperContext(input);
  const { t, paper, city, language } = context;
  const chapters = chapterNumbers(t);
  const title = titlePage(context);
  return {
    language,
    metadata: {
      title: title.title,
      subject: t('paper.subject'),
      publisher: publisher(context),
      keywords: [t('paper.keywords.planning'), t('paper.keywords.index'), t('paper.keywords.coverage'), t('paper.keywords.recommendations'), city.manifest.city],
      createdAt: input.createdAt,
    },
    titlePage: title,
    header: { left: t('paper.header', { area: context.socialAreaName }), right: [...(city.manifest.demo ? [t('common.demoData')] : []), ...(paper.state === 'released' ? [] : [t('paper.draft')])].join(' · ') },
    footer: t('paper.footer', { city: city.manifest.city, edition: city.manifest.edition, date: shownDate(context, input.createdAt) }),
    draftMark: paper.state === 'released' ? undefined : t('paper.draft'),
    words: { contents: t('paper.contents'), page: t('paper.page'), pageOf: t('paper.pageOf'), table: t('paper.table'), figure: t('paper.figure'), updateFields: t('paper.updateFields') },
    body: [
      ...summaryChapter(context, chapters),
      ...introductionChapter(context, chapters),
      ...overviewChapter(context, chapters),
      ...analysisChapter(context, chapters),
      ...inventoryChapter(context, chapters),
      ...dialogueChapter(context, chapters),
      ...recommendationsChapter(context, chapters),
      ...controllingChapter(context, chapters),
      ...methodChapter(context, chapters),
      ...measuresAnnex(context, chapters),
      ...tablesAnnex(context, chapters),
      ...directoryAnnex(context, chapters),
      ...glossaryAnnex(context, chapters),
    ].flatMap(withoutEmptyRows).map((block) => withSigns(block, t)),
  };
}
