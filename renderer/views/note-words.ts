import type { Moment } from '#app/project/change.ts';
import { isMessageKey, type Translate } from '#shared/i18n/translator.ts';

/** What a step of the history did, in words. */
export const nameOfNote = (note: Moment['note'], t: Translate): string => (isMessageKey(note.key) ? t(note.key, note.values) : note.key);
