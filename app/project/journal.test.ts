import { describe, expect, test } from 'vitest';
import { aFullProject } from '#test/builders/a-project.ts';
import { edit, undo, unedited } from './history.ts';
import { parseChange, replayJournal, serialiseChange } from './journal.ts';
import { renameProject } from './operations/rename-project.ts';

const start = serialiseChange({ kind: 'start', project: aFullProject(), savedSha256: 'abc' });
const rename = (title: string) => serialiseChange({ kind: 'edit', moment: renameProject(aFullProject(), title) });

describe('replaying a journal', () => {
  test('gives the last acknowledged state and the file it builds on', () => {
    const replayed = replayJournal([start, rename('A')]);
    expect(replayed).toMatchObject({ ok: true, value: { savedSha256: 'abc', edits: 1, dropped: 0, project: { title: 'A' } } });
  });
  test('a damaged last entry is dropped and said; what came before is kept', () => {
    expect(replayJournal([start, rename('A'), rename('B').slice(0, -3)])).toMatchObject({ ok: true, value: { edits: 1, dropped: 1, project: { title: 'A' } } });
  });
  test('what follows a damaged entry builds on it and is dropped too', () => {
    expect(replayJournal([start, '{}', rename('A')])).toMatchObject({ ok: true, value: { edits: 0, dropped: 2, project: { title: 'Teststadt' } } });
  });
  test('without a readable beginning there is nothing to build on', () => {
    expect(replayJournal([rename('A')])).toMatchObject({ ok: false, failure: { code: 'journal.unreadable' } });
    expect(replayJournal(['{"kind":"start","project":{}}'])).toMatchObject({ ok: false });
    expect(replayJournal([])).toMatchObject({ ok: false });
  });
  test('a start in the middle, as after a save, begins anew', () => {
    const second = serialiseChange({ kind: 'start', project: { ...aFullProject(), title: 'Gespeichert' }, savedSha256: 'def' });
    expect(replayJournal([start, rename('A'), second])).toMatchObject({ ok: true, value: { edits: 0, savedSha256: 'def', project: { title: 'Gespeichert' } } });
  });
  test('an undo from before the start is applied as it was written', () => {
    const edited = edit(unedited(aFullProject()), renameProject(aFullProject(), 'Danach'));
    const back = edited.ok ? undo(edited.value) : undefined;
    const saved = serialiseChange({ kind: 'start', project: { ...aFullProject(), title: 'Danach' }, savedSha256: 'x' });
    expect(replayJournal([saved, serialiseChange({ kind: 'undo', moment: back!.applied })])).toMatchObject({ ok: true, value: { project: { title: 'Teststadt' } } });
  });
  test('closing a field is kept', () => {
    const once = replayJournal([start, serialiseChange({ kind: 'edit', moment: renameProject(aFullProject(), 'A') }), serialiseChange({ kind: 'close' })]);
    expect(once.ok && once.value.history.open).toBe(false);
  });
});

test.each(['', 'null', '[]', '{"kind":"edit"}', '{"kind":"edit","moment":{"note":{"key":"x"},"changes":[{"entity":"city"}]}}', '{"__proto__":1}'])('%j is no entry', (text) => {
  expect(parseChange(text)).toBeUndefined();
});
