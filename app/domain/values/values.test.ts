import { describe, expect, it } from 'vitest';
import type { Cell } from '#shared/cell.ts';
import { carryOver, incompleteShares } from './carry-over.ts';
import { changeOfCells } from './change-of-cells.ts';
import { rateOfCells } from './rate-of-cells.ts';
import { sumOfCells } from './sum-of-cells.ts';

const value = (number: number): Cell => ({ mark: 'value', value: number });
const zero: Cell = { mark: 'zero' };
const secret: Cell = { mark: 'suppressed' };
const unknown: Cell = { mark: 'notAvailable' };
const senseless: Cell = { mark: 'notApplicable' };

describe('sumOfCells', () => {
  it('adds counts, and keeps nothing, secret and unknown apart', () => {
    expect(sumOfCells([value(2), value(3), zero])).toEqual({ mark: 'value', value: 5 });
    expect(sumOfCells([zero, zero])).toEqual(zero);
    expect(sumOfCells([value(2), secret, unknown])).toEqual(secret);
    expect(sumOfCells([value(2), unknown])).toEqual(unknown);
    expect(sumOfCells([value(2), senseless])).toEqual(unknown);
    expect(sumOfCells([senseless])).toEqual(senseless);
    expect(sumOfCells([value(2), { mark: 'uncertain', value: 1 }])).toEqual({ mark: 'uncertain', value: 3 });
    expect(sumOfCells([])).toEqual(unknown);
  });
});

describe('rateOfCells', () => {
  it('keeps the counts with the rate', () => expect(rateOfCells(value(5), value(50), 100)).toEqual({ mark: 'value', value: 10, numerator: 5, denominator: 50 }));
  it('is secret with a secret part, unknown with an unknown one, and no rate of nobody', () => {
    expect(rateOfCells(secret, value(50), 100)).toEqual(secret);
    expect(rateOfCells(value(5), secret, 100)).toEqual(secret);
    expect(rateOfCells(unknown, value(50), 100)).toEqual(unknown);
    expect(rateOfCells(value(5), unknown, 100)).toEqual(unknown);
    expect(rateOfCells(value(0), zero, 100)).toEqual(senseless);
    expect(rateOfCells(zero, value(50), 100)).toEqual({ mark: 'zero', denominator: 50 });
  });
});

describe('changeOfCells', () => {
  it('is later minus earlier', () => {
    expect(changeOfCells(value(12), value(10))).toEqual({ mark: 'value', value: 2 });
    expect(changeOfCells(zero, value(10))).toEqual({ mark: 'value', value: -10 });
    expect(changeOfCells(value(12), secret)).toEqual(secret);
    expect(changeOfCells(unknown, value(1))).toEqual(unknown);
  });
});

describe('carryOver', () => {
  const shares = [{ from: 'a', to: 'x', share: 1 }, { from: 'b', to: 'x', share: 0.25 }, { from: 'b', to: 'y', share: 0.75 }];
  const cells = new Map<string, Cell>([['a', value(100)], ['b', value(40)]]);
  it('weights counts and marks them as estimated', () => {
    expect([...carryOver(shares, (old) => cells.get(old))]).toEqual([['x', { mark: 'uncertain', value: 110 }], ['y', { mark: 'uncertain', value: 30 }]]);
  });
  it('is secret or unknown where an old area is', () => {
    expect(carryOver(shares, (old) => (old === 'a' ? secret : value(40))).get('x')).toEqual(secret);
    expect(carryOver(shares, (old) => (old === 'a' ? undefined : value(40))).get('x')).toEqual(unknown);
  });
  it('tells where people would be lost', () => expect(incompleteShares([...shares, { from: 'c', to: 'y', share: 0.5 }])).toEqual([{ from: 'c', sum: 0.5 }]));
});
