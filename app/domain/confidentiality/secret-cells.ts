import type { Cell } from '#shared/cell.ts';
import { numberOf } from '#shared/cell.ts';
import type { AreaId, IndicatorId, IsoDate } from '#shared/ids.ts';
import type { Area, City, Indicator } from '../city/city.ts';
import { lookupOf } from '../city/city-lookup.ts';
import { countsOf, isPrimarilySecret } from './primary-rule.ts';
import { thresholdsFor } from './thresholds.ts';
import type { Audience, StricterRules } from './thresholds.ts';

/** An area, or the city as a whole. */
export type Place = AreaId | 'city';

export type SecretCells = {
  /** Whether this value is not shown, by itself or to protect a neighbour. */
  isSecret(indicator: IndicatorId, place: Place, date: IsoDate): boolean;
  /** By itself alone: what already an index must not be computed from. */
  isPrimarilySecret(indicator: IndicatorId, place: Place, date: IsoDate): boolean;
};

/**
 * Which values of a city stay secret. Besides the primary rule:
 *
 * - a count is secret as well where a rate made of it is, and a rate where one of its counts is: one gives the other away
 * - of a total and its parts never exactly one is secret: it would follow by subtraction. The smallest shown part is hidden
 *   too, until the hidden parts leave each other room for as many values as the minimum asks for. Repeated over all levels
 *   until nothing changes.
 */
export function secretCellsOf(city: City, audience: Audience, stricter: StricterRules = {}): SecretCells {
  const lookup = lookupOf(city);
  const whole = wholeCityArea(city);
  const placeOf = (place: Place): Place => (place === whole?.id ? 'city' : place);
  const cellAt = (indicator: IndicatorId, place: Place, date: IsoDate): Cell =>
    place === 'city' ? lookup.cityCell(indicator, date) : lookup.cell(indicator, place, date);
  // the area of the whole city and the city's own value may state different numbers: each is judged, and one secret hides both
  const sidesOf = (place: Place): readonly Place[] => (place === 'city' && whole !== undefined ? ['city', whole.id] : [place]);
  const totals = totalsOf(city, placeOf);
  const madeOf = new Map<IndicatorId, Indicator[]>();
  for (const rate of city.indicators) {
    if (rate.numerator) madeOf.set(rate.numerator, [...(madeOf.get(rate.numerator) ?? []), rate]);
  }
  const secondary = new Map<string, ReadonlySet<Place>>();

  const primarily = (indicator: Indicator, place: Place, date: IsoDate): boolean => sidesOf(place).some((side) => isSecretAt(indicator, side, date));

  function isSecretAt(indicator: Indicator, place: Place, date: IsoDate): boolean {
    const cell = cellAt(indicator.id, place, date);
    const counts = countsOf(cell, {
      numerator: indicator.numerator && cellAt(indicator.numerator, place, date),
      denominator: indicator.denominator && cellAt(indicator.denominator, place, date),
    });
    return isPrimarilySecret(indicator, cell, counts, thresholdsFor(indicator, audience, stricter));
  }

  function secretPlaces(indicator: Indicator, date: IsoDate): ReadonlySet<Place> {
    const key = `${indicator.id} ${date}`;
    const known = secondary.get(key);
    if (known) return known;
    const places: readonly Place[] = ['city', ...city.areas.map(({ id }) => id).filter((id) => placeOf(id) === id)];
    const rates = madeOf.get(indicator.id) ?? [];
    const secret = new Set(
      places.filter(
        (place) =>
          primarily(indicator, place, date) ||
          // a rate on few people is only unreliable: its counts may be shown. A small count or complement must not follow.
          rates.some((rate) => sidesOf(place).some((side) => numberOf(cellAt(indicator.id, side, date)) !== 0 && isSecretAt(rateWithoutMinimum(rate), side, date))),
      ),
    );
    if (indicator.additive && indicator.form === 'absolute') {
      protectTotals(secret, totals, (place) => cellAt(indicator.id, place, date), thresholdsFor(indicator, audience, stricter).minimumNumerator);
    }
    secondary.set(key, secret);
    return secret;
  }

  return {
    isPrimarilySecret(id, place, date) {
      const indicator = lookup.indicator(id);
      return indicator !== undefined && primarily(indicator, placeOf(place), date);
    },
    isSecret(id, place, date) {
      const indicator = lookup.indicator(id);
      if (!indicator) return false;
      const at = placeOf(place);
      if (secretPlaces(indicator, date).has(at)) return true;
      return [indicator.numerator, indicator.denominator].some((part) => {
        const count = part && lookup.indicator(part);
        return count !== undefined && count.id !== indicator.id && secretPlaces(count, date).has(at);
      });
    },
  };
}

/** A total and the parts it is made of. */
export type Total = { readonly total: Place; readonly parts: readonly Place[] };

/**
 * Hides further cells until no total gives a hidden one away. Changes `secret`. Exported for tests on tables without a city.
 *
 * `minimum` is the number of values that must stay possible for a hidden count; at least two always stay.
 */
export function protectTotals(secret: Set<Place>, totals: readonly Total[], cellAt: (place: Place) => Cell, minimum: number): void {
  const number = (place: Place): number | undefined => numberOf(cellAt(place));
  let changed = true;
  while (changed) {
    changed = false;
    for (const { total, parts } of totals) {
      while (mustHideMore(total, parts)) {
        const next = nextToHide(total, parts);
        if (next === undefined) break;
        secret.add(next);
        changed = true;
      }
    }
  }

  function mustHideMore(total: Place, parts: readonly Place[]): boolean {
    const hidden = parts.filter((part) => secret.has(part));
    // a hidden total whose parts are all shown is their sum
    if (hidden.length === 0) return secret.has(total) && number(total) !== 0 && parts.some((part) => number(part) !== undefined);
    if (number(total) === undefined) return false;
    // also below a hidden total: whether it is hidden must not make its parts safer, or a higher minimum could show more
    if (hidden.length === 1) return true;
    const shown = parts.reduce((sum, part) => (secret.has(part) ? sum : sum + (number(part) ?? 0)), 0);
    const possibleValues = number(total)! - shown - hidden.length + 1;
    return possibleValues < Math.max(2, minimum);
  }

  /** The smallest shown part that is not zero; with no other part left, a zero one, and at last the total itself. */
  function nextToHide(total: Place, parts: readonly Place[]): Place | undefined {
    const shown = parts
      .filter((part) => !secret.has(part) && number(part) !== undefined)
      .sort((a, b) => number(a)! - number(b)! || (a < b ? -1 : 1));
    const candidate = shown.find((part) => number(part) !== 0);
    if (candidate !== undefined) return candidate;
    return secret.has(total) ? undefined : total;
  }
}

/** Every area with its parts of one level below, and the city with the top areas of each level. */
function totalsOf(city: City, placeOf: (place: Place) => Place): readonly Total[] {
  const groups = new Map<string, { readonly total: Place; readonly parts: Place[] }>();
  for (const area of city.areas) {
    const part = placeOf(area.id);
    if (part === 'city') continue;
    const total = placeOf(area.parent ?? 'city');
    const key = `${total} ${area.level}`;
    const group = groups.get(key) ?? { total, parts: [] };
    group.parts.push(part);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function wholeCityArea(city: City): Area | undefined {
  const levels = new Set(city.levels.filter(({ order }) => order === 0).map(({ id }) => id));
  const areas = city.areas.filter(({ level }) => levels.has(level));
  return areas.length === 1 ? areas[0] : undefined;
}

const rateWithoutMinimum = (rate: Indicator): Indicator => ({ ...rate, minimumDenominator: 0 });
