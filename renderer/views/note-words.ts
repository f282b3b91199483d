import { isMessageKey, type MessageValues, type Translate } from '#shared/i18n/translator.ts';

/** What a step of the history did, in words. */
export const nameOfNote = (note: { readonly key: string; readonly values?: MessageValues | undefined }, t: Translate): string => (isMessageKey(note.key) ? t(note.key, note.values) : note.key);
