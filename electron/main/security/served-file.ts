/** The one origin of the surface. */
export const ORIGIN = 'app://bundle';

/**
 * The file inside the served folder that an address names, with `/` between its parts; undefined for every address that is not plainly one of
 * ours. An allow-list: each part of the path is made of letters, digits, `_`, `-` and inner dots. That leaves no room for climbing out
 * (`..`, encoded or not), other separators, drive letters, streams (`::$DATA`), short names (`~1`), device shares or hidden files.
 */
export function servedFile(address: string): string | undefined {
  if (!address.startsWith(`${ORIGIN}/`)) return undefined;
  const path = address.slice(ORIGIN.length + 1).replace(/[?#].*$/s, '');
  if (path === '') return 'index.html';
  const parts = path.split('/');
  return parts.every((part) => plainName.test(part)) ? parts.join('/') : undefined;
}

const plainName = /^[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*$/;

/** Content type by ending; undefined for what we do not serve. */
export function contentType(file: string): string | undefined {
  return types[file.slice(file.lastIndexOf('.') + 1)];
}

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  wasm: 'application/wasm',
  svg: 'image/svg+xml',
  png: 'image/png',
  woff2: 'font/woff2',
  woff: 'font/woff',
  ttf: 'font/ttf',
};
