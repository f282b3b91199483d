import { expect, test } from 'vitest';
import type { Bridge } from '#shared/ipc/contract.ts';
import { electronPlatform } from './bridge.ts';

const bridge: Bridge = { request: () => Promise.reject(new Error('refused')), on: () => () => undefined };

test('a request that main refuses is a problem that can be said, not an unhandled exception', async () => {
  const { request } = electronPlatform(bridge);
  const technical = 'export:save: Error: refused';
  expect(await request('export:save', { kind: 'docx', suggestedName: '', bytes: new Uint8Array() })).toEqual({ ok: false, failure: { code: 'unexpected', technical } });
  expect(await request('project:save', { saveAs: true, suggestedName: '', bytes: new Uint8Array(), journalId: 'j' })).toMatchObject({ status: 'failed', problem: { code: 'unexpected' } });
  expect(await request('recent:list')).toEqual([]);
});

test('where nothing truthful could be answered the exception stays', async () => {
  await expect(electronPlatform(bridge).request('app:info')).rejects.toThrow('refused');
});
