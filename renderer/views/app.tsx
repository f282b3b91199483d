import { useEffect, useMemo } from 'react';
import { I18nProvider } from 'react-aria-components';
import { SpeechProvider } from '../components/language.tsx';
import { DialogHost } from '../dialogs/dialog-host.tsx';
import { useLanguage, usePart, useTranslate } from '../state/context.tsx';
import { AppFrame } from './frame/app-frame.tsx';
import { useShortcuts } from './frame/use-shortcuts.ts';

/** The whole surface in the user's language and theme. */
export function App() {
  const language = useLanguage();
  const t = useTranslate();
  const speech = useMemo(() => ({ language, t }), [language, t]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  useTheme();
  useShortcuts();
  return (
    <I18nProvider locale={language === 'de' ? 'de-DE' : 'en-GB'}>
      <SpeechProvider value={speech}>
        <AppFrame />
        <DialogHost />
      </SpeechProvider>
    </I18nProvider>
  );
}

function useTheme(): void {
  const theme = usePart('settings', (settings) => settings.theme);
  useEffect(() => {
    const dark = window.matchMedia('(prefers-color-scheme: dark)');
    const apply = () => {
      document.documentElement.dataset['theme'] = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
    };
    apply();
    dark.addEventListener('change', apply);
    return () => dark.removeEventListener('change', apply);
  }, [theme]);
}
