import type { Problem } from '../problem.ts';
import { isMessageKey, type Translate } from './translator.ts';

/** One of the three sentences of a problem; undefined when its code has none. Codes of `importFault` in its details are put in as words. */
export function problemSentence({ code, details }: Problem, part: 'what' | 'safe' | 'todo', translate: Translate): string | undefined {
  const key = `problem.${code}.${part}`;
  return isMessageKey(key) ? translate(key, details) : undefined;
}
