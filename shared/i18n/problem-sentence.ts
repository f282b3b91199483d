import type { Problem } from '../problem.ts';
import { isMessageKey, type Translate } from './translator.ts';

/**
 * One of the three sentences of a problem; undefined when its code has none. A detail `fault` that is a code of `importFault` is put in as
 * that code's words, with the problem's other details as values.
 */
export function problemSentence({ code, details }: Problem, part: 'what' | 'safe' | 'todo', translate: Translate): string | undefined {
  const key = `problem.${code}.${part}`;
  if (!isMessageKey(key)) return undefined;
  const fault = `importFault.${details?.['fault'] ?? '-'}`;
  return translate(key, isMessageKey(fault) ? { ...details, fault: translate(fault, details) } : details);
}
