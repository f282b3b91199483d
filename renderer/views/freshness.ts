import type { IsoDate } from '#shared/ids.ts';

/** Entries are reviewed at least once a year; one that was never checked is stale from the start. */
export function isStale(verifiedOn: IsoDate | undefined, today = new Date()): boolean {
  if (verifiedOn === undefined) return true;
  const limit = new Date(today);
  limit.setFullYear(limit.getFullYear() - 1);
  return verifiedOn < limit.toISOString().slice(0, 10);
}
