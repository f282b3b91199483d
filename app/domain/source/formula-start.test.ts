import { expect, test } from 'vitest';
import { FORMULA_START, PROTECTING_APOSTROPHE } from './formula-start.ts';

test.each(['=1+1', '+49 461 85', '-', '@SUM', '\tx', '|cmd', '%0A', '\u22125', '\uff1d1', '\uff0b1', '\uff0d1', '\uff201'])('%j is protected and given back', (text) => {
  expect(FORMULA_START.test(text)).toBe(true);
  expect(`'${text}`.replace(PROTECTING_APOSTROPHE, '')).toBe(text);
});

test.each(["'s Heeren Loo", "O'=1", "'", "''=1", 'a=1', ' =1'])('%j keeps its apostrophe', (text) => expect(text.replace(PROTECTING_APOSTROPHE, '')).toBe(text));
