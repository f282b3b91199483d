/** How a key of a file becomes a key of the city: only the last characters, padded with zeros, the prefix before it. */
export type KeyRule = { readonly prefix: string; readonly digits?: number | undefined; readonly last?: number | undefined };

/** The city's key of a text. A key that has the prefix already keeps it once. Empty stays empty. */
export function keyByRule(text: string, { prefix, digits, last }: KeyRule): string {
  // workbooks hold keys as numbers, some exports write them as "101.0"
  const bare = text.trim().replace(/^(\d+)[.,]0+$/, '$1');
  if (bare === '') return '';
  const tail = last === undefined ? bare : bare.slice(-last);
  const padded = digits === undefined ? tail : tail.padStart(digits, '0');
  return padded.startsWith(prefix) && prefix !== '' && padded.length > (digits ?? 0) ? padded : `${prefix}${padded}`;
}
