import { joinedText, type BoundText, type NumberReference, type TextPart } from '#app/domain/planning/bound-text.ts';

/** Where the caret stands: before the character `offset` of the part `part`; undefined is the end of the text. */
export type CaretPlace = { readonly part: number; readonly offset: number } | undefined;

/** The text with a number at the caret, set apart from the words around it. */
export function withNumberAt(text: BoundText, caret: CaretPlace, reference: NumberReference): BoundText {
  const [before, after] = split(text, caret);
  return joinedText([...before, ...gap(before.at(-1), 'end'), { kind: 'number', reference }, ...gap(after[0], 'start'), ...after]);
}

function split(text: BoundText, caret: CaretPlace): readonly [BoundText, BoundText] {
  const part = caret === undefined ? undefined : text[caret.part];
  if (caret === undefined || part === undefined) return [text, []];
  if (part.kind === 'number') return [text.slice(0, caret.part + 1), text.slice(caret.part + 1)];
  const words = (cut: string): BoundText => (cut === '' ? [] : [{ kind: 'text', text: cut }]);
  return [
    [...text.slice(0, caret.part), ...words(part.text.slice(0, caret.offset))],
    [...words(part.text.slice(caret.offset)), ...text.slice(caret.part + 1)],
  ];
}

function gap(neighbour: TextPart | undefined, side: 'start' | 'end'): BoundText {
  if (neighbour === undefined) return [];
  const apart = neighbour.kind === 'text' && (side === 'end' ? /\s$/ : /^[\s.,;:!?)]/).test(neighbour.text);
  return apart ? [] : [{ kind: 'text', text: ' ' }];
}
