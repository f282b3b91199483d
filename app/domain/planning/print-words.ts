import { translator, type MessageKey } from '#shared/i18n/translator.ts';
import { isProposal } from './proposals.ts';
import type { Recommendation } from './sheets.ts';

/**
 * Reasons that earlier versions wrote into a sheet as a proposal open with the word for it; sheets made since name their
 * proposals. Until somebody decides, papers and tables must not print a proposal as if it were decided.
 */
export const isOpenProposal = (reason: string): boolean => PROPOSAL.test(reason.trimStart());
const PROPOSAL = /^(Vorschlag|Proposal|Kein Vorschlag|No proposal|Ohne Sozialindex kein Vorschlag)\b/;

export type Printed = { readonly words: MessageKey; readonly reason: string } | 'undecided' | 'empty';

/** Result of the test as it may be printed. */
export const printedVerdict = (sheet: Recommendation): Printed =>
  printed(sheet.evidenceVerdict === undefined ? undefined : `planning.verdict.${sheet.evidenceVerdict}`, sheet.evidenceReason, isProposal(sheet, 'evidenceVerdict'));

/** Priority as it may be printed. */
export const printedPriority = (sheet: Recommendation): Printed =>
  printed(sheet.priority === undefined ? undefined : `planning.priority.${sheet.priority}`, sheet.priorityReason, isProposal(sheet, 'priority'));

/** What was found of the offers; in sheets of earlier versions a gap taken over from the analysis is decided together with the test of the figures. */
export function printedFinding(sheet: Recommendation): Printed {
  const { offerFinding, evidenceReason } = sheet;
  if (offerFinding === undefined) return 'empty';
  const open = isProposal(sheet, 'offerFinding') || (offerFinding === 'gap' && isOpenProposal(evidenceReason));
  return open ? 'undecided' : { words: `planning.finding.${offerFinding}`, reason: '' };
}

function printed(words: MessageKey | undefined, reason: string, proposal: boolean): Printed {
  if (proposal || isOpenProposal(reason)) return 'undecided';
  return words === undefined ? 'empty' : { words, reason };
}

/** In one line: the words with their reason, or that it is not decided yet; empty when nothing was entered. */
export function printedText(value: Printed, language: Parameters<typeof translator>[0], between = ': '): string {
  const t = translator(language);
  if (value === 'empty') return '';
  if (value === 'undecided') return t('paper.undecided');
  return [t(value.words), value.reason].filter((part) => part !== '').join(between);
}
