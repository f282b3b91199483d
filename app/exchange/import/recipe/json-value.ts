import type { RecipeFault } from './recipe-fault.ts';
import type { Result } from '#shared/result.ts';
import { failure, success } from '#shared/result.ts';

/** Deeper than any recipe; a reader must not run out of stack on brackets. */
const MOST_LEVELS = 100;

/** JSON text with the line and column of what does not belong. */
export function jsonValue(bytes: Uint8Array): Result<unknown, RecipeFault> {
  const text = decoded(bytes);
  if (text === undefined) return failure({ path: '', code: 'notUtf8' });
  if (text.trim() === '') return failure({ path: '', code: 'emptyFile' });
  if (depthOf(text) > MOST_LEVELS) return failure({ path: '', code: 'tooDeep', details: { limit: MOST_LEVELS } });
  try {
    return success(JSON.parse(text) as unknown);
  } catch (cause) {
    const place = /position (\d+)/.exec(cause instanceof Error ? cause.message : '')?.[1];
    const before = text.slice(0, place === undefined ? text.length : Number(place)).split('\n');
    return failure({ path: '', code: 'notJson', details: { line: before.length, column: before.at(-1)!.length + 1 } });
  }
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inText = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    if (inText) {
      if (letter === '\\') at += 1;
      else if (letter === '"') inText = false;
    } else if (letter === '"') inText = true;
    else if (letter === '{' || letter === '[') deepest = Math.max(deepest, ++depth);
    else if (letter === '}' || letter === ']') depth -= 1;
  }
  return deepest;
}
