import type { ImportQuestion } from '#app/jobs/import-contract.ts';
import { acceptedAll, answered, isNotice } from '../../state/import-draft.ts';
import type { Workspace } from '../../state/workspace.ts';
import { editDraft } from './edit-draft.ts';

/** Answers questions that ask the same with the same choice, in one step. */
export const answerQuestions = (workspace: Workspace, questions: readonly ImportQuestion[], choice: number): void =>
  editDraft(workspace, { key: 'importWorkbench.step.answer', values: { count: questions.length } }, (draft) =>
    questions.reduce((next, question) => {
      const picked = question.choices[choice];
      return picked === undefined && !isNotice(question) ? next : answered(next, question, picked?.value);
    }, draft),
  );

/** Takes over every proposal that leaves no question. */
export const acceptEverythingClear = (workspace: Workspace): void => editDraft(workspace, { key: 'importWorkbench.step.acceptAll' }, acceptedAll);
