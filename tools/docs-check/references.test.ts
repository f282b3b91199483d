import { expect, test } from 'vitest';
import { referencesOf } from './references.ts';

test('finds relative links and back-ticked paths, and nothing else', () => {
  const text = [
    'See [the format](docs/bundle-format.md#tables "Tables") and [home](https://example.org/), [mail](mailto:a@b.de), [here](#below).',
    'Rules of `app/domain` and `shared/cell.ts`; not `app/**`, `npm run qw`, `and/or`, `docs/decisions/NNNN-title.md`, `resources/demo/halmstedt.gpkg`.',
    '```',
    '`app/not-looked-at` [x](gone.md)',
    '```',
  ].join('\n');
  expect(referencesOf(text)).toEqual([
    { line: 1, path: 'docs/bundle-format.md', kind: 'link' },
    { line: 2, path: 'app/domain', kind: 'path' },
    { line: 2, path: 'shared/cell.ts', kind: 'path' },
  ]);
});
