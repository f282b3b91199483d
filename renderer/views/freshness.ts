import { isCheckDue } from '#app/domain/register/yearly-check.ts';
import { asDate, type IsoDate } from '#shared/ids.ts';

/** Entries are reviewed at least once a year; one that was never checked is stale from the start. */
export const isStale = (verifiedOn: IsoDate | undefined, today = new Date()): boolean => isCheckDue(verifiedOn, asDate(today.toISOString().slice(0, 10)));
