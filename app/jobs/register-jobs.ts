import { printablePaper } from '#app/exchange/export/html/printable-paper.ts';
import { rasterAssets } from '#app/exchange/export/map-sheet/rasterise.ts';
import { registerDocument } from '#app/exchange/export/register/register-document.ts';
import { checkLettersWorkbook } from '#app/exchange/export/xlsx/check-letters-workbook.ts';
import { success } from '#shared/result.ts';
import { compareWithList } from '#app/domain/register/compare-with-list.ts';
import { listedFromSheet } from '#app/exchange/import/register-list/listed-from-sheet.ts';
import type { AnswerOf, InputOf } from './contract.ts';
import { openList } from './open-list.ts';

/** Jobs of the register of institutions. They throw only for bugs; the worker turns that into `job.crashed`. */
export const registerJobs = {
  'register.printable': async (input: InputOf<'register.printable'>) => success(printablePaper(registerDocument(input), await rasterAssets())),
  'register.openList': async (input: InputOf<'register.openList'>): Promise<AnswerOf<'register.openList'>> => openList(input),
  'register.compare': async ({ institutions, list, options, city }: InputOf<'register.compare'>): Promise<AnswerOf<'register.compare'>> => {
    const listed = list.kind === 'listed' ? list.listed : listedFromSheet(list.sheet, list.mapping, list.category, city);
    return compareWithList(institutions, listed, options);
  },
  'register.letters': async (input: InputOf<'register.letters'>) => success(await checkLettersWorkbook(input)),
};
