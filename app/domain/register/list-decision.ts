import type { InstitutionId, IsoDate, ListDecisionId } from '#shared/ids.ts';
import type { ListDifference } from './compare-with-list.ts';

/** The planner's answer to one difference between the register and another list; it is remembered when the list comes again. */
export type ListDecision = {
  readonly id: ListDecisionId;
  /** `key` of the difference. */
  readonly difference: string;
  readonly kind: ListDifference['kind'];
  /** Undefined for rows that were new and refused. */
  readonly institution: InstitutionId | undefined;
  /** What the difference was about, in words: a name, or a name and what would have changed. */
  readonly about: string;
  /** Name of the list. */
  readonly list: string;
  readonly on: IsoDate;
  readonly verdict: 'accepted' | 'refused';
  readonly reason: string;
};
