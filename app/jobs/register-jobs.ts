import { printablePaper } from '#app/exchange/export/html/printable-paper.ts';
import { rasterAssets } from '#app/exchange/export/map-sheet/rasterise.ts';
import { registerDocument } from '#app/exchange/export/register/register-document.ts';
import { checkLettersWorkbook } from '#app/exchange/export/xlsx/check-letters-workbook.ts';
import { success } from '#shared/result.ts';
import type { InputOf } from './contract.ts';

/** Jobs of the register of institutions. They throw only for bugs; the worker turns that into `job.crashed`. */
export const registerJobs = {
  'register.printable': async (input: InputOf<'register.printable'>) => success(printablePaper(registerDocument(input), await rasterAssets())),
  'register.letters': async (input: InputOf<'register.letters'>) => success(await checkLettersWorkbook(input)),
};
