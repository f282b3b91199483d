import { createStore } from 'zustand/vanilla';
import type { ListSheet } from '#app/domain/register/list-sheet.ts';
import type { ListComparison } from '#app/domain/register/compare-with-list.ts';
import type { City, Institution } from '#app/domain/city/city.ts';
import { lookupOf } from '#app/domain/city/city-lookup.ts';
import { labelPointOf } from '#app/domain/geometry/shape-measures.ts';
import type { Coordinate } from '#app/domain/geometry/shapes.ts';
import { searchInstitutions, type RegisterQuery, type SearchResult } from '#app/domain/register/search-institutions.ts';
import { asDate, type AreaId, type CategoryId, type InstitutionId, type IsoDate } from '#shared/ids.ts';
import { currentCity } from './current-city.ts';
import type { Filters } from './view.ts';
import type { Workspace } from './workspace.ts';

/** How the register is looked at and worked on. Ephemeral; what is entered goes into the project. */
export type RegisterState = {
  readonly mode: RegisterMode;
  readonly filters: RegisterFilters;
  /** The several that are chosen for an export, a print or a confirmation. */
  readonly chosen: readonly InstitutionId[];
  /** Whether entries whose place is unknown stand in table and lists too, where area or radius is asked for. */
  readonly unplacedToo: boolean;
  readonly task: RegisterTask;
  /** Metres by which an arrow key moves the mark. */
  readonly step: number;
  /** Source and note of the last change: offered again until the program ends. */
  readonly origin: Origin;
  readonly comparison: OpenComparison | undefined;
  /** Rises when the search is asked for by a command: the field then takes the keyboard. */
  readonly searched: number;
};
export type RegisterMode = 'search' | 'check' | 'compare';
export type Origin = { readonly source: string; readonly note: string };

/** What is asked for beside categories and target groups, which the map legend knows too. */
export type RegisterFilters = Pick<RegisterQuery, 'text' | 'area' | 'barrierFree' | 'languages' | 'fixedTerm'> & {
  readonly near: { readonly from: NearFrom; readonly metres: number } | undefined;
  readonly onlyOpen: boolean;
  readonly check: 'due' | 'done' | undefined;
};
export type NearFrom =
  | { readonly kind: 'institution'; readonly id: InstitutionId }
  | { readonly kind: 'area'; readonly id: AreaId }
  | { readonly kind: 'place'; readonly at: Coordinate };

/** What is being done to an entry; `at` is a place in metres of the city's system that the map shows and changes. */
export type RegisterTask =
  | { readonly kind: 'none' }
  | { readonly kind: 'add'; readonly at: Coordinate | undefined }
  | { readonly kind: 'edit'; readonly id: InstitutionId }
  | { readonly kind: 'move'; readonly id: InstitutionId; readonly at: Coordinate }
  | { readonly kind: 'close'; readonly id: InstitutionId }
  | { readonly kind: 'reopen'; readonly id: InstitutionId }
  | { readonly kind: 'confirm'; readonly ids: readonly InstitutionId[] }
  | { readonly kind: 'merge'; readonly one: InstitutionId; readonly other: InstitutionId }
  /** The next click on the map is the centre of "in der Nähe". */
  | { readonly kind: 'near'; readonly at: Coordinate };

/** A second list beside the register: still to be told which column is what, or compared. */
export type OpenComparison =
  | { readonly kind: 'mapping'; readonly list: string; readonly sheets: readonly ListSheet[] }
  | {
      readonly kind: 'compared';
      readonly list: string;
      readonly comparison: ListComparison;
      /** What the whole list covers, if that was said. */
      readonly category: CategoryId | undefined;
      /** Decisions that were there when the list was opened. */
      readonly decisionsBefore: number;
    };

export const noRegisterFilters: RegisterFilters = { text: '', area: undefined, near: undefined, onlyOpen: true, barrierFree: [], languages: [], fixedTerm: [], check: undefined };

export const initialRegister: RegisterState = {
  mode: 'search', filters: noRegisterFilters, chosen: [], unplacedToo: false, task: { kind: 'none' }, step: 10, origin: { source: '', note: '' }, comparison: undefined, searched: 0,
};

export const createRegisterStore = () => createStore<RegisterState>(() => initialRegister);

/** Radius that "in der Nähe" begins with, metres. */
export const USUAL_RADIUS = 500;

/** The day the surface works on. */
export const today = (): IsoDate => asDate(new Date().toISOString().slice(0, 10));

/** The place "in der Nähe" is measured from; undefined when what it was measured from is gone or has no place. */
export function centreOf(city: City, from: NearFrom): Coordinate | undefined {
  switch (from.kind) {
    case 'institution':
      return lookupOf(city).institution(from.id)?.location;
    case 'area': {
      const area = lookupOf(city).area(from.id);
      return area === undefined ? undefined : labelPointOf(area.shape);
    }
    case 'place':
      return from.at;
  }
}

/** Where a mark starts that nobody has placed yet: in the first area of the coarsest level. */
export function middleOf(city: City): Coordinate | undefined {
  const coarsest = [...city.levels].sort((a, b) => a.order - b.order).flatMap((level) => city.areas.filter((area) => area.level === level.id))[0];
  return coarsest === undefined ? undefined : centreOf(city, { kind: 'area', id: coarsest.id });
}

export function queryOf(city: City, chosen: Filters, filters: RegisterFilters, day: IsoDate): RegisterQuery {
  const { near, onlyOpen, check, ...rest } = filters;
  const centre = near === undefined ? undefined : centreOf(city, near.from);
  return {
    ...rest,
    categories: chosen.categories,
    targetGroups: chosen.targetGroups,
    near: near === undefined || centre === undefined ? undefined : { centre, metres: near.metres },
    openOn: onlyOpen ? day : undefined,
    check: check === undefined ? undefined : { state: check, today: day },
  };
}

type Searched = { readonly city: City; readonly chosen: Filters; readonly filters: RegisterFilters; readonly day: IsoDate; readonly result: SearchResult };
let last: Searched | undefined;

/** What the mask finds. Mask, table, map and exports ask for the same thing at once: it is searched only once. */
export function searchRegister(city: City, chosen: Filters, filters: RegisterFilters, day: IsoDate): SearchResult {
  if (last?.city === city && last.chosen === chosen && last.filters === filters && last.day === day) return last.result;
  const result = searchInstitutions(city, queryOf(city, chosen, filters, day));
  last = { city, chosen, filters, day, result };
  return result;
}

/** What table, exports and prints show of a search: hits, then citywide offers, and those whose place is unknown if they are asked for. */
export const listed = ({ hits, withoutPlace, unplaced }: SearchResult, unplacedToo: boolean): readonly Institution[] => [
  ...hits.map(({ institution }) => institution), ...withoutPlace, ...(unplacedToo ? unplaced : []),
];

/** What exports and prints are about: the chosen ones that are still there, else everything the mask finds. */
export function listedNow({ stores }: Workspace): readonly Institution[] {
  const city = currentCity(stores);
  if (city === undefined) return [];
  const { chosen, filters, unplacedToo } = stores.register.getState();
  const lookup = lookupOf(city);
  const known = chosen.flatMap((id) => lookup.institution(id) ?? []);
  if (known.length > 0) return known;
  return listed(searchRegister(city, stores.view.getState().filters, filters, today()), unplacedToo);
}

/** Whether anything but the usual "only open ones" is asked for. */
export const isNarrowed = (filters: RegisterFilters): boolean => JSON.stringify({ ...filters, onlyOpen: true }) !== JSON.stringify(noRegisterFilters);
