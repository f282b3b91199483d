import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draftMeasure, draftRecommendation } from '#app/domain/planning/empty-sheets.ts';
import { isMessageKey } from '#shared/i18n/translator.ts';
import { asId } from '#shared/ids.ts';
import { aCity } from '#test/builders/a-city.ts';
import { anEmptyProject, aFullProject, aPaper, aProfile, aRun } from '#test/builders/a-project.ts';
import { measured } from '#test/measured.ts';
import { applyMoment, inverseOf } from './apply.ts';
import type { Moment } from './change.ts';
import { checkMoment, faultsOf } from './check-moment.ts';
import { closeStep, edit, redo, redoNote, undo, undoNote, unedited, type Edited } from './history.ts';
import { replayJournal, serialiseChange } from './journal.ts';
import { chooseProfile } from './operations/choose-profile.ts';
import { editCoverageRun } from './operations/edit-coverage-run.ts';
import { editMeasure } from './operations/edit-measure.ts';
import { editPaper } from './operations/edit-paper.ts';
import { editRecommendation } from './operations/edit-recommendation.ts';
import { excludeArea } from './operations/exclude-area.ts';
import { includeArea } from './operations/include-area.ts';
import { putCoverageRun } from './operations/put-coverage-run.ts';
import { putMeasure } from './operations/put-measure.ts';
import { putPaper } from './operations/put-paper.ts';
import { putProfile } from './operations/put-profile.ts';
import { putRecommendation } from './operations/put-recommendation.ts';
import { rebindEdition } from './operations/rebind-edition.ts';
import { removeCoverageRun } from './operations/remove-coverage-run.ts';
import { removeMeasure } from './operations/remove-measure.ts';
import { removePaper } from './operations/remove-paper.ts';
import { removeProfile } from './operations/remove-profile.ts';
import { removeRecommendation } from './operations/remove-recommendation.ts';
import { renameProject } from './operations/rename-project.ts';
import type { Project } from './project.ts';

const done = (state: Edited, moment: Moment): Edited => {
  const result = edit(state, moment);
  if (!result.ok) throw new Error(result.failure.technical);
  return result.value;
};

describe('undo and redo', () => {
  test('name the step they take back or do again', () => {
    const state = done(unedited(aFullProject()), editRecommendation(aFullProject(), asId('rec-1'), { title: 'Neu' }));
    expect(undoNote(state.history)).toEqual({ key: 'history.editRecommendation', values: { title: 'Neu' } });
    expect(redoNote(undo(state)!.history)).toEqual(undoNote(state.history));
    expect(undo(unedited(aFullProject()))).toBeUndefined();
    expect(redo(unedited(aFullProject()))).toBeUndefined();
  });

  test('typing in one field is one step; leaving the field begins another', () => {
    let state = unedited(aFullProject());
    for (const title of ['N', 'Ne', 'Neu']) state = done(state, editRecommendation(state.project, asId('rec-1'), { title }));
    expect(state.history.undoable).toHaveLength(1);
    state = { ...state, history: closeStep(state.history) };
    state = done(state, editRecommendation(state.project, asId('rec-1'), { title: 'Neuer' }));
    expect(state.history.undoable).toHaveLength(2);
    expect(undo(undo(state)!)!.project).toEqual(aFullProject());
  });

  test('another field or another record is another step', () => {
    let state = unedited(aFullProject());
    state = done(state, editRecommendation(state.project, asId('rec-1'), { title: 'A' }));
    state = done(state, editRecommendation(state.project, asId('rec-1'), { costs: 'B' }));
    state = done(state, editRecommendation(state.project, asId('rec-2'), { costs: 'B' }));
    expect(state.history.undoable).toHaveLength(3);
  });

  test('a removed record comes back where it was', () => {
    const project = { ...anEmptyProject(), coverageRuns: ['a', 'b', 'c'].map(aRun) };
    const removed = done(unedited(project), removeCoverageRun(project, asId('b')));
    expect(removed.project.coverageRuns.map((run) => run.id)).toEqual(['a', 'c']);
    expect(undo(removed)!.project).toEqual(project);
  });

  test('a change that changes nothing is no step', () => {
    const project = aFullProject();
    expect(done(unedited(project), renameProject(project, project.title)).history.undoable).toEqual([]);
    expect(done(unedited(project), removePaper(project, asId('nobody'))).history.undoable).toEqual([]);
  });
});

describe('what a moment may not do', () => {
  const project = aFullProject();
  test.each<[string, Moment]>([
    ['a paper that names an unknown coverage run', putPaper(project, aPaper('paper-2', ['run-9']))],
    ['two recommendations with one number', putRecommendation(project, draftRecommendation(asId('rec-3'), { number: 'Q1-PRV-1' }))],
    ['removing the active profile', removeProfile(project, asId('profile-1'))],
    ['choosing a profile that is not there', chooseProfile(project, asId('profile-9'))],
    ['a measure that names an unknown recommendation', putMeasure(project, draftMeasure(asId('m'), { recommendation: asId('rec-9') }))],
    ['changing a number others have cited', putRecommendation(project, { ...project.recommendations[0]!, number: 'Q1-PRV-7' })],
    ['a change made for another state', { note: { key: 'x' }, changes: [{ entity: 'paper', before: aPaper('gone'), after: undefined, position: 0 }] }],
    ['a change of a record that has changed since', { note: { key: 'x' }, changes: [{ entity: 'paper', before: { ...project.papers[0]!, title: 'Früher' }, after: project.papers[0]!, position: 0 }] }],
    ['a change of the project made for another title', renameProject({ ...project, title: 'Früher' }, 'Neu')],
    ['a second record with the same id', { note: { key: 'x' }, changes: [{ entity: 'paper', before: undefined, after: aPaper('paper-1'), position: 0 }] }],
    ['a place in the list that does not exist', { note: { key: 'x' }, changes: [{ entity: 'paper', before: undefined, after: aPaper('p'), position: 7 }] }],
  ])('%s', (_, moment) => {
    expect(checkMoment(project, moment)).toMatchObject({ ok: false, failure: { code: 'project.inconsistentChange' } });
  });

  test('removing what others name takes the links away in the same step', () => {
    const withoutRun = applyMoment(project, removeCoverageRun(project, asId('run-1')));
    expect(withoutRun.recommendations[0]?.coverageRun).toBeUndefined();
    expect(withoutRun.papers[0]?.coverageRuns).toEqual(['run-2']);
    expect(applyMoment(project, removeRecommendation(project, asId('rec-1'))).measures[0]?.recommendation).toBeUndefined();
  });
});

describe('sheets that others have signed', () => {
  const released = applyMoment(aFullProject(), editRecommendation(aFullProject(), asId('rec-1'), { state: 'released' }));
  test('go back to draft as the next version when their content changes', () => {
    expect(released.recommendations[0]).toMatchObject({ state: 'released', version: 3 });
    expect(applyMoment(released, editRecommendation(released, asId('rec-1'), { costs: '2 Mio. €' })).recommendations[0]).toMatchObject({ state: 'draft', version: 4 });
  });
  test('the number follows the field of action only in a first draft', () => {
    const project = aFullProject();
    expect(applyMoment(project, editRecommendation(project, asId('rec-2'), { field: 'health' })).recommendations[1]?.number).toBe('STADT-GES-1');
    expect(applyMoment(project, editRecommendation(project, asId('rec-1'), { field: 'health' })).recommendations[0]?.number).toBe('Q1-PRV-1');
  });
});

/** One random operation on whatever the project holds just then. */
type Command = { readonly kind: number; readonly id: number; readonly text: string };
const command: fc.Arbitrary<Command> = fc.record({ kind: fc.nat(17), id: fc.nat(3), text: fc.string({ maxLength: 6 }) });
function momentOf(project: Project, { kind, id, text }: Command): Moment {
  const name = <Id extends string>() => asId<Id>(String(id));
  const operations: readonly (() => Moment)[] = [
    () => renameProject(project, text),
    () => rebindEdition(project, aCity().withManifest({ edition: text }).build()),
    () => putProfile(project, aProfile(String(id))),
    () => chooseProfile(project, name()),
    () => excludeArea(project, { profile: project.activeProfile, area: name(), reason: text, areaName: text }),
    () => includeArea(project, { profile: project.activeProfile, area: name(), areaName: text }),
    () => putCoverageRun(project, aRun(String(id))),
    () => editCoverageRun(project, name(), { title: text }),
    () => removeCoverageRun(project, name()),
    () => putRecommendation(project, draftRecommendation(name(), { number: `N-${id}`, coverageRun: project.coverageRuns[0]?.id })),
    () => editRecommendation(project, name(), id % 2 === 0 ? { title: text } : { costs: text, state: 'released' }),
    () => removeRecommendation(project, name()),
    () => putMeasure(project, draftMeasure(name(), { number: `M-${id}`, recommendation: project.recommendations[0]?.id })),
    () => editMeasure(project, name(), { title: text }),
    () => removeMeasure(project, name()),
    () => putPaper(project, aPaper(String(id), project.coverageRuns.map((run) => run.id))),
    () => editPaper(project, name(), { title: text }),
    () => removeProfile(project, name()),
  ];
  return operations[kind]!();
}

test('random work: every state is sound, undo of all is the start, redo of all is the end, the journal gives both back', () => {
  let steps = 0;
  fc.assert(
    fc.property(fc.array(command, { minLength: 10, maxLength: 60 }), (commands) => {
      const start = anEmptyProject();
      let state = unedited(start);
      const journal = [serialiseChange({ kind: 'start', project: start, savedSha256: undefined })];
      for (const next of commands) {
        const moment = momentOf(state.project, next);
        expect(isMessageKey(moment.note.key)).toBe(true);
        const result = edit(state, moment);
        if (!result.ok) continue;
        if (moment.changes.length > 0) {
          steps += 1;
          expect(applyMoment(result.value.project, inverseOf(moment))).toEqual(state.project);
          journal.push(serialiseChange({ kind: 'edit', moment }));
        }
        state = result.value;
        expect(faultsOf(state.project)).toEqual([]);
      }
      const end = state;
      const back: Edited[] = [];
      for (let step = undo(state); step !== undefined; step = undo(state)) {
        back.push((state = step));
        journal.push(serialiseChange({ kind: 'undo', moment: step.applied }));
      }
      expect(state.project).toEqual(start);
      expect(replayJournal(journal)).toMatchObject({ ok: true, value: { project: start } });
      for (let step = redo(state); step !== undefined; step = redo(state)) {
        state = step;
        journal.push(serialiseChange({ kind: 'redo', moment: step.applied }));
      }
      expect(state.project).toEqual(end.project);
      const again = replayJournal(journal);
      expect(again.ok && JSON.parse(JSON.stringify(again.value.project))).toEqual(JSON.parse(JSON.stringify(end.project)));
      expect(again.ok && again.value.history.undoable.length).toBe(end.history.undoable.length);
    }),
    { numRuns: 400, seed: 1 },
  );
  measured(`undo and redo: ${steps} random steps taken, taken back and done again`);
});
