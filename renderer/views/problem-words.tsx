import type { Problem } from '#shared/problem.ts';
import { problemSentence } from '#shared/i18n/problem-sentence.ts';
import type { Translate } from '#shared/i18n/translator.ts';
import { useTranslate } from '../state/context.tsx';

/** A problem inside a view: what happened and what to do. */
export function ProblemWords({ problem }: { readonly problem: Problem }) {
  const t = useTranslate();
  return (
    <div className="callout danger" role="alert">
      <p>{sentence(problem, 'what', t)}</p>
      <p className="note">{sentence(problem, 'todo', t)}</p>
    </div>
  );
}

/** One of the three sentences of a problem. */
export const sentence = (problem: Problem, part: 'what' | 'safe' | 'todo', t: Translate): string => problemSentence(problem, part, t) ?? problem.code;
