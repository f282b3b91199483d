import { createStore } from 'zustand/vanilla';
import type { City } from '#app/domain/city/city.ts';
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
  readonly filters: Filters;
  readonly drawer: { readonly open: boolean; readonly tab: DrawerTab };
  readonly middle: MiddleMode;
  readonly fly: FlyRequest | undefined;
  readonly zoom: ZoomRequest | undefined;
  /** Table of the layer that is looked at in a foreign GeoPackage. */
  readonly foreignLayer: string | undefined;
};

export type Filters = { readonly categories: readonly CategoryId[]; readonly targetGroups: readonly TargetGroupId[] };
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
  filters: noFilters,
  drawer: { open: false, tab: 'table' },
  middle: 'document',
  fly: undefined,
  zoom: undefined,
  foreignLayer: undefined,
};

export const createViewStore = () => createStore<ViewState>(() => initialView);

/** The view a freshly opened city starts with: its finest nesting level, its newest date, no filter. */
export function viewForCity(before: ViewState, city: City): ViewState {
  const level = finestNestedLevel(city);
  const known = new Set(city.indicators.map((indicator) => indicator.id));
  return {
    ...before,
    level,
    date: newestDate(city),
    indicator: before.indicator !== undefined && known.has(before.indicator) ? before.indicator : firstBurden(city),
    filters: noFilters,
    fly: undefined,
  };
}

/** Adds the entry when it is missing, takes it out when it is there. */
export const toggled = <Entry>(list: readonly Entry[], entry: Entry): readonly Entry[] =>
  list.includes(entry) ? list.filter((other) => other !== entry) : [...list, entry];

/** A rate that says something about burdens makes a better start than a head count. */
const firstBurden = (city: City): IndicatorId | undefined =>
  (city.indicators.find((indicator) => indicator.form === 'relative' && indicator.direction !== 'neutral') ?? city.indicators[0])?.id;

function finestNestedLevel(city: City): LevelId | undefined {
  const nested = city.levels.filter((level) => level.nestsIn !== undefined);
  const candidates = nested.length > 0 ? nested : city.levels;
  return [...candidates].sort((a, b) => b.order - a.order)[0]?.id;
}

function newestDate(city: City): IsoDate | undefined {
  return city.values.reduce<IsoDate | undefined>((newest, { date }) => (newest === undefined || date > newest ? date : newest), undefined);
}
