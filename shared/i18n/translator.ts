import i18next from 'i18next';
import type { Language } from '../localized.ts';
import { catalogue } from './catalogue.ts';
import { formatNumber } from './number-format.ts';

/** Dotted keys of the German catalogue, e.g. `status.high`; plural variants are written without their suffix. */
type Leaves<Node, Prefix extends string = ''> = {
  [Key in keyof Node & string]: Node[Key] extends string ? `${Prefix}${WithoutPlural<Key>}` : Leaves<Node[Key], `${Prefix}${Key}.`>;
}[keyof Node & string];
type WithoutPlural<Key extends string> = Key extends `${infer Stem}_one` ? Stem : Key extends `${infer Stem}_other` ? Stem : Key;

export type MessageKey = Leaves<(typeof catalogue)['de']>;
export type MessageValues = Readonly<Record<string, string | number>>;
export type Translate = (key: MessageKey, values?: MessageValues) => string;

const instance = i18next.createInstance();
void instance.init({
  lng: 'de',
  fallbackLng: 'de',
  resources: { de: { translation: catalogue.de }, en: { translation: catalogue.en } },
  interpolation: { escapeValue: false },
  initAsync: false,
  returnNull: false,
});
// `{{from, fixed}}` writes a number of the sentence with the decimals given as `precision`, as the language writes numbers
instance.services.formatter?.add('fixed', (value: unknown, language, { precision }: { readonly precision?: number }) =>
  formatNumber(Number(value), precision ?? 0, language === 'en' ? 'en' : 'de'),
);

// `{{fault, importWord}}` writes the words of `importFault` for a code, with the other values of the sentence; anything else as it is
instance.services.formatter?.add('importWord', (value: unknown, language, values: MessageValues) => {
  const key = `importFault.${String(value)}`;
  return instance.exists(key) ? instance.getFixedT(language ?? 'de')(key, values) : String(value);
});

// `{{fault, ownLanguage}}`: a value that came as whole sentences in both languages, the English ones as `faultEnglish`
instance.services.formatter?.add('ownLanguage', (value: unknown, language, values: MessageValues) => String(language === 'en' ? (values['faultEnglish'] ?? value) : value));

/** Sentences of the house in one language. The same function serves window, exports, menu and command line. */
export const translator = (language: Language): Translate => {
  const fixed = instance.getFixedT(language);
  return (key, values) => fixed(key, values ?? {});
};

/** For codes that come from data (problem codes, command ids): whether the catalogue knows the key. */
export const isMessageKey = (key: string): key is MessageKey => instance.exists(key);
