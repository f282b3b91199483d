import { expect, test } from 'vitest';
import type { ImportQuestion } from '#app/jobs/import-contract.ts';
import { wholeFiles, accepted, acceptedAll, answered, emptyDraft, withProposal, withValue, withoutFile, withoutPart, type Draft } from './import-draft.ts';

const table = (id: string, file: string) => ({ id, file, header: [1, 1] as [number, number], rows: {}, where: [], fillDown: [], area: { city: true as const }, monthDay: '12-31', values: [{ column: 'a', part: 'value' as const }], signs: {}, twice: 'refuse' as const });
const file = (name: string) => ({ name, bytes: new Uint8Array(), grant: undefined, options: {} });
const question = (index: number): ImportQuestion => ({ code: 'numbers', path: ['tables', index, 'numbers'], choices: [{ value: { decimal: ',', thousands: '.' }, label: 'german' }, { value: { decimal: '.', thousands: '' }, label: 'english' }] });

const draft: Draft = {
  ...emptyDraft,
  files: [file('a.csv'), file('b.csv')],
  recipe: {
    ...emptyDraft.recipe,
    city: { ...emptyDraft.recipe.city, name: 'Halmstedt' },
    files: [
      { id: 'a', path: 'a.csv', swapAxes: false },
      { id: 'b', path: 'b.csv', swapAxes: false },
    ],
    tables: [table('first', 'a'), table('second', 'b'), table('third', 'a')],
    streets: { osm: 'a' },
  },
  questions: [question(1), question(2)],
  proposed: ['tables/first', 'tables/second', 'tables/third', 'streets'],
};

test('everything clear is taken over, what has a question waits', () => {
  expect(acceptedAll(draft).proposed).toEqual(['tables/second', 'tables/third']);
});

test('an answer goes where the question says, and its part counts as looked at', () => {
  const next = answered(draft, draft.questions[0]!, { decimal: '.', thousands: '' });
  expect(next.recipe.tables[1]?.numbers).toEqual({ decimal: '.', thousands: '' });
  expect(next.questions).toEqual([draft.questions[1]]);
  expect(next.proposed).toEqual(['tables/first', 'tables/third', 'streets']);
  expect(draft.recipe.tables[1]?.numbers).toBeUndefined();
});

test('a notice is taken off the list and changes nothing', () => {
  const notice: ImportQuestion = { code: 'unused', path: ['files'], choices: [] };
  const next = answered({ ...draft, questions: [notice] }, notice, undefined);
  expect(next.recipe).toBe(draft.recipe);
  expect(next.questions).toEqual([]);
});

test('what was asked before and not answered stays asked after another proposal, once', () => {
  expect(withProposal(draft, { recipe: draft.recipe, questions: [question(1), question(0)] }).questions.map(({ path }) => path[1])).toEqual([1, 2, 0]);
});

test('a part taken out takes its questions along, and later questions follow their part', () => {
  const next = withoutPart(draft, 'tables', 1);
  expect(next.recipe.tables.map(({ id }) => id)).toEqual(['first', 'third']);
  expect(next.questions.map(({ path }) => path)).toEqual([['tables', 1, 'numbers']]);
  expect(next.proposed).toEqual(['tables/first', 'tables/third', 'streets']);
});

test('a file taken away takes everything along that reads from it', () => {
  const next = withoutFile(draft, 'a.csv');
  expect(next.files.map(({ name }) => name)).toEqual(['b.csv']);
  expect(next.recipe.files.map(({ id }) => id)).toEqual(['b']);
  expect(next.recipe.tables.map(({ id }) => id)).toEqual(['second']);
  expect('streets' in next.recipe).toBe(false);
  expect(next.questions.map(({ path }) => path)).toEqual([['tables', 0, 'numbers']]);
});

test('a new proposal keeps what was typed and what was looked at', () => {
  const looked = accepted(accepted(draft, 'tables/first'), 'streets');
  const next = withProposal(looked, { recipe: { ...draft.recipe, city: { ...draft.recipe.city, name: 'Other', bundleId: 'halmstedt' }, tables: [...draft.recipe.tables, table('fourth', 'b')] }, questions: [] });
  expect(next.recipe.city).toMatchObject({ name: 'Halmstedt', bundleId: 'halmstedt' });
  expect(next.proposed).toEqual(['tables/second', 'tables/third', 'tables/fourth']);
});

test('a value is set along a path, made or taken away, and keeps the order of keys', () => {
  expect(withValue({ a: 1, b: { c: [1, 2] } }, ['b', 'c', 1], 9)).toEqual({ a: 1, b: { c: [1, 9] } });
  expect(Object.keys(withValue({ a: 1, b: 2, c: 3 } as Record<string, number>, ['b'], 5))).toEqual(['a', 'b', 'c']);
  expect(withValue({ a: 1, b: 2 }, ['b'], undefined)).toEqual({ a: 1 });
  expect(withValue({}, ['x', 'y'], 1)).toEqual({ x: { y: 1 } });
  const polluting = withValue({} as Record<string, unknown>, ['__proto__', 'polluted'], true);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  expect(Object.keys(polluting)).toEqual(['__proto__']);
});

test('the parts of a shapefile are nothing of their own and go with it', () => {
  const files = ['a/q.shp', 'a/q.DBF', 'a/q.prj', 'a/q.shp.xml', 'b/q.dbf', 'a/qq.dbf'].map(file);
  expect(wholeFiles(files).map(({ name }) => name)).toEqual(['a/q.shp', 'b/q.dbf', 'a/qq.dbf']);
  expect(withoutFile({ ...emptyDraft, files }, 'a/q.shp').files.map(({ name }) => name)).toEqual(['b/q.dbf', 'a/qq.dbf']);
});

test('lists without ids keep their marks when one before them is taken out', () => {
  const classes = (name: string) => ({ index: name, file: 'a', header: [1, 1] as [number, number], rows: {}, where: [], area: { column: 'a', level: 'l', by: 'key' as const, prefix: '', assign: {}, ignore: [] }, date: { fixed: '2022-12-31' }, monthDay: '12-31' });
  const three: Draft = { ...draft, recipe: { ...draft.recipe, publishedClasses: ['one', 'two', 'three'].map(classes) }, proposed: ['publishedClasses/0', 'publishedClasses/2', 'tables/second'] };
  // the second was looked at, the third was not
  expect(withoutPart(three, 'publishedClasses', 0).proposed).toEqual(['publishedClasses/1', 'tables/second']);
  expect(withoutPart(three, 'publishedClasses', 1).proposed).toEqual(['publishedClasses/0', 'publishedClasses/1', 'tables/second']);
  expect(withoutPart(three, 'publishedClasses', 2).proposed).toEqual(['publishedClasses/0', 'tables/second']);
});
