import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CHANNELS, type Channel } from '#shared/ipc/contract.ts';
import { REQUEST_SCHEMAS } from './schemas.ts';

const channels = Object.keys(CHANNELS) as Channel[];

test('every channel has a schema', () => expect(Object.keys(REQUEST_SCHEMAS).sort()).toEqual([...channels].sort()));

test('10,000 generated messages: what passes is free of unknown keys and of prototypes', () => {
  fc.assert(
    fc.property(fc.constantFrom(...channels), fc.array(fc.anything({ withNullPrototype: true, withTypedArray: true, key: fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'prototype')) }), { maxLength: 3 }), (channel, message) => {
      const parsed = REQUEST_SCHEMAS[channel].safeParse(message);
      // Only a channel without arguments, or one that takes a plain text, can be met by chance.
      return !parsed.success || message.length === 0 || channel === 'link:open' || channel.startsWith('journal:');
    }),
    { numRuns: 10_000 },
  );
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

const hostile: readonly (readonly [Channel, readonly unknown[]])[] = [
  ['bundle:initial', ['/etc/passwd']],
  ['recent:open', ['../../etc/passwd']],
  ['journal:read', ['../settings']],
  ['journal:read', ['a/b']],
  ['journal:append', [{ journalId: 'a', sequence: -1, change: '' }]],
  ['journal:append', [{ journalId: 'a', sequence: 0.5, change: '' }]],
  ['journal:append', [{ journalId: 'a', sequence: 0, change: 'x'.repeat(17 * 1024 * 1024) }]],
  ['export:save', [{ kind: 'exe', suggestedName: 'a.exe', bytes: new Uint8Array() }]],
  ['export:save', [{ kind: 'pdf', suggestedName: '../a.pdf', bytes: new Uint8Array() }]],
  ['export:save', [{ kind: 'pdf', suggestedName: '/etc/a.pdf', bytes: new Uint8Array() }]],
  ['export:save', [{ kind: 'pdf', suggestedName: 'C:\\a.pdf', bytes: new Uint8Array() }]],
  ['export:save', [{ kind: 'pdf', suggestedName: 'a.pdf::$DATA', bytes: new Uint8Array() }]],
  ['export:save', [{ kind: 'pdf', suggestedName: 'a\u0000.pdf', bytes: new Uint8Array() }]],
  ['export:save', [{ kind: 'pdf', suggestedName: '.bashrc', bytes: new Uint8Array() }]],
  ['export:save', [{ kind: 'pdf', suggestedName: 'a.pdf', bytes: [1, 2, 3] }]],
  ['export:save', [{ kind: 'pdf', suggestedName: 'a.pdf', bytes: new Uint8Array(), path: '/etc/passwd' }]],
  ['project:save', [{ saveAs: false, grant: '/home/user/a.qwplan', suggestedName: 'a.qwplan', bytes: new Uint8Array(), journalId: 'a' }]],
  ['project:openGeneration', [{ grant: '5f0c7f3c-3f0a-4c53-9a3e-0a4a4a9b2f11', contentId: 'p' }, '../../settings']],
  ['project:generations', [{ grant: '/home/user/a.qwplan', contentId: 'p' }]],
  ['import:chooseFiles', ['/etc/passwd']],
  ['import:readBeside', [{ recipe: '/home/user/recipe.json', paths: ['a.csv'] }]],
  ['import:saveRecipe', [{ grant: '/home/user/recipe.json', bytes: new Uint8Array() }]],
  ['import:keepDraft', [{ draft: '{}', grants: ['/etc/passwd'] }]],
  ['bundle:openWritten', ['/home/user/a.gpkg']],
  ['settings:write', [{ version: 2, language: 'de', theme: 'light', panels: {} }]],
  ['settings:write', [{ version: 1, language: 'de', theme: 'light', panels: {}, extra: 1 }]],
  ['print:pdf', [{ html: 1, title: 'x' }]],
  ['window:document', [{ title: 'x'.repeat(501), unsaved: false }]],
  ['link:open', ['https://opencode.de/', 'again']],
  ['link:open', [['https://opencode.de/']]],
];
test.each(hostile)('%s refuses %j'.slice(0, 40), (channel, message) => expect(REQUEST_SCHEMAS[channel].safeParse(message).success).toBe(false));

test.each(['docx', 'pdf', 'xlsx', 'png', 'csv', 'json', 'gpkg', 'zip'])('an export may be saved as %s', (kind) =>
  expect(REQUEST_SCHEMAS['export:save'].safeParse([{ kind, suggestedName: `a.${kind}`, bytes: new Uint8Array(1) }]).success).toBe(true));

test('a key that would reach the prototype does not get through', () => {
  const parsed = REQUEST_SCHEMAS['settings:write'].parse(JSON.parse('[{"version":1,"language":"de","theme":"light","panels":{"__proto__":{"size":1,"folded":true}}}]'));
  expect(Reflect.ownKeys(parsed[0].panels)).toEqual([]);
});
