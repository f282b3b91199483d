import type { FieldChange, FieldValue, ItemsComparison } from './edition-comparison.ts';

/** Two lists by key: what only one of them has, and the pairs; all in the order of the keys. */
export type Matched<Item> = { readonly added: readonly Item[]; readonly gone: readonly Item[]; readonly both: readonly (readonly [older: Item, newer: Item])[] };

export function matched<Item>(older: readonly Item[], newer: readonly Item[], keyOf: (item: Item) => string): Matched<Item> {
  const olderByKey = new Map(older.map((item) => [keyOf(item), item]));
  const newerByKey = new Map(newer.map((item) => [keyOf(item), item]));
  const inOrder = (items: ReadonlyMap<string, Item>): readonly (readonly [string, Item])[] => [...items].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    added: inOrder(newerByKey).flatMap(([key, item]) => (olderByKey.has(key) ? [] : [item])),
    gone: inOrder(olderByKey).flatMap(([key, item]) => (newerByKey.has(key) ? [] : [item])),
    both: inOrder(olderByKey).flatMap(([key, item]) => {
      const other = newerByKey.get(key);
      return other === undefined ? [] : [[item, other] as const];
    }),
  };
}

/** Fields that differ, in the order given. Lists of words differ when their words or their order do. */
export function fieldChanges<Item>(older: Item, newer: Item, fields: readonly (keyof Item & string)[]): readonly FieldChange[] {
  return fields.flatMap((field): readonly FieldChange[] => {
    const [from, to] = [older[field], newer[field]];
    return from === to || JSON.stringify(from) === JSON.stringify(to) ? [] : [{ field, from: plain(from), to: plain(to) }];
  });
}

const plain = (value: unknown): FieldValue => {
  if (Array.isArray(value)) return value.map(String).join('; ');
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined;
};

/** Compares things with an id, telling each by `nameOf`. */
export function compareItems<Item extends { readonly id: string }>(
  older: readonly Item[],
  newer: readonly Item[],
  nameOf: (item: Item) => string,
  fields: readonly (keyof Item & string)[],
): ItemsComparison {
  const { added, gone, both } = matched(older, newer, ({ id }) => id);
  const named = (item: Item) => ({ id: item.id, name: nameOf(item) });
  return {
    added: added.map(named),
    gone: gone.map(named),
    changed: both.flatMap(([before, after]) => {
      const changes = fieldChanges(before, after, fields);
      return changes.length === 0 ? [] : [{ ...named(after), fields: changes }];
    }),
  };
}
