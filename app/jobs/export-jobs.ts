import { writeDocx } from '#app/exchange/export/docx/write-docx.ts';
import { printablePaper } from '#app/exchange/export/html/printable-paper.ts';
import { writeHtml } from '#app/exchange/export/html/write-html.ts';
import { mapSheetSvg } from '#app/exchange/export/map-sheet/map-sheet-svg.ts';
import { rasterAssets, rasterise } from '#app/exchange/export/map-sheet/rasterise.ts';
import { paperDocument } from '#app/exchange/export/paper-document.ts';
import { institutionsWorkbook } from '#app/exchange/export/xlsx/institutions-workbook.ts';
import { recommendationsWorkbook } from '#app/exchange/export/xlsx/recommendations-workbook.ts';
import { strToU8 } from 'fflate';
import { success } from '#shared/result.ts';
import type { JobRegistry } from './contract.ts';
import { indexFor } from './released-index.ts';

type ExportJobs = Pick<JobRegistry, 'paper.export' | 'paper.printable' | 'recommendations.export' | 'institutions.export' | 'map.export'>;

/** Jobs that write files for others to read. They throw only for bugs; the worker turns that into `job.crashed`. */
export const exportJobs: ExportJobs = {
  'paper.export': async ({ format, ...input }, { progress }) => {
    progress({ done: 0, total: 2, step: 'paper.document' });
    const index = indexFor(input.city, input.index, 'public');
    if (!index.ok) return index;
    const report = paperDocument({ ...input, index: index.value });
    progress({ done: 1, total: 2, step: `paper.${format}` });
    const assets = await rasterAssets();
    switch (format) {
      case 'docx':
        return success(await writeDocx(report, assets));
      case 'html':
        return success(strToU8(writeHtml(report, assets)));
    }
  },
  'paper.printable': async (input) => {
    const index = indexFor(input.city, input.index, 'public');
    return index.ok ? success(printablePaper(paperDocument({ ...input, index: index.value }), await rasterAssets())) : index;
  },
  'recommendations.export': async (input) => success(await recommendationsWorkbook(input)),
  'institutions.export': async (input) => success(await institutionsWorkbook(input)),
  'map.export': async ({ width, ...request }) => success(await rasterise(mapSheetSvg(request), await rasterAssets(), width)),
};
