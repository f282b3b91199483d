import { app } from 'electron';

/** Takes away switches that would open the program to other programs or loosen the page's rules. Has to run before the app is ready. */
export function refuseDebugging(): void {
  for (const name of REFUSED) app.commandLine.removeSwitch(name);
}

const REFUSED = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
  'disable-web-security',
  'disable-site-isolation-trials',
  'allow-file-access-from-files',
  'load-extension',
  'proxy-server',
  'host-rules',
  'js-flags',
] as const;
