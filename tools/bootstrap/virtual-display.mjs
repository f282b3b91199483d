import { hasDisplay } from './system-libraries.mjs';

/** Command and arguments to run something with a display: as they are, or under a virtual one. */
export function withDisplay(command, commandArguments) {
  return hasDisplay() ? [command, commandArguments] : ['xvfb-run', ['-a', '-s', '-screen 0 1600x1000x24', command, ...commandArguments]];
}
