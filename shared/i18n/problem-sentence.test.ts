import { expect, it } from 'vitest';
import { problemSentence } from './problem-sentence.ts';
import { translator } from './translator.ts';

it('puts a known fault in as words, in the language asked for, and leaves others as they are', () => {
  const problem = (fault: string) => ({ code: 'import.damaged', details: { file: 'a.json', fault, line: 3, column: 7, found: '}' } }) as const;
  expect(problemSentence(problem('json'), 'what', translator('de'))).toBe('„a.json“ ist beschädigt: Zeile 3, Spalte 7: hier passt „}“ nicht.');
  expect(problemSentence(problem('json'), 'what', translator('en'))).toBe('“a.json” is damaged: line 3, column 7: “}” does not fit here.');
  expect(problemSentence(problem('Blatt 2'), 'what', translator('de'))).toBe('„a.json“ ist beschädigt: Blatt 2.');
  expect(problemSentence({ code: 'import.empty', details: { file: 'a' } }, 'what', translator('de'))).toBe('„a“ enthält keine Daten.');
});

it('says what is wrong with a recipe in the language asked for, when it came in both', () => {
  const problem = { code: 'import.recipeUnreadable', details: { file: 'a.json', fault: 'Zeile 3 fehlt', faultEnglish: 'line 3 is missing' } } as const;
  expect(problemSentence(problem, 'what', translator('de'))).toBe('„a.json“ ist kein lesbares Importrezept: Zeile 3 fehlt.');
  expect(problemSentence(problem, 'what', translator('en'))).toBe('“a.json” is not a readable import recipe: line 3 is missing.');
});
