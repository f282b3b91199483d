import { app, type Session } from 'electron';

/** What a page may ask of the system without harm: the full screen for presenting, and putting plain content on the clipboard. */
const ALLOWED_PERMISSIONS: ReadonlySet<string> = new Set(['fullscreen', 'clipboard-sanitized-write']);

/** Before the app is ready: nothing in the browser part looks for a network by itself. */
export function silenceNetwork(): void {
  const switches: readonly (readonly [string, string?])[] = [
    ['disable-background-networking'],
    ['disable-component-update'],
    ['disable-domain-reliability'],
    ['disable-sync'],
    ['no-pings'],
    ['no-proxy-server'],
    ['disable-features', 'MediaRouter,OptimizationHints,DialMediaRouteProvider,AutofillServerCommunication,WebRtcHideLocalIpsWithMdns'],
    ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
    // Names are never looked up, whatever asks.
    ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ];
  for (const [name, value] of switches) app.commandLine.appendSwitch(name, value);
}

/** Locks a session: permissions, devices, downloads, spelling, and every address that is not ours. */
export function lockSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(ALLOWED_PERMISSIONS.has(permission)));
  session.setPermissionCheckHandler((_contents, permission) => ALLOWED_PERMISSIONS.has(permission));
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  session.setUSBProtectedClassesHandler((details) => [...details.protectedClasses]);
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }));
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerDictionaryDownloadURL('app://bundle/none/');
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isOwnAddress(details.url) }));
  session.on('will-download', (event) => event.preventDefault());
  void session.setProxy({ mode: 'direct' });
}

/** `blob:` and `data:` carry bytes the page has already; the content policy says what for. */
const isOwnAddress = (url: string) => url.startsWith('app://bundle/') || url.startsWith('app://print/') || url.startsWith('blob:app://bundle/') || url.startsWith('data:');
