import { changeOfCells } from '#app/domain/values/change-of-cells.ts';
import { rateOfCells } from '#app/domain/values/rate-of-cells.ts';
import { sumOfCells } from '#app/domain/values/sum-of-cells.ts';
import type { Cell } from '#shared/cell.ts';
import type { RecipeIndicator } from '../recipe/recipe-schema.ts';
import type { BuildContext } from './build-context.ts';
import type { BuiltLevel, ShapedArea } from './shaped-area.ts';
import { CITY } from './value-store.ts';
import type { Slot, ValueStore } from './value-store.ts';

/** Figures the files do not give: sums, rates and changes, coarser levels, and the city's own value. What a file gives always stays. */
export function computeValues(context: BuildContext, levels: readonly BuiltLevel[], store: ValueStore): void {
  const { recipe, log } = context;
  const areas = [...levels.flatMap((level) => level.areas.map(({ id }) => id as string)), CITY];
  const ordered = inOrderOfParts(recipe.indicators);
  const rounds = [false, true] as const;
  // counts are added up first, so that rates of coarser levels are made of counts and not of rates
  for (const onlyAbove of rounds) {
    for (const indicator of ordered) {
      if (onlyAbove) aggregate(context, indicator, levels, store);
      const made = computeOn(indicator, areas, store);
      if (made > 0) log.decision('indicators', indicator.id, 'computed', { count: made });
    }
  }
  const withoutValue = store.withoutValue();
  const filled = new Set(store.slots().map((slot) => slot.indicator));
  for (const indicator of recipe.indicators) {
    if (!filled.has(indicator.id)) log.warning('indicators', indicator.id, 'indicatorWithoutValues');
    const countsOnly = withoutValue.filter(({ slot }) => slot.indicator === indicator.id);
    if (countsOnly.length > 0) log.warning('indicators', indicator.id, 'countsWithoutRate', { count: countsOnly.length }, countsOnly.map(({ slot: { area, date } }) => `${area === CITY ? recipe.city.name : area} ${date}`));
  }
}

/** Parts before what is made of them; circles were refused with the recipe. */
function inOrderOfParts(indicators: readonly RecipeIndicator[]): readonly RecipeIndicator[] {
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const ordered: RecipeIndicator[] = [];
  const visit = (id: string | undefined): void => {
    const indicator = id === undefined ? undefined : byId.get(id);
    if (indicator === undefined || ordered.includes(indicator)) return;
    if (indicator.computedPer !== undefined) [indicator.numerator, indicator.denominator].forEach(visit);
    indicator.sumOf?.forEach(visit);
    visit(indicator.changeOf?.indicator);
    if (!ordered.includes(indicator)) ordered.push(indicator);
  };
  for (const { id } of indicators) visit(id);
  return ordered;
}

function computeOn(indicator: RecipeIndicator, areas: readonly string[], store: ValueStore): number {
  const { id, computedPer, numerator, denominator, sumOf, changeOf } = indicator;
  let made = 0;
  const fill = (area: string, date: string, cell: Cell | undefined): void => {
    if (cell === undefined || store.hasValue({ indicator: id, area, date })) return;
    putComputed(store, { indicator: id, area, date }, cell);
    made += 1;
  };
  // the table may give the rate's own counts
  const own = computedPer === undefined ? [] : store.withoutValue(id);
  for (const { slot, numerator: above, denominator: below } of own) fill(slot.area, slot.date, above && below && rateOfCells(above, below, computedPer!));
  const at = (part: string, area: string, date: string): Cell | undefined => store.cellAt({ indicator: part, area, date });
  for (const area of areas) {
    const here = new Set([area]);
    if (computedPer !== undefined && numerator !== undefined && denominator !== undefined) {
      for (const date of store.datesOf(numerator, here)) {
        const [above, below] = [at(numerator, area, date), at(denominator, area, date)];
        fill(area, date, above === undefined || below === undefined ? undefined : rateOfCells(above, below, computedPer));
      }
    } else if (sumOf !== undefined) {
      for (const date of store.datesOf(sumOf[0]!, here)) {
        const parts = sumOf.map((part) => at(part, area, date));
        fill(area, date, parts.every((part) => part !== undefined) ? sumOfCells(parts) : undefined);
      }
    } else if (changeOf !== undefined) {
      for (const date of store.datesOf(changeOf.indicator, here)) {
        const before = at(changeOf.indicator, area, `${Number(date.slice(0, 4)) - changeOf.years}${date.slice(4)}`);
        const now = at(changeOf.indicator, area, date);
        fill(area, date, before === undefined || now === undefined ? undefined : changeOfCells(now, before));
      }
    }
  }
  return made;
}

function putComputed(store: ValueStore, slot: Slot, cell: Cell): void {
  store.put(slot, 'value', withoutCounts(cell), '');
  if ('numerator' in cell && cell.numerator !== undefined) store.put(slot, 'numerator', { mark: 'value', value: cell.numerator }, '');
  if ('denominator' in cell && cell.denominator !== undefined) store.put(slot, 'denominator', { mark: 'value', value: cell.denominator }, '');
}

const withoutCounts = (cell: Cell): Cell => ('value' in cell ? { mark: cell.mark, value: cell.value } : { mark: cell.mark });

/** Values of coarser levels and of the city from the areas that make them up; all of these must be known, or the sum is not. */
function aggregate({ log }: BuildContext, indicator: RecipeIndicator, levels: readonly BuiltLevel[], store: ValueStore): void {
  const wanted = [...indicator.aggregateTo.map((level) => ({ level, from: undefined as string | undefined })), ...(indicator.cityFrom === undefined ? [] : [{ level: CITY, from: indicator.cityFrom }])];
  const computed = (indicator.computedPer ?? indicator.sumOf ?? indicator.changeOf) !== undefined;
  if (wanted.length > 0 && indicator.form === 'absolute' && !indicator.additive) {
    log.warning('indicators', indicator.id, 'notAdditive');
    return;
  }
  for (const { level: target, from } of wanted) {
    const fine = finestWithValues(indicator, levels, store, target, from);
    if (fine === undefined) {
      if (!computed) log.warning('indicators', indicator.id, 'nothingToAdd', { level: target });
      continue;
    }
    const groups = target === CITY ? new Map([[CITY, fine.areas]]) : groupedUnder(target, fine, levels);
    let made = 0;
    for (const [area, parts] of groups) {
      for (const date of store.datesOf(indicator.id, new Set(parts.map(({ id }) => id)))) {
        if (store.has({ indicator: indicator.id, area, date })) continue;
        const cells = parts.map(({ id }) => store.cellAt({ indicator: indicator.id, area: id, date }) ?? ({ mark: 'notAvailable' } satisfies Cell as Cell));
        const sum = indicator.form === 'absolute' ? sumOfCells(cells) : rebuilt(cells, indicator);
        if (sum === undefined) continue;
        putComputed(store, { indicator: indicator.id, area, date }, sum);
        made += 1;
      }
    }
    if (made > 0) log.decision('indicators', indicator.id, 'addedUp', { count: made, level: target === CITY ? 'city' : target, from: fine.level.id });
    else if (indicator.form !== 'absolute' && !computed) log.warning('indicators', indicator.id, 'rateNotAddedUp', { level: target === CITY ? 'city' : target });
  }
}

/** A rate of several areas from their counts; undefined where the file gives none. Areas without anybody to count add nothing. */
function rebuilt(cells: readonly Cell[], indicator: RecipeIndicator): Cell | undefined {
  const has = (mark: Cell['mark']): boolean => cells.some((cell) => cell.mark === mark);
  if (has('suppressed')) return { mark: 'suppressed' };
  if (has('notAvailable')) return { mark: 'notAvailable' };
  const counts = cells.map(countsOf);
  if (counts.some((count) => count === undefined)) return undefined;
  const sum = (pick: 'above' | 'below'): Cell => ({ mark: has('uncertain') ? 'uncertain' : 'value', value: counts.reduce((total, count) => total + count![pick], 0) });
  return rateOfCells(sum('above'), sum('below'), indicator.computedPer ?? (indicator.unit === '‰' ? 1_000 : 100));
}

function countsOf(cell: Cell): { readonly above: number; readonly below: number } | undefined {
  if (cell.mark === 'notApplicable') return { above: 0, below: 0 };
  const below = 'denominator' in cell ? cell.denominator : undefined;
  const above = cell.mark === 'zero' ? 0 : 'numerator' in cell ? cell.numerator : undefined;
  return above === undefined || below === undefined ? undefined : { above, below };
}

function finestWithValues(indicator: RecipeIndicator, levels: readonly BuiltLevel[], store: ValueStore, target: string, from: string | undefined): BuiltLevel | undefined {
  const candidates = levels.filter(({ level }) => (from === undefined ? level.id !== target : level.id === from));
  return candidates
    .filter(({ areas }) => store.datesOf(indicator.id, new Set(areas.map(({ id }) => id as string))).length > 0)
    .filter((level) => target === CITY || groupedUnder(target, level, levels).size > 0)
    .sort((a, b) => b.areas.length - a.areas.length)[0];
}

/** Areas of a level by the area of a coarser level they lie in, through however many levels between. */
function groupedUnder(target: string, { areas }: BuiltLevel, levels: readonly BuiltLevel[]): ReadonlyMap<string, readonly ShapedArea[]> {
  const byId = new Map(levels.flatMap((level) => level.areas.map((area) => [area.id as string, area] as const)));
  const groups = new Map<string, ShapedArea[]>();
  for (const area of areas) {
    let above: ShapedArea | undefined = area;
    for (let step = 0; above !== undefined && above.level !== target && step < levels.length; step++) above = above.parent === undefined ? undefined : byId.get(above.parent);
    if (above !== undefined && above !== area && above.level === target) groups.set(above.id, [...(groups.get(above.id) ?? []), area]);
  }
  return groups;
}
