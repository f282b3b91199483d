import { app, type WebContents } from 'electron';

/** Every page that ever comes to be: it stays where it is, opens no other and carries no guest. */
export function lockAllWindows(): void {
  app.on('web-contents-created', (_event, contents) => lockContents(contents));
}

function lockContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('devtools-opened', () => {
    if (app.isPackaged) contents.closeDevTools();
  });
}
