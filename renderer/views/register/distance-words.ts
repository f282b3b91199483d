import { formatNumber } from '#shared/i18n/number-format.ts';
import type { Translate } from '#shared/i18n/translator.ts';
import type { Language } from '#shared/localized.ts';

/** A radius as people say it: "250 m", "1,5 km". */
export const distanceWords = (metres: number, t: Translate, language: Language): string =>
  metres < 1000 ? t('register.metres', { metres: formatNumber(metres, 0, language) }) : t('register.kilometres', { kilometres: formatNumber(metres / 1000, metres % 1000 === 0 ? 0 : metres % 100 === 0 ? 1 : 2, language) });
