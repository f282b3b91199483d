/** A text in the languages of the house; German is always there. */
export type Language = 'de' | 'en';
export type LocalizedText = { readonly de: string; readonly en?: string };
export const inLanguage = (text: LocalizedText, language: Language): string => text[language] ?? text.de;
