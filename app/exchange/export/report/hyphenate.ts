import german from 'hyphen/de/index.js';
import english from 'hyphen/en/index.js';
import type { Language } from '#shared/localized.ts';

/**
 * Soft hyphens in long words, for narrow table heads and key figures: "Unterstützungsbedarf" may break where German breaks
 * it, on every machine and in every program. Not for running text, so that searching and copying stay simple.
 */
export const hyphenate = (words: string, language: Language): string => (language === 'de' ? german : english).hyphenateSync(words, { minWordLength: 8 });
