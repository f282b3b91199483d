import type { PrintRequest } from '#shared/ipc/contract.ts';
import type { RasterAssets } from '../map-sheet/rasterise.ts';
import type { ReportDocument } from '../report/report-document.ts';
import { writeHtml } from './write-html.ts';

/** A report as the printer wants it: the page, and what stands above and below each printed page (drafts say so there). */
export const printablePaper = (report: ReportDocument, assets: RasterAssets): PrintRequest => ({
  html: writeHtml(report, assets),
  title: report.metadata.title,
  running: { topLeft: report.header.left, topRight: report.header.right, bottomLeft: report.footer, page: report.words.page, of: report.words.pageOf },
});
