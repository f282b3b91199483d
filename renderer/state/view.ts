import { createStore } from 'zustand/vanilla';
import type { City } from '#app/domain/city/city.ts';
import { lookupOf } from '#app/domain/city/city-lookup.ts';
import { describesPeople } from '#app/domain/city/describes-people.ts';
import { availableIndexDates } from '#app/domain/social-index/available-index-dates.ts';
import { profilesFor } from '#app/domain/social-index/profiles.ts';
import type { CategoryId, IndicatorId, IsoDate, LevelId, TargetGroupId } from '#shared/ids.ts';

/** The steps of the work, in the order of the rail. */
export const STEPS = ['city', 'socialIndex', 'coverage', 'dialogue', 'measures', 'paper', 'controlling', 'presentation'] as const;
export type Step = (typeof STEPS)[number];

/** What is looked at and how. Ephemeral: not saved, not undoable. */
export type ViewState = {
  readonly step: Step;
  readonly level: LevelId | undefined;
  readonly date: IsoDate | undefined;
  readonly indicator: IndicatorId | undefined;
  /** What the step "Stadt" lists: institutions lie on the map only while they are what it is about. */
  readonly cityTab: CityTab;
  readonly filters: Filters;
  readonly drawer: { readonly open: boolean; readonly tab: DrawerTab };
  readonly middle: MiddleMode;
  readonly fly: FlyRequest | undefined;
  readonly zoom: ZoomRequest | undefined;
  /** Table of the layer that is looked at in a foreign GeoPackage. */
  readonly foreignLayer: string | undefined;
};

export type Filters = { readonly categories: readonly CategoryId[]; readonly targetGroups: readonly TargetGroupId[] };
export type CityTab = 'indicators' | 'institutions' | 'bundle';
export type DrawerTab = 'table' | 'chart' | 'institutions';
/** In the steps that write, the middle shows the document, the map, or both side by side. */
export type MiddleMode = 'document' | 'map' | 'both';
/** Asks the map to move; a new `turn` repeats the same wish. */
export type FlyRequest = { readonly target: string; readonly turn: number };

/** Asks the map for one step closer or further. */
export type ZoomRequest = { readonly direction: 'in' | 'out'; readonly turn: number };

export const noFilters: Filters = { categories: [], targetGroups: [] };

export const initialView: ViewState = {
  step: 'city',
  level: undefined,
  date: undefined,
  indicator: undefined,
  cityTab: 'indicators',
  filters: noFilters,
  drawer: { open: false, tab: 'table' },
  middle: 'document',
  fly: undefined,
  zoom: undefined,
  foreignLayer: undefined,
};

export const createViewStore = () => createStore<ViewState>(() => initialView);

/** The view a freshly opened city starts with: a burden on the finest level that has figures for it, the newest date, no filter. */
export function viewForCity(before: ViewState, city: City): ViewState {
  const level = startLevel(city);
  const known = new Set(city.indicators.map((indicator) => indicator.id));
  return {
    ...before,
    level,
    date: newestDate(city),
    indicator: before.indicator !== undefined && known.has(before.indicator) ? before.indicator : firstBurden(city, level),
    filters: noFilters,
    fly: undefined,
  };
}

/** Adds the entry when it is missing, takes it out when it is there. */
export const toggled = <Entry>(list: readonly Entry[], entry: Entry): readonly Entry[] =>
  list.includes(entry) ? list.filter((other) => other !== entry) : [...list, entry];

/**
 * What weighs on people, with figures on the level, makes a better start than a head count: child poverty or another transfer
 * share of the city's own index first. Who people are (their origin, their families) is never the first thing shown as a burden.
 */
function firstBurden(city: City, level: LevelId | undefined): IndicatorId | undefined {
  const lookup = lookupOf(city);
  const onLevel = level === undefined ? [] : city.indicators.filter((indicator) => lookup.datesOf(indicator.id, level).length > 0);
  const inOrder = [...onLevel, ...city.indicators];
  const burdens = inOrder.filter((indicator) => indicator.form === 'relative' && indicator.direction === 'higherIsWorse' && !describesPeople(indicator));
  const inProfile = new Set(profilesFor(city)[0]?.indicators.map(({ indicator }) => indicator));
  const ofProfile = burdens.filter(({ id }) => inProfile.has(id));
  const named = (words: RegExp) => [...ofProfile, ...burdens].find(({ id, title }) => words.test(`${id} ${title}`));
  const first =
    named(CHILD_POVERTY) ?? named(TRANSFERS) ?? ofProfile[0] ?? burdens[0] ?? inOrder.find((indicator) => indicator.form !== 'absolute' && indicator.direction !== 'neutral' && !describesPeople(indicator));
  return (first ?? inOrder[0])?.id;
}

const CHILD_POVERTY = /kinderarmut|child_poverty|child poverty/i;
const TRANSFERS = /sgb|transfer|grundsicherung|leistungsberechtigt|bürgergeld/i;

/** The finest level an index can be computed on, else the finest with any figures, else the finest; nesting ones first. */
function startLevel(city: City): LevelId | undefined {
  const lookup = lookupOf(city);
  const finest = [...city.levels].sort((a, b) => Number(b.nestsIn !== undefined) - Number(a.nestsIn !== undefined) || b.order - a.order).filter(({ order, id }) => order > 0 && lookup.areasOf(id).length > 0);
  const profile = profilesFor(city)[0];
  const withIndex = profile === undefined ? undefined : finest.find(({ id }) => availableIndexDates(city, profile, id).length > 0);
  const withFigures = finest.find(({ id }) => city.indicators.some((indicator) => lookup.datesOf(indicator.id, id).length > 0));
  return (withIndex ?? withFigures ?? finest[0] ?? city.levels[0])?.id;
}

function newestDate(city: City): IsoDate | undefined {
  return city.values.reduce<IsoDate | undefined>((newest, { date }) => (newest === undefined || date > newest ? date : newest), undefined);
}
