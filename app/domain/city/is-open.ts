import type { IsoDate } from '#shared/ids.ts';
import type { Institution } from './city.ts';

/** Whether an institution is open on a day: from its first day up to the day before it closed. Unknown days do not close it. */
export const isOpen = ({ openedOn, closedOn }: Pick<Institution, 'openedOn' | 'closedOn'>, day: IsoDate): boolean =>
  (openedOn === undefined || openedOn <= day) && (closedOn === undefined || day < closedOn);
