import type { Translate } from '#shared/i18n/translator.ts';

type Keys = { readonly key: string; readonly ctrlKey: boolean; readonly metaKey: boolean; readonly shiftKey: boolean; readonly altKey: boolean };

/** Whether a key press is a shortcut in Electron's notation. AltGr (Ctrl with Alt) is left to typing. */
export function matchesShortcut(shortcut: string, event: Keys): boolean {
  const parts = shortcut.split('+').filter((part) => part !== '');
  const wanted = parts.at(-1) ?? '';
  const key = wanted === 'Plus' ? '+' : wanted.toLowerCase();
  const mod = event.ctrlKey || event.metaKey;
  return (
    event.key.toLowerCase() === key &&
    mod === parts.includes('CmdOrCtrl') &&
    !event.altKey &&
    (key === '+' || event.shiftKey === parts.includes('Shift'))
  );
}

/** A shortcut as it is printed on the keys: `Strg+Umschalt+S`. */
export const shortcutWords = (shortcut: string, t: Translate): string =>
  shortcut
    .replace('CmdOrCtrl', t('shell.key.ctrl'))
    .replace('Shift', t('shell.key.shift'))
    .replace('Plus', '+');
