import type { Problem } from '#shared/problem.ts';
import type { Translate } from '#shared/i18n/translator.ts';
import { problemSentence } from '#shared/i18n/problem-sentence.ts';
import type { VerbOutcome } from './verb.ts';

/** A problem as a verb's answer: its three sentences, or the problem itself as JSON; exit code 1. */
export function problemOutcome(problem: Problem, translate: Translate): VerbOutcome {
  const sentences = (['what', 'safe', 'todo'] as const).map((part) => problemSentence(problem, part, translate) ?? '');
  // tables and messages of the database are for the help desk: they come last and in no sentence
  const technical = [problem.details?.['tables'] ?? '', problem.technical ?? ''].filter((part) => part !== '').join(': ');
  const text = [...sentences, technical === '' ? '' : `(${problem.code}: ${technical})`].filter((sentence) => sentence !== '').join('\n');
  return { exit: 1, text: text === '' ? problem.code : text, json: { status: 'refused', problem } };
}
