import type { ProposableField, Recommendation } from './sheets.ts';

/** Whether a field still holds what the program proposes: nobody has decided it yet. */
export const isProposal = (sheet: Pick<Recommendation, 'proposals'>, field: string): boolean => (sheet.proposals ?? []).some((proposal) => proposal === field);

/** The proposals that stay open when the planner takes over or rewrites some fields; undefined when none is left. */
export function proposalsWithout(sheet: Pick<Recommendation, 'proposals'>, fields: readonly string[]): readonly ProposableField[] | undefined {
  const left = (sheet.proposals ?? []).filter((field) => !fields.includes(field));
  return left.length === 0 ? undefined : left;
}

/** Marks as proposals what a draft holds of those fields. */
export const proposed = (sheet: Recommendation): Recommendation => {
  const filled = (Object.keys(EMPTY) as ProposableField[]).filter((field) => sheet[field] !== EMPTY[field]);
  return filled.length === 0 ? sheet : { ...sheet, proposals: filled };
};

const EMPTY = { evidenceVerdict: undefined, evidenceReason: '', offerFinding: undefined, priority: undefined, priorityReason: '' } as const satisfies Pick<Recommendation, ProposableField>;
