import { useMemo, useState } from 'react';
import type { ImportQuestion } from '#app/jobs/import-contract.ts';
import type { Recipe } from '#app/exchange/import/recipe/recipe-schema.ts';
import { answerQuestions } from '../../commands/import/answer-questions.ts';
import { Button } from '../../components/button.tsx';
import { RadioList } from '../../components/radio-list.tsx';
import { isNotice } from '../../state/import-draft.ts';
import { usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import { choiceWords, questionWords } from './report-words.ts';

/** Questions, those that ask the same together: one answer for all, or one at a time. */
export function QuestionList({ questions }: { readonly questions: readonly ImportQuestion[] }) {
  const groups = useMemo(() => alike(questions), [questions]);
  return (
    <ul className="stack">
      {groups.map((group) => (
        <li key={JSON.stringify(group.map(({ code, path, details }) => [code, path, details]))}>
          <QuestionCard group={group} />
        </li>
      ))}
    </ul>
  );
}

function QuestionCard({ group }: { readonly group: readonly ImportQuestion[] }) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const recipe = usePart('import', (state) => state.draft.recipe);
  const [choice, setChoice] = useState(0);
  const [apart, setApart] = useState(false);
  const [first] = group;
  if (first === undefined) return undefined;
  if (apart && group.length > 1) {
    return (
      <ul className="stack">
        {group.map((question, index) => (
          <li key={index}>
            <QuestionCard group={[question]} />
          </li>
        ))}
      </ul>
    );
  }
  const sentences = [...new Set(group.map((question) => questionWords(question, t)))];
  const names = group.map(({ path }) => placeWords(recipe, path)).filter((name) => name !== '');
  const [sentence = '', ...others] = sentences;
  return (
    <div className="question-card">
      {names.length === 0 ? undefined : (
        <p className="note cut" title={names.join(', ')}>
          {names.join(', ')}
        </p>
      )}
      {isNotice(first) ? (
        <p className="question-text">{sentence}</p>
      ) : (
        <RadioList
          label={sentence}
          labelClass="question-text"
          options={first.choices.map((option, index) => ({ id: String(index), name: choiceWords(first, option, t) }))}
          value={String(choice)}
          onChange={(value) => setChoice(Number(value))}
        />
      )}
      {others.length === 0 ? undefined : (
        <details className="note" open={first.code === 'unused'}>
          <summary>{t('importWorkbench.questions.alike', { count: others.length })}</summary>
          <ul className="stack-tight">
            {others.map((other) => (
              <li key={other}>{other}</li>
            ))}
          </ul>
        </details>
      )}
      {first.code === 'unused' ? <p className="note">{t('importWorkbench.questions.unusedTodo')}</p> : undefined}
      <div className="row-wrap">
        <Button small kind="primary" onPress={() => answerQuestions(workspace, group, choice)}>
          {isNotice(first) ? t('importWorkbench.questions.understood') : group.length === 1 ? t('importWorkbench.questions.answer') : t('importWorkbench.questions.answerAll', { count: group.length })}
        </Button>
        {group.length === 1 ? undefined : (
          <Button small kind="quiet" onPress={() => setApart(true)}>
            {t('importWorkbench.questions.apart')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Which part of the recipe a question is about, by the name that stands in the lists. */
function placeWords(recipe: Recipe, [head, index]: readonly (string | number)[]): string {
  if (typeof head !== 'string' || typeof index !== 'number') return '';
  const list = recipe[head as keyof Recipe];
  const part: unknown = Array.isArray(list) ? (list as readonly unknown[])[index] : undefined;
  if (typeof part !== 'object' || part === null) return '';
  const { title, name, id } = part as { title?: unknown; name?: unknown; id?: unknown };
  return [title, name, id].find((word): word is string => typeof word === 'string') ?? '';
}

/** The same question with the same answers, whatever place it names; what concerns persons is asked one by one. */
function alike(questions: readonly ImportQuestion[]): readonly (readonly ImportQuestion[])[] {
  const groups = new Map<string, ImportQuestion[]>();
  for (const [index, question] of questions.entries()) {
    const key = question.code === 'persons' ? String(index) : JSON.stringify([question.code, question.choices]);
    groups.set(key, [...(groups.get(key) ?? []), question]);
  }
  return [...groups.values()];
}
