import type { InstitutionId, IsoDate, RevisionId } from '#shared/ids.ts';
import type { Institution } from '../city/city.ts';
import type { Coordinate } from '../geometry/shapes.ts';

/**
 * One dated change to the register, made by the planner between two editions. It says who told it (`source`: a function or a
 * document, never a private person) and why (`note`).
 */
export type InstitutionRevision = {
  readonly id: RevisionId;
  readonly institution: InstitutionId;
  /** The day the change was recorded. */
  readonly on: IsoDate;
  readonly source: string;
  readonly note: string;
  readonly change: InstitutionChange;
};

export type InstitutionChange =
  /** A new entry; it counts as checked on the day of the revision. */
  | { readonly kind: 'added'; readonly entry: InstitutionEntry }
  /** Only the fields that differ; `cleared` are those that hold nothing any more. */
  | { readonly kind: 'corrected'; readonly fields: Partial<InstitutionEntry>; readonly cleared: readonly ClearableField[] }
  /** Another place, in metres of the city's system; a field of its own because it is compared, drawn and taken back by itself. */
  | { readonly kind: 'moved'; readonly to: Coordinate }
  /** `closedOn` is the first day it is not open any more. */
  | { readonly kind: 'closed'; readonly closedOn: IsoDate }
  | { readonly kind: 'reopened' }
  /** It was entered twice: the other entry stays, this one leaves the register. */
  | { readonly kind: 'mergedInto'; readonly into: InstitutionId }
  /** Somebody looked and everything is right. */
  | { readonly kind: 'confirmed' };

export type RevisionKind = InstitutionChange['kind'];
export const REVISION_KINDS = ['added', 'corrected', 'moved', 'closed', 'reopened', 'mergedInto', 'confirmed'] as const satisfies readonly RevisionKind[];

/** What can be entered by hand; the rest follows from the changes themselves (`placement`: a place entered here is placed by hand). */
export type InstitutionEntry = Omit<Institution, 'id' | 'source' | 'verifiedOn' | 'closedOn' | 'placement'>;

/** Fields that may hold nothing; the others hold an empty text or "unknown". */
export const CLEARABLE_FIELDS = ['location', 'capacity', 'openedOn', 'fixedTermEnd'] as const satisfies readonly (keyof InstitutionEntry)[];
export type ClearableField = (typeof CLEARABLE_FIELDS)[number];

/** An empty entry to fill in. */
export const emptyEntry = (category: Institution['category'], location: Coordinate | undefined): InstitutionEntry => ({
  name: '',
  category,
  address: '',
  postcode: '',
  contact: '',
  website: '',
  provider: '',
  location,
  reach: location === undefined ? 'citywide' : 'located',
  capacity: undefined,
  openingHours: '',
  openedOn: undefined,
  barrierFree: 'unknown',
  languages: [],
  fixedTerm: 'unknown',
  fixedTermEnd: undefined,
  programme: '',
  public: true,
  targetGroups: [],
});

/** What is entered of an institution, without what the register keeps by itself. */
export function entryOf(institution: Institution): InstitutionEntry {
  const kept: readonly string[] = ['id', 'source', 'verifiedOn', 'closedOn', 'placement'];
  return Object.fromEntries(Object.entries(institution).filter(([field]) => !kept.includes(field))) as InstitutionEntry;
}

/** The correction that leads from one entry to another; undefined when nothing differs. */
export function correctionBetween(before: InstitutionEntry, after: InstitutionEntry): Extract<InstitutionChange, { kind: 'corrected' }> | undefined {
  const differing = (Object.keys(after) as (keyof InstitutionEntry)[]).filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
  if (differing.length === 0) return undefined;
  const cleared = CLEARABLE_FIELDS.filter((field) => differing.includes(field) && after[field] === undefined);
  const fields = Object.fromEntries(differing.filter((field) => after[field] !== undefined).map((field) => [field, after[field]])) as Partial<InstitutionEntry>;
  return { kind: 'corrected', fields, cleared };
}
