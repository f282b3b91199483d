/** A node of well-known text: `PROJCS["name", GEOGCS[…], …]`. Words without brackets (axis directions) are nodes without values. */
export type WktNode = { readonly keyword: string; readonly values: readonly (string | number | WktNode)[] };

/** Descriptions of coordinate systems nest six levels at most. */
const DEEPEST = 32;
const LONGEST = 20_000;

/**
 * Reads a well-known text of either version (OGC 01-009, ISO 19162), with square or round brackets. Undefined for anything that is none.
 * Keywords are upper case in the answer.
 */
export function readWkt(text: string): WktNode | undefined {
  if (text.length > LONGEST) return undefined;
  const tokens = text.match(/"(?:[^"]|"")*"|[[\](),]|[^\s[\](),"]+/g) ?? [];
  let at = 0;
  const node = (depth: number): WktNode | undefined => {
    const keyword = tokens[at];
    if (depth > DEEPEST || keyword === undefined || !/^[A-Za-z][\w-]*$/.test(keyword)) return undefined;
    at += 1;
    const values: (string | number | WktNode)[] = [];
    if (tokens[at] !== '[' && tokens[at] !== '(') return { keyword: keyword.toUpperCase(), values };
    do {
      at += 1;
      const token = tokens[at];
      if (token === undefined) return undefined;
      if (token.startsWith('"')) {
        values.push(token.slice(1, -1).replaceAll('""', '"'));
        at += 1;
      } else if (Number.isFinite(Number(token))) {
        values.push(Number(token));
        at += 1;
      } else {
        const inner = node(depth + 1);
        if (inner === undefined) return undefined;
        values.push(inner);
      }
    } while (tokens[at] === ',');
    const closed = tokens[at] === ']' || tokens[at] === ')';
    at += 1;
    return closed ? { keyword: keyword.toUpperCase(), values } : undefined;
  };
  const root = node(0);
  return root !== undefined && at === tokens.length ? root : undefined;
}

/** Direct children with one of these keywords. */
export const childrenOf = (node: WktNode, ...keywords: readonly string[]): readonly WktNode[] =>
  node.values.filter((value): value is WktNode => typeof value === 'object' && keywords.includes(value.keyword));

/** The first descendant (or the node itself) with one of these keywords. */
export function find(node: WktNode, ...keywords: readonly string[]): WktNode | undefined {
  if (keywords.includes(node.keyword)) return node;
  for (const value of node.values) {
    const found = typeof value === 'object' ? find(value, ...keywords) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

export const nameOf = (node: WktNode | undefined): string => (typeof node?.values[0] === 'string' ? node.values[0] : '');
export const numberOf = (node: WktNode | undefined, place: number): number | undefined => {
  const value = node?.values[place];
  return typeof value === 'number' ? value : undefined;
};
