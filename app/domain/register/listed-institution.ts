import type { CategoryId, InstitutionId } from '#shared/ids.ts';
import type { Institution } from '../city/city.ts';
import type { Coordinate } from '../geometry/shapes.ts';

/** A row of a second list (POI source, address file, another edition). What it does not tell is left out and not compared. */
export type ListedInstitution = {
  /** Names the row inside its list: its own id, else its line. */
  readonly key: string;
  /** The register's id, when the list carries it. */
  readonly id: InstitutionId | undefined;
  readonly name: string;
  readonly location: Coordinate | undefined;
  readonly category: CategoryId | undefined;
  readonly fields: ListedFields;
};
/** Fields a list can tell differently from the register. */
export const LISTED_FIELDS = ['address', 'postcode', 'provider', 'contact', 'website', 'openingHours', 'capacity', 'barrierFree'] as const satisfies readonly (keyof Institution)[];
export type ListedField = (typeof LISTED_FIELDS)[number];
export type ListedFields = { readonly [Field in ListedField]?: NonNullable<Institution[Field]> };
