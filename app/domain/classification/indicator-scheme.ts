import { ckmeans } from 'simple-statistics';
import { INDICATOR_FILL, NEUTRAL_FILL } from '#shared/palette.ts';
import type { IndicatorId, IsoDate, LevelId } from '#shared/ids.ts';
import type { City, Indicator } from '../city/city.ts';
import { lookupOf } from '../city/city-lookup.ts';
import { describesPeople } from '../city/describes-people.ts';
import type { Releaser } from '../confidentiality/release.ts';
import type { ReleasedCell } from '../confidentiality/released-cell.ts';
import type { Colour, ClassScheme } from './class-scheme.ts';
import type { UncountedClass } from './counted-scheme.ts';
import { countedScheme } from './counted-scheme.ts';
import { plainScheme } from './plain-scheme.ts';

const MOST_CLASSES = INDICATOR_FILL.length;

/**
 * One indicator on the map: up to five natural classes of the shown values with the least squares within them (Fisher 1958,
 * computed exactly), fewer where there are fewer different values. Only released figures enter: neither colour nor limit tells
 * of a secret one. Limits are values of the data in the decimals of the indicator; the lower one belongs to its class.
 *
 * Dark is the heavier burden; where the indicator does not judge, the higher value. Secret and missing areas carry patterns.
 */
export function indicatorScheme(city: City, releaser: Releaser, id: IndicatorId, level: LevelId, date: IsoDate): ClassScheme {
  const indicator = lookupOf(city).indicator(id);
  if (indicator === undefined) return plainScheme(city, level);
  const cells = new Map(lookupOf(city).areasOf(level).map(({ id: area }) => [area, releaser.cell(id, area, date)]));
  const classes = valueClasses(indicator, [...cells.values()].flatMap(({ value }) => value ?? []));
  const patterns = [pattern('missing', classes.length), pattern('confidential', classes.length + 1)];
  const scheme = countedScheme(
    indicator.unit === '' ? 'map.indicatorTitleWithoutUnit' : 'map.indicatorTitle',
    [...classes.map(({ mapClass }) => mapClass), ...patterns],
    [...cells.keys()],
    (area) => keyOf(classes, cells.get(area)),
  );
  return { ...scheme, titleValues: { indicator: indicator.title, unit: indicator.unit }, note: `map.dark.${describesPeople(indicator) ? 'neutral' : indicator.direction}` };
}

type ValueClass = { readonly from: number; readonly mapClass: UncountedClass };

function valueClasses(indicator: Indicator, values: readonly number[]): readonly ValueClass[] {
  const count = Math.min(MOST_CLASSES, new Set(values).size);
  if (count === 0) return [];
  const groups = ckmeans([...values], count);
  return groups.map((group, row) => {
    const from = group[0] ?? 0;
    const next = groups[row + 1]?.[0];
    const to = next ?? group.at(-1) ?? from;
    const words = next !== undefined ? 'below' : to > from ? 'last' : 'only';
    return {
      from,
      mapClass: {
        key: `class${row + 1}`,
        row,
        column: 0,
        label: [`map.indicatorClass.${words}`],
        labelValues: { from, to, precision: indicator.precision },
        fill: fillOf(indicator.direction === 'higherIsBetter' ? count - 1 - row : row, count),
        sign: 'none',
        hatch: 'none',
      },
    };
  });
}

/** Steps of the ramp as far apart as the number of classes allows; a single class stands in the middle. */
function fillOf(step: number, count: number): Colour {
  const steps = { 1: [2], 2: [1, 3], 3: [0, 2, 4], 4: [0, 1, 3, 4] }[count];
  return INDICATOR_FILL[steps?.[step] ?? step] ?? NEUTRAL_FILL.plain;
}

function keyOf(classes: readonly ValueClass[], cell: ReleasedCell | undefined): string {
  if (cell?.mark === 'suppressed') return 'confidential';
  const value = cell?.value;
  return (value === undefined ? undefined : classes.findLast(({ from }) => value >= from)?.mapClass.key) ?? 'missing';
}

const pattern = (key: 'missing' | 'confidential', row: number): UncountedClass =>
  key === 'missing'
    ? { key, row, column: 0, label: ['map.indicatorClass.missing'], fill: NEUTRAL_FILL.noClass, sign: 'none', hatch: 'noClass' }
    : { key, row, column: 0, label: ['common.mark.suppressed'], fill: NEUTRAL_FILL.confidential, sign: 'none', hatch: 'confidential' };
