import type { ReportEntry } from '#app/exchange/import/report/import-report.ts';
import type { SourceRemark } from '#app/domain/source/source-parts.ts';
import type { ImportQuestion } from '#app/jobs/import-contract.ts';
import { isMessageKey, type Translate } from '#shared/i18n/translator.ts';

/** Sentences for what comes as codes. A code without a sentence is shown as it is rather than left out. */
export const entryWords = (entry: ReportEntry, t: Translate): string => {
  // where the report speaks of keys of the recipe, the window says what to click
  const own = `importWorkbench.entry.${entry.code}`;
  return words(isMessageKey(own) ? own : `importReport.${entry.code}`, entry.code, { subject: entry.subject, ...entry.details }, t);
};
export const remarkWords = (remark: SourceRemark, t: Translate): string => words(`importRemark.${remark.code}`, remark.code, remark.details, t);
export const questionWords = (question: ImportQuestion, t: Translate): string => words(`importQuestion.${keyOf(question)}`, question.code, question.details, t);

/** Of a workbook or a file of layers only a sheet may be meant: then the sentence names it. */
const keyOf = ({ code, details }: ImportQuestion): string => (details?.['sheet'] !== undefined && isMessageKey(`importQuestion.${code}Sheet`) ? `${code}Sheet` : code);

/** The label of a choice is a code of its question, a key of the catalogue, or plain text of the files (a name, a column). */
export function choiceWords(question: ImportQuestion, choice: ImportQuestion['choices'][number], t: Translate): string {
  const key = [`importQuestion.${question.code}.${choice.label}`, `importQuestion.choice.${choice.label}`, `importQuestion.${choice.label}`, choice.label].find((candidate) => isMessageKey(candidate));
  return key !== undefined && isMessageKey(key) ? t(key, choice.details) : choice.label;
}

const words = (key: string, otherwise: string, details: Readonly<Record<string, string | number>> | undefined, t: Translate): string => (isMessageKey(key) ? t(key, details) : `${otherwise} ${Object.values(details ?? {}).join(', ')}`.trim());
