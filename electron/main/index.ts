import inspector from 'node:inspector';
import { resolve } from 'node:path';
import { app, session } from 'electron';
import { ownArguments, readLaunch } from './launch-arguments.ts';
import { announceAppScheme } from './security/app-protocol.ts';
import { refuseDebugging } from './security/refuse-debugging.ts';
import { lockSession, silenceNetwork } from './security/session-lock.ts';
import { lockAllWindows } from './security/window-lock.ts';
import { openWorkstation } from './workstation.ts';

// Everything that has to happen before the app is ready, in one place.
const userData = app.commandLine.getSwitchValue('user-data-dir');
if (userData !== '') app.setPath('userData', resolve(userData));
// As root Chromium starts only without its sandbox (tools and tests in containers), and this call would take that switch away again. Every window
// asks for the sandbox in its own preferences besides.
if (process.getuid?.() !== 0) app.enableSandbox();
announceAppScheme();
// A shipped program cannot be inspected; only a copy for tests, whose inspect fuse was flipped, has an inspector here.
if (app.isPackaged && inspector.url() === undefined) refuseDebugging();
silenceNetwork();
lockAllWindows();
app.on('session-created', lockSession);

const launch = readLaunch(ownArguments(process.argv, app.isPackaged), process.cwd());
if (launch.mode === 'command') {
  void runCommand(launch.words);
} else if (app.requestSingleInstanceLock()) {
  let workstation: ReturnType<typeof openWorkstation> | undefined;
  app.on('second-instance', (_event, commandLine, workingFolder) => {
    const later = readLaunch(ownArguments(commandLine, app.isPackaged), workingFolder);
    if (later.mode === 'window') workstation?.handOver(later);
  });
  app.on('window-all-closed', () => app.quit());
  void app.whenReady().then(() => {
    lockSession(session.defaultSession);
    workstation = openWorkstation(launch);
  });
} else {
  app.quit();
}

/** The same verbs as the command line, without a window; the program ends with the verb's exit code. */
async function runCommand(words: readonly string[]): Promise<void> {
  // Closing the hidden window of a print would end the program before the verb has written its file.
  app.on('window-all-closed', () => undefined);
  const { runVerb } = await import('./run-verb.ts');
  app.exit(await runVerb(words));
}
