import { asDate, type IsoDate } from '#shared/ids.ts';

export const years: readonly number[] = Array.from({ length: 12 }, (_, i) => 2014 + i);
export const latestYear = 2025;
export const dateOf = (year: number): IsoDate => asDate(`${year}-12-31`);
