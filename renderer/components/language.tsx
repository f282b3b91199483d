import { createContext, useContext } from 'react';
import type { Translate } from '#shared/i18n/translator.ts';
import { translator } from '#shared/i18n/translator.ts';
import type { Language } from '#shared/localized.ts';

/** Language for components, which know no store. */
export type Speech = { readonly language: Language; readonly t: Translate };

const SpeechContext = createContext<Speech>({ language: 'de', t: translator('de') });
export const SpeechProvider = SpeechContext.Provider;
export const useSpeech = (): Speech => useContext(SpeechContext);
