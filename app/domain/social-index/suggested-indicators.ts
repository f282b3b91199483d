import { numberOf } from '#shared/cell.ts';
import type { IsoDate, LevelId } from '#shared/ids.ts';
import type { City, Indicator } from '../city/city.ts';
import { lookupOf } from '../city/city-lookup.ts';
import { describesPeople } from '../city/describes-people.ts';

const MOST = 6;
const FEW = 3;
const COMPLETE_ENOUGH = 0.8;

/**
 * Indicators for a first draft of an index of a city nobody has made a profile for: shares in per cent of which more is a
 * burden, none that only describes who people are and none that would have to be turned round, with a value in at least four fifths of the areas of the finest level at the latest date that has three such (else the date with most).
 * Of more than six, the topics take turns, so that no topic counts twice before another counts once.
 */
export function suggestedIndicators(city: City): readonly Indicator[] {
  const lookup = lookupOf(city);
  const candidates = city.indicators.filter((indicator) => isBurdenShare(indicator) && !describesPeople(indicator));
  for (const level of [...city.levels].sort((a, b) => b.order - a.order)) {
    const dates = [...new Set(candidates.flatMap(({ id }) => lookup.datesOf(id, level.id)))].sort().reverse();
    const byDate = dates.map((date) => candidates.filter((indicator) => isCompleteEnough(city, indicator, level.id, date)));
    const best = byDate.find((complete) => complete.length >= FEW) ?? byDate.reduce<readonly Indicator[]>((most, some) => (some.length > most.length ? some : most), []);
    if (best.length > 0) return takingTurns(city, best).slice(0, MOST);
  }
  return [];
}

const isBurdenShare = ({ kind, form, unit, direction }: Indicator): boolean => kind === 'status' && form === 'relative' && unit === '%' && direction === 'higherIsWorse';

function isCompleteEnough(city: City, indicator: Indicator, level: LevelId, date: IsoDate): boolean {
  const lookup = lookupOf(city);
  const areas = lookup.areasOf(level);
  const known = areas.filter((area) => numberOf(lookup.cell(indicator.id, area.id, date)) !== undefined);
  return areas.length >= 2 && known.length >= areas.length * COMPLETE_ENOUGH;
}

function takingTurns(city: City, indicators: readonly Indicator[]): readonly Indicator[] {
  const order = new Map(city.topics.map(({ id, order: position }) => [id, position]));
  const topics = [...new Set(indicators.map(({ topic }) => topic))].sort((a, b) => (order.get(a) ?? Infinity) - (order.get(b) ?? Infinity));
  const queues = topics.map((topic) => indicators.filter((indicator) => indicator.topic === topic));
  const turns = Math.max(...queues.map(({ length }) => length));
  return Array.from({ length: turns }, (_, turn) => queues.flatMap((queue) => queue[turn] ?? [])).flat();
}
