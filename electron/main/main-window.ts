import { BrowserWindow, type Session } from 'electron';
import type { EventName, Events } from '#shared/ipc/contract.ts';
import { preloadFile, windowIcon } from './places.ts';
import { ORIGIN } from './security/served-file.ts';
import { LOCKED_PREFERENCES } from './security/web-preferences.ts';

export type MainWindow = {
  readonly window: BrowserWindow;
  readonly tell: <E extends EventName>(event: E, payload: Events[E]) => void;
};

/** The one window. `mayClose` decides, possibly after asking, and is not asked twice. */
export function openMainWindow(session: Session, mayClose: () => Promise<boolean>): MainWindow {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    title: 'Quartierwerk',
    icon: windowIcon(),
    backgroundColor: '#f4f5f7',
    webPreferences: { ...LOCKED_PREFERENCES, session, preload: preloadFile() },
  });
  const tell: MainWindow['tell'] = (event, payload) => {
    if (!window.isDestroyed()) window.webContents.send(event, payload);
  };
  window.once('ready-to-show', () => window.show());
  window.on('page-title-updated', (event) => event.preventDefault());
  let agreed = false;
  let asking = false;
  window.on('close', (event) => {
    if (agreed) return;
    event.preventDefault();
    if (asking) return;
    asking = true;
    tell('window:closing', {});
    void mayClose().then((yes) => {
      asking = false;
      agreed = yes;
      if (yes && !window.isDestroyed()) window.close();
    });
  });
  void window.loadURL(`${ORIGIN}/index.html`);
  return { window, tell };
}
