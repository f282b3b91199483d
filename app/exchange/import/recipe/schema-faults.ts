import type { z } from '#shared/zod.ts';
import { nearestWord } from './nearest-word.ts';
import type { RecipeFault } from './recipe-fault.ts';
import { pathText } from './recipe-fault.ts';
import { knownKeys, knownWords, valueAt } from './schema-walk.ts';

type Issue = z.core.$ZodIssue;

/** What a schema says against a value, as faults with exact places and the words that are allowed there. */
export const schemaFaults = (schema: z.ZodType, issues: readonly Issue[], value: unknown): readonly RecipeFault[] => {
  const seen = new Set<string>();
  return issues.flatMap((issue) => faultsOf(schema, issue, [], value)).filter((fault) => {
    const text = JSON.stringify(fault);
    return !seen.has(text) && seen.add(text);
  });
};

function faultsOf(schema: z.ZodType, issue: Issue, prefix: readonly PropertyKey[], root: unknown): readonly RecipeFault[] {
  const at = [...prefix, ...issue.path];
  const path = pathText(at);
  const given = valueAt(root, at);
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = knownKeys(schema, at, root);
      return issue.keys.map((key): RecipeFault => {
        const nearest = nearestWord(key, known);
        const place = pathText([...at, key]);
        return nearest === undefined
          ? { path: place, code: 'unknownKey', details: { key, known: known.join(', ') } }
          : { path: place, code: 'unknownKeyNear', details: { key, nearest, known: known.join(', ') } };
      });
    }
    case 'invalid_type':
      return [given === undefined ? { path, code: 'missing', details: { expected: issue.expected } } : { path, code: 'wrongType', details: { expected: issue.expected, given: shown(given) } }];
    case 'invalid_value':
      return [oneOf(path, given, issue.values.map(String))];
    case 'invalid_format':
      return [{ path, code: 'wrongForm', details: { given: shown(given), form: formOf(String(at.at(-1)), issue.format) } }];
    case 'too_small':
      return [issue.origin === 'number' || issue.origin === 'int' ? { path, code: 'tooSmall', details: { given: shown(given), minimum: Number(issue.minimum) } } : { path, code: 'empty' }];
    case 'too_big':
      return [{ path, code: 'tooBig', details: { given: shown(given), maximum: Number(issue.maximum) } }];
    case 'invalid_union':
      return unionFaults(schema, issue, at, root);
    default:
      return [{ path, code: 'other', details: { reason: issue.message } }];
  }
}

/** Of several allowed shapes the one that the value comes nearest to; no shape at all is told by the words that choose between them. */
function unionFaults(schema: z.ZodType, issue: Extract<Issue, { code: 'invalid_union' }>, at: readonly PropertyKey[], root: unknown): readonly RecipeFault[] {
  const given = valueAt(root, at);
  if (issue.errors.length === 0) {
    const allowed = knownWords(schema, at, root);
    return [given === undefined ? { path: pathText(at), code: 'missingOneOf', details: { known: allowed.join(', ') } } : oneOf(pathText(at), given, allowed)];
  }
  const branches = issue.errors.map((errors) => errors as readonly Issue[]).map((errors) => ({
    errors,
    weight: errors.reduce((sum, error) => sum + (error.code === 'unrecognized_keys' ? error.keys.length : error.path.length === 0 ? 10 : 1), 0),
  }));
  if (given === undefined) return [{ path: pathText(at), code: 'missing', details: { expected: 'object' } }];
  const best = branches.reduce((one, other) => (other.weight < one.weight ? other : one));
  return best.errors.flatMap((error) => faultsOf(schema, error, at, root));
}

function oneOf(path: string, given: unknown, allowed: readonly string[]): RecipeFault {
  const known = allowed.join(', ');
  if (given === undefined) return { path, code: 'missingOneOf', details: { known } };
  const nearest = typeof given === 'string' ? nearestWord(given, allowed) : undefined;
  return nearest === undefined ? { path, code: 'notOneOf', details: { given: shown(given), known } } : { path, code: 'notOneOfNear', details: { given: shown(given), nearest, known } };
}

/** Longer texts would hide the sentence around them. */
const LONGEST = 60;
const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'undefined';
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
};

const FORMS: Readonly<Record<string, string>> = { ags: '05315000', crs: 'EPSG:25832', monthDay: '12-31' };
const formOf = (key: string, format: string): string => FORMS[key] ?? (format === 'date' ? '2022-12-31' : format);
