/** The shortest number that is the same as a 32-bit float: lengths of streets are stored as such, and 49.9 should not be written as 49.900001525878906. */
export function shortestFloat(value: number): number {
  for (let digits = 1; digits < 10; digits += 1) {
    const shorter = Number(value.toPrecision(digits));
    if (Math.fround(shorter) === value) return shorter;
  }
  return value;
}

/**
 * A number with every digit, a decimal comma and no exponent: the shortest text that reads as the same number again. For numbers that are finite; others
 * never are in a city.
 */
export function decimalText(value: number): string {
  const [mantissa = '', exponent] = String(value).split('e');
  if (exponent === undefined) return mantissa.replace('.', ',');
  const negative = mantissa.startsWith('-');
  const [whole = '', decimals = ''] = mantissa.replace('-', '').split('.');
  const point = whole.length + Number(exponent);
  const digits = whole + decimals;
  const text = point <= 0 ? `0,${'0'.repeat(-point)}${digits}` : point >= digits.length ? digits.padEnd(point, '0') : `${digits.slice(0, point)},${digits.slice(point)}`;
  return negative ? `-${text}` : text;
}
