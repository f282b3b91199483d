import fc from 'fast-check';
import { expect, test } from 'vitest';
import { REQUEST_SCHEMAS } from '#electron/main/ipc/schemas.ts';
import { fileName } from '#shared/file-name.ts';

const accepted = (suggestedName: string) => REQUEST_SCHEMAS['export:save'].safeParse([{ kind: 'docx', suggestedName, bytes: new Uint8Array(1) }]).success;

test('whatever a paper is called, the name suggested for its file is one the shell accepts', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.string({ unit: fc.constantFrom('.', ' ', '\t', '\n', ':', 'a', '\u3000', '😀'), maxLength: 400 })), (title) => accepted(fileName(title, '.docx'))),
    { numRuns: 3000, seed: 1 },
  );
});

test.each([
  ['', 'Quartierwerk.docx'],
  ['Plan 12:30', 'Plan 12-30.docx'],
  ['  .versteckt. ', 'versteckt.docx'],
  ['a\tb\nc', 'a-b-c.docx'],
  ['nul', 'nul_.docx'],
  ['Aux.alt', 'Aux_.alt.docx'],
  ['Nulltarif', 'Nulltarif.docx'],
  ['x'.repeat(300), `${'x'.repeat(150)}.docx`],
])('%j becomes %j', (title, name) => {
  expect(fileName(title, '.docx')).toBe(name);
  expect(accepted(name)).toBe(true);
});
