import { resolve } from 'node:path';

/** What a start of the program asks for. */
export type Launch =
  | { readonly mode: 'window'; readonly bundle: string | undefined; readonly project: string | undefined }
  /** The arguments begin with a verb of the command line; no window opens. */
  | { readonly mode: 'command'; readonly words: readonly string[] };

/**
 * Reads the arguments after the program (and, in development, after the app folder). Paths become absolute against `workingFolder`. Switches meant for
 * Chromium are skipped. A lone path, as a double click in the file manager gives it, counts by its ending.
 */
export function readLaunch(commandLine: readonly string[], workingFolder: string): Launch {
  const words = withoutLeadingSwitches(commandLine);
  if (words[0] !== undefined && isVerb.test(words[0])) return { mode: 'command', words };
  const lonePath = (ending: string) => words.find((word, position) => word.toLowerCase().endsWith(ending) && !word.startsWith('-') && !takesValue.has(words[position - 1] ?? ''));
  const absolute = (path: string | undefined) => (path === undefined ? undefined : resolve(workingFolder, path));
  return {
    mode: 'window',
    bundle: absolute(valueOf('--bundle', words) ?? lonePath('.gpkg')),
    project: absolute(valueOf('--project', words) ?? lonePath('.qwplan')),
  };
}

/** The arguments that are ours: an unpacked app is started as `electron [switches] FOLDER ours`. */
export function ownArguments(commandLine: readonly string[], packaged: boolean): readonly string[] {
  if (packaged) return commandLine.slice(1);
  const folder = commandLine.findIndex((word, position) => position > 0 && !word.startsWith('-'));
  return folder === -1 ? [] : commandLine.slice(folder + 1);
}

const isVerb = /^[a-z][a-z-]*$/;
const takesValue = new Set(['--bundle', '--project']);

function withoutLeadingSwitches(words: readonly string[]): readonly string[] {
  const first = words.findIndex((word) => !word.startsWith('-') || takesValue.has(word) || /^--(bundle|project)=/.test(word));
  return first === -1 ? [] : words.slice(first);
}

function valueOf(option: string, words: readonly string[]): string | undefined {
  const joined = words.find((word) => word.startsWith(`${option}=`));
  if (joined !== undefined) return joined.slice(option.length + 1);
  const position = words.indexOf(option);
  return position === -1 ? undefined : words[position + 1];
}
