import type { IndicatorId } from '#shared/ids.ts';
import type { City } from './city.ts';

/** The count of all inhabitants: `population` by id, else the additive count that is called so in German. */
export function populationIndicatorOf(city: City): IndicatorId | undefined {
  const counts = city.indicators.filter(({ additive, form, kind }) => additive && form === 'absolute' && kind === 'status');
  const byTitle = (pattern: RegExp): IndicatorId | undefined => counts.find(({ title }) => pattern.test(title))?.id;
  return (
    counts.find(({ id }) => id === 'population')?.id ??
    byTitle(/^(einwohner|bevölkerung|wohnberechtigte)\S*( (insgesamt|gesamt))?$/i) ??
    byTitle(/einwohner|bevölkerung/i)
  );
}
