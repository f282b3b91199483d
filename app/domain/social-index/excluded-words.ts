import { formatNumber } from '#shared/i18n/number-format.ts';
import type { Translate } from '#shared/i18n/translator.ts';
import type { Language } from '#shared/localized.ts';
import { formatReleased } from '../confidentiality/format-released.ts';
import type { Releaser } from '../confidentiality/release.ts';
import type { ExcludedArea } from './index-result.ts';
import type { ReleasedIndex } from './released-index.ts';

/** Why an area has no class; of one with too few people also how many live there, where the gate lets that number through. */
export function excludedWords(
  { area, reason, detail }: ExcludedArea,
  { profile, date }: Pick<ReleasedIndex, 'profile' | 'date'>,
  releaser: Releaser,
  titleOf: (indicator: string) => string,
  translate: Translate,
  language: Language,
): string {
  const words = translate(`socialIndex.excluded.${reason}`);
  switch (reason) {
    case 'belowMinimumPopulation': {
      const people = releaser.cell(profile.populationIndicator, area, date);
      const minimum = formatNumber(profile.minimumPopulation, 0, language);
      return people.value === undefined ? translate('socialIndex.tooFewSecret', { minimum }) : translate('socialIndex.tooFew', { count: formatReleased(people, language), minimum });
    }
    case 'missingValue':
    case 'suppressedValue':
      return `${words} (${titleOf(detail)})`;
    case 'named':
      return `${words} (${detail})`;
  }
}
