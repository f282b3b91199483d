import type { Cell, CellMark } from '#shared/cell.ts';
import type { AreaId, IndicatorId, IsoDate, LevelId } from '#shared/ids.ts';
import { roundTo } from '#shared/round-to.ts';
import type { City } from '../city/city.ts';
import { lookupOf } from '../city/city-lookup.ts';
import { baseOf } from '../city/with-institutions.ts';
import type { NoStatistic } from './no-statistic.ts';
import type { ReleasedCell } from './released-cell.ts';
import type { Place } from './secret-cells.ts';
import { secretCellsOf } from './secret-cells.ts';
import { countsOf, isPrimarilySecret } from './primary-rule.ts';
import type { Audience, StricterRules } from './thresholds.ts';
import { PEOPLE_MINIMUM, thresholdsFor } from './thresholds.ts';

/** The gate: the only place where a value becomes something that may be shown. */
export type Releaser = {
  readonly audience: Audience;
  /** Counts of people below it are secret. */
  readonly peopleMinimum: number;
  cell(indicator: IndicatorId, area: AreaId, date: IsoDate): ReleasedCell;
  cityCell(indicator: IndicatorId, date: IsoDate): ReleasedCell;
  /** A reference value delivered for a whole level: as secret as the city's own, and by itself where its counts are small. */
  levelCell(indicator: IndicatorId, level: LevelId, date: IsoDate): ReleasedCell;
  /** A number of people we counted ourselves, in whole people; fewer than three are secret. */
  people(count: number): ReleasedCell;
  /** Part of a whole in per cent, both counted by ourselves; secret when part or rest are fewer than three people. */
  share(part: number, whole: number): ReleasedCell;
  /** A figure that is no statistic on people, as `no-statistic.ts` makes them: metres, ranks, numbers of institutions. */
  plain(figure: NoStatistic): ReleasedCell;
  /** Later minus earlier, or own minus the city's, rounded once from the source's values; secret where one of them is. */
  difference(one: ReleasedCell, other: ReleasedCell): ReleasedCell;
  /** Part of a whole in per cent; secret where one of them is. */
  ratio(part: ReleasedCell, whole: ReleasedCell): ReleasedCell;
  /** What is shown times a number that is no statistic on people; an undefined factor gives "no value". */
  scaled(cell: ReleasedCell, factor: number | undefined, precision: number): ReleasedCell;
  /** A value frozen earlier, as it was released then; secret as well where the gate holds the same figure back `now`. */
  frozen(value: Cell, now: ReleasedCell, form: { readonly unit: string; readonly precision: number }): ReleasedCell;
  /** A figure held back in any case, because others would follow from it. */
  withheld(unit: string): ReleasedCell;
};

const releasers = new WeakMap<City, Map<Audience, Releaser>>();

/** The gate for one city and audience. `stricter` can only raise the source's thresholds. */
export function releaserFor(city: City, audience: Audience, stricter?: StricterRules): Releaser {
  if (stricter) return makeReleaser(city, audience, stricter);
  // the gate knows figures, not institutions
  const base = baseOf(city);
  const known = releasers.get(base) ?? new Map<Audience, Releaser>();
  releasers.set(base, known);
  const releaser = known.get(audience) ?? makeReleaser(base, audience, {});
  known.set(audience, releaser);
  return releaser;
}

function makeReleaser(city: City, audience: Audience, stricter: StricterRules): Releaser {
  const lookup = lookupOf(city);
  const secrets = secretCellsOf(city, audience, stricter);
  const minimum = Math.max(PEOPLE_MINIMUM, stricter.minimumNumerator ?? 0);
  const isSecretCount = (count: number): boolean => count < minimum && (count > 0 || stricter.hideZeros === true);

  function releaseCell(id: IndicatorId, place: Place, date: IsoDate): ReleasedCell {
    const indicator = lookup.indicator(id);
    if (!indicator) return seal('notAvailable', undefined, '', 0);
    const cell: Cell = place === 'city' ? lookup.cityCell(id, date) : lookup.cell(id, place, date);
    if (secrets.isSecret(id, place, date) && cell.mark !== 'notAvailable' && cell.mark !== 'notApplicable') {
      return seal('suppressed', undefined, indicator.unit, indicator.precision);
    }
    const value = cell.mark === 'value' || cell.mark === 'uncertain' ? cell.value : cell.mark === 'zero' ? 0 : undefined;
    return seal(cell.mark, value, indicator.unit, indicator.precision);
  }

  const levelReferences = new Map(city.referenceValues.map(({ indicator, level, date, cell }) => [[indicator, level, date].join('\u0000'), cell]));

  function releaseLevel(id: IndicatorId, level: LevelId, date: IsoDate): ReleasedCell {
    const indicator = lookup.indicator(id);
    if (!indicator) return seal('notAvailable', undefined, '', 0);
    const at = (other: IndicatorId | undefined): Cell | undefined => other && levelReferences.get([other, level, date].join('\u0000'));
    const cell: Cell = at(id) ?? { mark: 'notAvailable' };
    const counts = countsOf(cell, { numerator: at(indicator.numerator), denominator: at(indicator.denominator) });
    const isSecret = secrets.isSecret(id, 'city', date) || isPrimarilySecret(indicator, cell, counts, thresholdsFor(indicator, audience, stricter));
    if (isSecret && cell.mark !== 'notAvailable' && cell.mark !== 'notApplicable') return seal('suppressed', undefined, indicator.unit, indicator.precision);
    const value = cell.mark === 'value' || cell.mark === 'uncertain' ? cell.value : cell.mark === 'zero' ? 0 : undefined;
    return seal(cell.mark, value, indicator.unit, indicator.precision);
  }

  return {
    audience,
    peopleMinimum: minimum,
    cell: releaseCell,
    cityCell: (indicator, date) => releaseCell(indicator, 'city', date),
    levelCell: releaseLevel,
    people(count) {
      const people = Math.round(count);
      if (isSecretCount(people)) return seal('suppressed', undefined, '', 0);
      return people === 0 ? seal('zero', 0, '', 0) : seal('value', people, '', 0);
    },
    share(part, whole) {
      const [people, all] = [Math.round(part), Math.round(whole)];
      if (all <= 0) return seal('notApplicable', undefined, '%', 1);
      if (isSecretCount(people) || isSecretCount(all - people) || all < minimum) return seal('suppressed', undefined, '%', 1);
      // nobody of many is a result, and the worst one: the sign for "nothing" would look like missing data
      return seal('value', (people / all) * 100, '%', 1);
    },
    plain: ({ value, unit, precision }) => finite(value, unit, precision),
    difference: (one, other) => combined([one, other], one.unit, one.precision, (a, b) => a - b),
    ratio: (part, whole) => combined([part, whole], '%', 1, (a, b) => (a / b) * 100),
    scaled: (cell, factor, precision) => combined([cell, cell], '', precision, (value) => value * (factor ?? Number.NaN)),
    frozen(value, now, { unit, precision }) {
      if (now.mark === 'suppressed') return seal('suppressed', undefined, unit, precision);
      return value.mark === 'value' || value.mark === 'uncertain' ? seal(value.mark, value.value, unit, precision) : seal(value.mark, value.mark === 'zero' ? 0 : undefined, unit, precision);
    },
    withheld: (unit) => seal('suppressed', undefined, unit, 0),
  };
}

const finite = (value: number | undefined, unit: string, precision: number): ReleasedCell =>
  value === undefined || !Number.isFinite(value) ? seal('notAvailable', undefined, unit, precision) : seal('value', value, unit, precision);

function combined([one, other]: readonly [ReleasedCell, ReleasedCell], unit: string, precision: number, join: (a: number, b: number) => number): ReleasedCell {
  if (one.mark === 'suppressed' || other.mark === 'suppressed') return seal('suppressed', undefined, unit, precision);
  if (one.value === undefined || other.value === undefined) return seal('notAvailable', undefined, unit, precision);
  const joined = finite(join(exactOf(one, one.value), exactOf(other, other.value)), unit, precision);
  return one.mark === 'uncertain' || other.mark === 'uncertain' ? seal(joined.mark === 'value' ? 'uncertain' : joined.mark, joined.value, unit, precision) : joined;
}

/** Rounds to the decimals that are shown: further digits would let counts be worked out behind the rounded figure. */
function seal(mark: CellMark, value: number | undefined, unit: string, precision: number): ReleasedCell {
  const sealed = { mark, value: value === undefined ? undefined : roundTo(value, precision), unit, precision } as ReleasedCell;
  if (value !== undefined && mark !== 'uncertain') exactValues.set(sealed, value);
  return sealed;
}

/**
 * What stands behind the rounded figures that are shown, for this file alone: a change of two rounded shares would be off by
 * up to one step of the last decimal. Never kept for what is secret; gone when a figure is handed to another thread.
 */
const exactValues = new WeakMap<ReleasedCell, number>();
const exactOf = (cell: ReleasedCell, shown: number): number => exactValues.get(cell) ?? shown;
