import german from 'hyphen/de/index.js';
import english from 'hyphen/en/index.js';
import type { Language } from '#shared/localized.ts';

/** Long words that may break where the language breaks them: the window brings no hyphenation of its own. For heads and labels. */
export const softHyphens = (words: string, language: Language): string => (language === 'de' ? german : english).hyphenateSync(words, { minWordLength: 10 });
