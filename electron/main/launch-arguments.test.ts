import { expect, test } from 'vitest';
import { ownArguments, readLaunch } from './launch-arguments.ts';

test('a bundle and a project are named by option, joined or apart', () => {
  expect(readLaunch(['--bundle', 'a.gpkg', '--project=b.qwplan'], '/data')).toEqual({ mode: 'window', bundle: '/data/a.gpkg', project: '/data/b.qwplan' });
});
test('a double click gives a lone path', () => {
  expect(readLaunch(['/data/stadt.gpkg'], '/')).toEqual({ mode: 'window', bundle: '/data/stadt.gpkg', project: undefined });
});
test('a verb asks for the command line, also behind switches of the browser', () => {
  expect(readLaunch(['--no-sandbox', 'bundle', 'check', 'a.gpkg'], '/')).toEqual({ mode: 'command', words: ['bundle', 'check', 'a.gpkg'] });
});
test('nothing asks for a window', () => {
  expect(readLaunch([], '/')).toEqual({ mode: 'window', bundle: undefined, project: undefined });
  expect(readLaunch(['--no-sandbox'], '/')).toEqual({ mode: 'window', bundle: undefined, project: undefined });
});
test('in development the app folder comes first', () => {
  expect(ownArguments(['electron', '--no-sandbox', '/checkout', '--bundle', 'x'], false)).toEqual(['--bundle', 'x']);
  expect(ownArguments(['quartierwerk', '--bundle', 'x'], true)).toEqual(['--bundle', 'x']);
});
