import { isMessageKey } from '#shared/i18n/translator.ts';
import type { Translate } from '#shared/i18n/translator.ts';
import type { SettledField } from './settle-corrections.ts';

/** The fields of an entry in words, as the comparison of editions names them. */
export const settledWords = (fields: readonly SettledField[], translate: Translate): string =>
  fields
    .map((field) => {
      const key = `editions.field.${field}`;
      return isMessageKey(key) ? translate(key) : field;
    })
    .join(', ');
