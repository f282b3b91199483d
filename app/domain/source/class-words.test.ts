import { expect, test } from 'vitest';
import { classOfStatus, classOfTrend } from './class-words.ts';

test('words that say a class are taken as they stand in the file, others are left out', () => {
  expect(classOfStatus(['Hoch', 'sehr niedrig', 'ungültig', 'constructor', ''])).toEqual({ Hoch: 'high', 'sehr niedrig': 'veryLow' });
  expect(classOfTrend(['positiv', 'Stabil', 'hoch'])).toEqual({ positiv: 'positive', Stabil: 'stable' });
});
