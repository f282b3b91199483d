import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Numbers that look random and are the same on every run. */
export type Random = {
  /** Uniform in [0, 1). */
  readonly unit: () => number;
  /** Uniform in [from, to). */
  readonly between: (from: number, to: number) => number;
  /** Whole number from 0 up to, not including, `count`. */
  readonly below: (count: number) => number;
  /** Standard normal (Irwin–Hall of twelve, cut at ±6). */
  readonly normal: () => number;
  readonly pick: <T>(list: readonly T[]) => T;
  /** Index drawn in proportion to the weights; 0 when all weights are 0. */
  readonly weighted: (weights: readonly number[]) => number;
  readonly shuffle: <T>(list: T[]) => T[];
};

/** One independent stream per name, so that a change in one part of the city leaves the others as they are. */
export function randomStream(name: string): Random {
  const generator = xoroshiro128plus(hash(`halmstedt/${name}`));
  for (let i = 0; i < 8; i++) uniformFloat64(generator);
  const unit = () => uniformFloat64(generator);
  const below = (count: number) => Math.floor(unit() * count);
  return {
    unit,
    below,
    between: (from, to) => from + unit() * (to - from),
    normal: () => {
      let sum = -6;
      for (let i = 0; i < 12; i++) sum += unit();
      return sum;
    },
    pick: (list) => {
      const item = list[below(list.length)];
      if (item === undefined) throw new Error('Nothing to pick from');
      return item;
    },
    weighted: (weights) => {
      let rest = unit() * weights.reduce((sum, weight) => sum + weight, 0);
      for (const [index, weight] of weights.entries()) {
        rest -= weight;
        if (rest < 0) return index;
      }
      return 0;
    },
    shuffle: (list) => {
      for (let i = list.length - 1; i > 0; i--) {
        const j = below(i + 1);
        [list[i], list[j]] = [list[j] as never, list[i] as never];
      }
      return list;
    },
  };
}

/** FNV-1a, 32 bit. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value | 0;
}
