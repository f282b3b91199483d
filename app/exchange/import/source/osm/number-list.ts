/** Numbers of unknown count, kept in one typed array that doubles when full. */
export type NumberList = {
  readonly length: () => number;
  readonly push: (value: number) => void;
  /** A view of the numbers so far; not to be kept across a `push`. */
  readonly view: (from?: number, to?: number) => Float64Array;
};

export function numberList(capacity = 1024): NumberList {
  let numbers = new Float64Array(capacity);
  let length = 0;
  return {
    length: () => length,
    push(value) {
      if (length === numbers.length) {
        const larger = new Float64Array(length * 2);
        larger.set(numbers);
        numbers = larger;
      }
      numbers[length++] = value;
    },
    view: (from = 0, to = length) => numbers.subarray(from, to),
  };
}

/** The different numbers of a list, ascending. Sorts the list given in place. */
export function sortedUnique(numbers: Float64Array): Float64Array {
  numbers.sort();
  let kept = 0;
  for (let i = 0; i < numbers.length; i += 1) {
    if (i === 0 || numbers[i] !== numbers[i - 1]) numbers[kept++] = numbers[i]!;
  }
  return numbers.slice(0, kept);
}

/**
 * Finds places of numbers in an ascending list. Files are nearly always sorted, so the search starts where the last one ended and
 * costs about one step; -1 when the number is not in the list.
 */
export function placeFinder(sorted: Float64Array): (value: number) => number {
  let cursor = 0;
  return (value) => {
    if (cursor < sorted.length && sorted[cursor]! <= value) {
      let stride = 1;
      while (cursor + stride < sorted.length && sorted[cursor + stride]! <= value) stride *= 2;
      cursor = lastNotAbove(sorted, value, cursor, Math.min(cursor + stride, sorted.length));
    } else {
      cursor = Math.max(lastNotAbove(sorted, value, 0, Math.min(cursor, sorted.length)), 0);
    }
    return sorted[cursor] === value ? cursor : -1;
  };
}

/** Last place in [from, to) whose number is at most `value`; from - 1 when there is none. */
function lastNotAbove(sorted: Float64Array, value: number, from: number, to: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
