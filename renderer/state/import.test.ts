import { expect, test } from 'vitest';
import type { ImportReport, ReportEntry } from '#app/exchange/import/report/import-report.ts';
import { emptyDraft, type Draft } from './import-draft.ts';
import { edited, noImport, redone, undone, type ImportState } from './import.ts';
import { markOf, obstaclesOf } from './import-marks.ts';

const named = (name: string): Draft => ({ ...emptyDraft, recipe: { ...emptyDraft.recipe, city: { ...emptyDraft.recipe.city, name, ags: '01001000', edition: '2022' } } });
const note = { key: 'importWorkbench.step.city' } as const;

test('letters typed into one field are one step back; another field is another', () => {
  const typed = edited(edited(noImport, named('F'), note, 'city/name'), named('Fl'), note, 'city/name');
  const both = edited(typed, named('Fle'), note, 'city/title');
  expect(both.undoable).toHaveLength(2);
  expect(undone(both).draft).toEqual(named('Fl'));
  expect(undone(undone(both)).draft).toBe(emptyDraft);
  expect(redone(undone(both)).draft).toEqual(named('Fle'));
  expect(edited(undone(both), named('X'), note).redoable).toEqual([]);
});

test('a change that changes nothing is no step', () => expect(edited(noImport, emptyDraft, note)).toBe(noImport));

const level = { id: 'quarter', name: 'Quartiere', singular: 'Quartier', plural: 'Quartiere', areas: { dissolve: 'x' } };
const entry: ReportEntry = { level: 'error', part: 'tables', subject: 't', code: 'x' };
function withReport(draft: Draft, entries: readonly ReportEntry[]): ImportState {
  return { ...noImport, draft, preview: { status: 'ready', of: draft, took: 1, value: { areas: [], unplaced: [], duplicates: [], report: { version: 1, files: [], entries, tables: [], areas: [], institutions: [] } } } };
}
const ready: Draft = { ...named('F'), recipe: { ...named('F').recipe, levels: [level] } };

test('marks say what is missing, open, proposed and done', () => {
  expect(markOf(noImport, 'files')).toEqual({ kind: 'missing' });
  expect(markOf(noImport, 'city')).toEqual({ kind: 'missing' });
  expect(markOf({ ...noImport, draft: ready }, 'city')).toEqual({ kind: 'done' });
  expect(markOf({ ...noImport, draft: { ...ready, proposed: ['levels/quarter'] } }, 'areas')).toEqual({ kind: 'proposed', count: 1 });
  expect(markOf({ ...noImport, draft: { ...ready, questions: [{ code: 'q', path: ['levels', 0, 'name'], choices: [] }] } }, 'areas')).toEqual({ kind: 'questions', count: 1 });
  expect(markOf(withReport(ready, [entry]), 'tables')).toEqual({ kind: 'errors', count: 1 });
  expect(markOf({ ...noImport, draft: ready }, 'streets')).toEqual({ kind: 'empty' });
});

test('a list of institutions that lies mostly nowhere is not called done', () => {
  const made = withReport(ready, []);
  const withLists = (institutions: ImportReport['institutions']): ImportState =>
    made.preview.status === 'ready' ? { ...made, preview: { ...made.preview, value: { ...made.preview.value, report: { ...made.preview.value.report, institutions } } } } : made;
  expect(markOf(withLists([{ source: 'kitas', rows: 81, kept: 81, byPlacement: { none: 81 } }]), 'institutions')).toEqual({ kind: 'unplaced', count: 81 });
  expect(markOf(withLists([{ source: 'kitas', rows: 81, kept: 81, byPlacement: { none: 1, coordinates: 80 } }]), 'institutions')).toEqual({ kind: 'empty' });
});

test('nothing is written while a question, an unseen proposal or an error stands, nor on an old check', () => {
  const kinds = (state: ImportState) => obstaclesOf(state).map(({ kind }) => kind);
  expect(kinds(noImport)).toEqual(['notNamed', 'noAreas']);
  expect(kinds({ ...noImport, draft: ready })).toEqual(['notChecked']);
  expect(kinds(withReport(ready, []))).toEqual([]);
  expect(kinds(withReport(ready, [entry]))).toEqual(['errors']);
  expect(kinds({ ...withReport(ready, []), draft: { ...ready, recipe: { ...ready.recipe } } })).toEqual(['notChecked']);
  expect(kinds(withReport({ ...ready, proposed: ['levels/quarter'] }, []))).toEqual(['proposed']);
  expect(kinds(withReport({ ...ready, proposed: ['levels/quarter'], questions: [{ code: 'q', path: ['levels', 0, 'name'], choices: [] }] }, []))).toEqual(['questions']);
});
