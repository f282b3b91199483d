import fc from 'fast-check';
import { expect, test } from 'vitest';
import { servedFile } from './served-file.ts';

test.each([
  ['app://bundle/', 'index.html'],
  ['app://bundle/index.html', 'index.html'],
  ['app://bundle/assets/main-B2_x.js?v=1#top', 'assets/main-B2_x.js'],
  ['app://bundle/wasm/sql-wasm.wasm', 'wasm/sql-wasm.wasm'],
])('serves %s', (address, file) => expect(servedFile(address)).toBe(file));

const refused = [
  'app://bundle/../package.json',
  'app://bundle/..%2fpackage.json',
  'app://bundle/%2e%2e/package.json',
  'app://bundle/%2e%2e%2fpackage.json',
  'app://bundle/..%5cpackage.json',
  'app://bundle/..\\package.json',
  'app://bundle/%252e%252e%252fpackage.json',
  'app://bundle/..%c0%afpackage.json',
  'app://bundle/..%u2216package.json',
  'app://bundle/....//package.json',
  'app://bundle/..;/package.json',
  'app://bundle/assets/../../package.json',
  'app://bundle/assets/./../../package.json',
  'app://bundle//etc/passwd',
  'app://bundle///etc/passwd',
  'app://bundle/%2fetc%2fpasswd',
  'app://bundle/C:/Windows/win.ini',
  'app://bundle/C:%5cWindows%5cwin.ini',
  'app://bundle/%43%3a/Windows',
  'app://bundle//server/share/x',
  'app://bundle/\\\\server\\share\\x',
  'app://bundle/%5c%5cserver%5cshare',
  'app://bundle/index.html::$DATA',
  'app://bundle/index.html:stream',
  'app://bundle/index.html%3a%3a$DATA',
  'app://bundle/INDEX~1.HTM',
  'app://bundle/index.html%00.png',
  'app://bundle/index.html\0.png',
  'app://bundle/index.html.',
  'app://bundle/index.html%20',
  'app://bundle/index.html ',
  'app://bundle/.env',
  'app://bundle/assets/.hidden',
  'app://bundle/assets/',
  'app://bundle/./index.html',
  'app://bundle/\u2025/index.html',
  'app://bundle/\uff0e\uff0e/package.json',
  'app://bundle/%uff0e%uff0e/package.json',
  'app://bundle/*',
  'app://bundle/|id',
  'app://other/index.html',
  'app://bundle.evil/index.html',
  'app://bundle@evil/index.html',
  'app://user@bundle/index.html',
  'app://bundle:8080/index.html',
  'app:/bundle/index.html',
  'app:bundle/index.html',
  'APP://bundle/index.html',
  'file:///etc/passwd',
  'https://bundle/index.html',
  '',
];
test.each(refused)('refuses %j', (address) => expect(servedFile(address)).toBeUndefined());

test('whatever is served never leaves the folder and never is hidden', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.string({ unit: fc.constantFrom('.', '/', '\\', '%', '2', 'e', 'f', 'a', ':', '~', '\0') })), (tail) => {
      const file = servedFile(`app://bundle/${tail}`);
      return file === undefined || file.split('/').every((part) => /^[\w-]+(\.[\w-]+)*$/.test(part));
    }),
    { numRuns: 5_000 },
  );
});
