import type { ListedInstitution } from './listed-institution.ts';

/** One table or layer of a second list, as texts: what the planner sees when saying which column is what. */
export type ListSheet = {
  readonly name: string;
  readonly columns: readonly string[];
  /** Texts in the order of the columns. */
  readonly rows: readonly (readonly string[])[];
  /** Places of a layer's features in metres of the city's system, in the order of the rows; undefined for tables. */
  readonly places: readonly (readonly [number, number] | undefined)[] | undefined;
  /** What the headers suggest. */
  readonly suggested: ListMapping;
};

/** Which column holds what, by its place; undefined means no column does. */
export type ListMapping = { readonly [Role in ListRole]: number | undefined };
export const LIST_ROLES = ['name', 'id', 'address', 'houseNumber', 'postcode', 'provider', 'contact', 'website', 'openingHours', 'capacity', 'barrierFree', 'x', 'y'] as const;
export type ListRole = (typeof LIST_ROLES)[number];

/** What a file can be as a second list. */
export type OpenedList =
  | { readonly kind: 'sheets'; readonly sheets: readonly ListSheet[] }
  /** Another edition or another city's bundle: nothing has to be said about its columns. */
  | { readonly kind: 'bundle'; readonly title: string; readonly listed: readonly ListedInstitution[] };
