import type { Settings } from '#shared/ipc/contract.ts';
import { withPanel, type PanelId } from '../state/settings.ts';
import type { Workspace } from '../state/workspace.ts';

/** Changes a setting and keeps it on this machine. */
export function changeSettings({ platform, stores }: Workspace, change: (settings: Settings) => Settings): void {
  stores.settings.setState(change);
  void platform.request('settings:write', stores.settings.getState());
}

let later: ReturnType<typeof setTimeout> | undefined;

/** Moves or folds a panel. While a divider is dragged only the last size is written. */
export function changePanel({ platform, stores }: Workspace, id: PanelId, change: { readonly size?: number; readonly folded?: boolean }): void {
  stores.settings.setState((settings) => withPanel(settings, id, change));
  clearTimeout(later);
  later = setTimeout(() => void platform.request('settings:write', stores.settings.getState()), 300);
}
