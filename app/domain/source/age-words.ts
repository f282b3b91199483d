/** Ages of a group as full years: `to` is the last age that belongs to it, undefined without an upper end; `openEnd`: "6-15" does not say whether 15 belongs. */
export type AgeRange = { readonly from: number; readonly to: number | undefined; readonly openEnd: boolean };

const WORDS = '(?:jahre?n?|j\\.?|years?)?';
const PATTERNS: readonly (readonly [RegExp, (from: number, to: number) => AgeRange])[] = [
  [new RegExp(`^(?:age )?(\\d{1,3}) (?:bis )?(?:to )?(?:bis )?unter (\\d{1,3}) ?${WORDS}$|^(?:age )?(\\d{1,3}) to under (\\d{1,3})$`), (from, to) => ({ from, to: to - 1, openEnd: false })],
  [new RegExp(`^(?:unter|below|under|u|<|bis unter|age under|age below) ?(\\d{1,3}) ?${WORDS}$`), (to) => ({ from: 0, to: to - 1, openEnd: false })],
  [new RegExp(`^(\\d{1,3}) ?${WORDS} ?(?:u\\. ?mehr|und ?mehr|und ?älter|u\\. ?älter|und ?aelter|and (?:above|over|older)|\\+|<=|plus|undmehr|jahre und mehr)$`), (from) => ({ from, to: undefined, openEnd: false })],
  [new RegExp(`^(?:ab|above|over|über|ue|ü|>=|=>|≥|from) ?(\\d{1,3}) ?${WORDS}$`), (from) => ({ from, to: undefined, openEnd: false })],
  [new RegExp(`^(?:von )?(\\d{1,3}) ?(?:-|–|bis|_| ) ?(\\d{1,3}) ?${WORDS}(?:-?jährige)?$`), (from, to) => ({ from, to, openEnd: true })],
];

/** The ages that a header names, alone ("unter 6", "6-15", "65 u. mehr", "age_18_to_under_30") or behind a word for people or ages. Undefined for anything else. */
export function ageRangeOf(header: string): AgeRange | undefined {
  const text = (header.split(' | ').at(-1) ?? '').toLowerCase().replaceAll('_', ' ').replace(/\s+/g, ' ')
    .replace(/^(?:einwohner\S*|einwohnende|inhabitants|residents|bevölkerung|personen|alter(?:sgruppe)?|im alter(?: von)?|davon|ew)\s+(?:im alter(?: von)?\s+)?/, '')
    .replace(/^age (?=\d|above|below|under)/, '').replace(/^alter (?=\d)/, '').replace(/\s+and above$/, ' and above').trim();
  for (const [pattern, range] of PATTERNS) {
    const found = pattern.exec(text);
    if (!found) continue;
    const [from = 0, to = 0] = found.slice(1).filter((part) => part !== undefined).map(Number);
    const ages = range(from, to);
    if (ages.from > 120 || (ages.to !== undefined && (ages.to < ages.from || ages.to > 120))) return undefined;
    return ages;
  }
  return undefined;
}

export type AgeColumn<Item> = { readonly item: Item; readonly from: number; readonly to: number | undefined };

/**
 * The finest set of groups that follow each other without a gap or overlap from age 0 without an upper end. "6-15" followed by "15-18" ends before 15, followed by
 * "16-18" with 15. Undefined when the columns do not make such a set of at least two.
 */
export function ageChain<Item>(items: readonly { readonly item: Item; readonly ages: AgeRange }[]): readonly AgeColumn<Item>[] | undefined {
  const starts = new Set(items.map(({ ages }) => ages.from));
  const groups = items.map(({ item, ages }): AgeColumn<Item> => ({ item, from: ages.from, to: ages.openEnd && ages.to !== undefined && starts.has(ages.to) && ages.to > ages.from ? ages.to - 1 : ages.to }));
  const best = new Map<number, readonly AgeColumn<Item>[] | undefined>();
  const from = (age: number): readonly AgeColumn<Item>[] | undefined => {
    if (best.has(age)) return best.get(age);
    best.set(age, undefined);
    let longest: readonly AgeColumn<Item>[] | undefined;
    for (const group of groups.filter((candidate) => candidate.from === age)) {
      const rest = group.to === undefined ? [] : from(group.to + 1);
      if (rest !== undefined && rest.length + 1 > (longest?.length ?? 0)) longest = [group, ...rest];
    }
    best.set(age, longest);
    return longest;
  };
  const chain = from(0);
  return chain !== undefined && chain.length >= 2 ? chain : undefined;
}

export type NamedAges = { readonly id: string; readonly name: string; readonly from: number; readonly to?: number };

/** An age group as the program calls it: "unter 6", "6 bis 14", "65 und älter". `to` undefined: no upper end. */
export const namedAges = (from: number, to: number | undefined): NamedAges =>
  to === undefined ? { id: `${from}plus`, name: `${from} und älter`, from } : { id: `${from}to${to}`, name: from === 0 ? `unter ${to + 1}` : `${from} bis ${to}`, from, to };
