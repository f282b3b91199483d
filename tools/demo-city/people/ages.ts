import type { AgeGroup } from '#app/domain/city/city.ts';
import { asId } from '#shared/ids.ts';
import type { Fabric } from '../names/quarters.ts';

export const ageGroups: readonly AgeGroup[] = [
  { id: asId('under3'), name: 'unter 3 Jahre', from: 0, to: 2 },
  { id: asId('3to5'), name: '3 bis 5 Jahre', from: 3, to: 5 },
  { id: asId('6to9'), name: '6 bis 9 Jahre', from: 6, to: 9 },
  { id: asId('10to17'), name: '10 bis 17 Jahre', from: 10, to: 17 },
  { id: asId('18to24'), name: '18 bis 24 Jahre', from: 18, to: 24 },
  { id: asId('25to44'), name: '25 bis 44 Jahre', from: 25, to: 44 },
  { id: asId('45to64'), name: '45 bis 64 Jahre', from: 45, to: 64 },
  { id: asId('65to79'), name: '65 bis 79 Jahre', from: 65, to: 79 },
  { id: asId('80plus'), name: '80 Jahre und älter', from: 80, to: undefined },
];

/** Typical shares of the nine age groups by kind of quarter, in percent. */
export const ageShares: Record<Fabric, readonly number[]> = {
  oldTown: [1.9, 1.7, 2.2, 4.4, 12.6, 35.4, 23.6, 12.0, 6.2],
  blocks: [2.9, 2.7, 3.4, 6.7, 9.6, 31.8, 25.3, 12.2, 5.4],
  estate: [3.4, 3.5, 4.6, 9.4, 9.0, 26.1, 25.2, 13.2, 5.6],
  terraces: [2.5, 2.7, 3.8, 8.0, 7.0, 22.6, 29.4, 16.2, 7.8],
  villas: [2.1, 2.4, 3.5, 7.6, 6.2, 19.4, 30.6, 18.7, 9.5],
  village: [2.7, 2.9, 3.9, 8.1, 6.8, 22.4, 30.0, 16.0, 7.2],
  harbour: [2.0, 2.2, 2.4, 5.0, 12.0, 38.0, 27.0, 8.4, 3.0],
  campus: [2.1, 1.9, 2.4, 4.8, 21.6, 34.2, 19.6, 9.2, 4.2],
};
