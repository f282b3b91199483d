import { expect, test } from 'vitest';
import { translator } from '#shared/i18n/translator.ts';
import { matchesShortcut, shortcutWords } from './shortcut.ts';

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', boolean>> = {}) => ({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held });

test('a shortcut needs exactly its keys', () => {
  expect(matchesShortcut('CmdOrCtrl+K', press('k', { ctrlKey: true }))).toBe(true);
  expect(matchesShortcut('CmdOrCtrl+K', press('k'))).toBe(false);
  expect(matchesShortcut('CmdOrCtrl+S', press('S', { ctrlKey: true, shiftKey: true }))).toBe(false);
  expect(matchesShortcut('CmdOrCtrl+Shift+S', press('S', { ctrlKey: true, shiftKey: true }))).toBe(true);
  expect(matchesShortcut('CmdOrCtrl+Plus', press('+', { ctrlKey: true }))).toBe(true);
});

test('AltGr types characters and never runs a command', () => {
  expect(matchesShortcut('CmdOrCtrl+Q', press('q', { ctrlKey: true, altKey: true }))).toBe(false);
});

test('keys are named as they are printed', () => {
  expect(shortcutWords('CmdOrCtrl+Shift+S', translator('de'))).toBe('Strg+Umschalt+S');
});
