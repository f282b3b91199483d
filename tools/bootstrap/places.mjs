import { homedir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this checkout. */
export const checkout = resolve(fileURLToPath(new URL('../..', import.meta.url)));

/** The one Node that everything but the set-up itself runs with; it comes with the packages. */
export const pinnedNode = join(checkout, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** Where runtimes are kept between checkouts. */
export const cacheFolder = join(
  process.env['XDG_CACHE_HOME'] || (process.platform === 'win32' && process.env['LOCALAPPDATA']) || join(homedir(), '.cache'),
  'quartierwerk',
);

/** The environment for tools: the pinned Node and the packages' commands come first on the path. */
export function toolEnvironment(extra = {}) {
  return withPath([join(checkout, 'node_modules', '.bin')], extra);
}

/** The environment for npm itself: without this checkout's commands, which it is about to replace. */
export function npmEnvironment() {
  return withPath([], { ELECTRON_SKIP_BINARY_DOWNLOAD: '1' });
}

function withPath(first, extra) {
  const own = join(checkout, 'node_modules', '.bin');
  const rest = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== own && folder !== '');
  return { ...process.env, ...extra, PATH: [...first, ...rest].join(delimiter) };
}
