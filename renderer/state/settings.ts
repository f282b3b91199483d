import { createStore } from 'zustand/vanilla';
import type { Settings } from '#shared/ipc/contract.ts';

/** Kept on this machine by main. */
export const defaultSettings: Settings = { version: 1, language: 'de', theme: 'system', panels: {} };

export const createSettingsStore = () => createStore<Settings>(() => defaultSettings);

export type PanelId = 'step' | 'inspector' | 'drawer' | 'document';
/** Sizes in px that a panel starts with, and its limits. */
export const PANELS = {
  step: { size: 272, least: 240, most: 420 },
  inspector: { size: 296, least: 272, most: 480 },
  drawer: { size: 280, least: 160, most: 640 },
  document: { size: 620, least: 480, most: 900 },
} as const satisfies Record<PanelId, { readonly size: number; readonly least: number; readonly most: number }>;

export const panelOf = (settings: Settings, id: PanelId): { readonly size: number; readonly folded: boolean } =>
  settings.panels[id] ?? { size: PANELS[id].size, folded: false };

export function withPanel(settings: Settings, id: PanelId, change: { readonly size?: number; readonly folded?: boolean }): Settings {
  const before = panelOf(settings, id);
  const size = Math.round(Math.min(PANELS[id].most, Math.max(PANELS[id].least, change.size ?? before.size)));
  return { ...settings, panels: { ...settings.panels, [id]: { size, folded: change.folded ?? before.folded } } };
}
