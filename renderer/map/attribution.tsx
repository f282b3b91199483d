import type { City } from '#app/domain/city/city.ts';
import type { Translate } from '#shared/i18n/translator.ts';
import type { Language } from '#shared/localized.ts';
import { formatDate } from '#shared/i18n/number-format.ts';
import type { IsoDate } from '#shared/ids.ts';

export type AttributionProps = {
  readonly city: City;
  /** Date of the values shown. */
  readonly date: IsoDate | undefined;
  readonly language: Language;
  readonly translate: Translate;
};

/** Whose data this is and of when: on every map, also on pictures of it. */
export function Attribution({ city, date, language, translate }: AttributionProps) {
  const publishers = [...new Set(city.sources.map((source) => source.publisher))].filter((name) => name !== '');
  // a city of plain outlines may name neither: then nothing is said rather than a label without a name
  const source = publishers.length > 0 ? listed(publishers, translate) : city.manifest.producer;
  const parts = [
    ...(source === '' ? [] : [`${translate('common.source')}: ${source}`]),
    ...(date === undefined ? [] : [`${translate('common.asOf')} ${formatDate(date, language)}`]),
    `${translate('common.edition')} ${city.manifest.edition}`,
  ];
  return (
    <p className="map-attribution" title={city.sources.map((source) => `${source.title} (${source.publisher}, ${source.licence})`).join('\n')}>
      {city.manifest.demo && <strong className="map-demo">{translate('common.demoData')}</strong>}
      {parts.join(' · ')}
    </p>
  );
}

/** Two names at most; all of them stand in the tooltip and in the paper. */
function listed(publishers: readonly string[], translate: Translate): string {
  const [first, second, ...others] = publishers;
  const named = [first, second].filter((name) => name !== undefined).join('; ');
  return others.length === 0 ? named : translate('map.furtherSources', { named, count: others.length });
}
