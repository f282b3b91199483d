import { translator, type MessageKey } from '#shared/i18n/translator.ts';
import type { Recommendation } from './sheets.ts';

/**
 * Sheets begin with proposals of the program: their reason opens with the word for it. Until somebody puts an own reason in its
 * place nothing is decided, and papers and tables must not print the proposal as if it were.
 */
export const isOpenProposal = (reason: string): boolean => PROPOSAL.test(reason.trimStart());
const PROPOSAL = /^(Vorschlag|Proposal|Kein Vorschlag|No proposal|Ohne Sozialindex kein Vorschlag)\b/;

export type Printed = { readonly words: MessageKey; readonly reason: string } | 'undecided' | 'empty';

/** Result of the test as it may be printed. */
export const printedVerdict = ({ evidenceVerdict, evidenceReason }: Recommendation): Printed =>
  printed(evidenceVerdict === undefined ? undefined : `planning.verdict.${evidenceVerdict}`, evidenceReason);

/** Priority as it may be printed. */
export const printedPriority = ({ priority, priorityReason }: Recommendation): Printed =>
  printed(priority === undefined ? undefined : `planning.priority.${priority}`, priorityReason);

/** What was found of the offers; a gap taken over from the analysis is decided together with the test of the figures. */
export const printedFinding = ({ offerFinding, evidenceReason }: Recommendation): Printed =>
  offerFinding === undefined ? 'empty' : offerFinding === 'gap' && isOpenProposal(evidenceReason) ? 'undecided' : { words: `planning.finding.${offerFinding}`, reason: '' };

function printed(words: MessageKey | undefined, reason: string): Printed {
  if (isOpenProposal(reason)) return 'undecided';
  return words === undefined ? 'empty' : { words, reason };
}

/** In one line: the words with their reason, or that it is not decided yet; empty when nothing was entered. */
export function printedText(value: Printed, language: Parameters<typeof translator>[0], between = ': '): string {
  const t = translator(language);
  if (value === 'empty') return '';
  if (value === 'undecided') return t('paper.undecided');
  return [t(value.words), value.reason].filter((part) => part !== '').join(between);
}
