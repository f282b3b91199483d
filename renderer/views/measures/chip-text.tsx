import { useEffect, useId, useRef, type RefObject } from 'react';
import { joinedText, type BoundText, type NumberReference, type TextPart } from '#app/domain/planning/bound-text.ts';
import { RequiredMark } from '../../components/select-field.tsx';
import type { CaretPlace } from './chip-parts.ts';

type Properties = {
  readonly label: string;
  readonly required: boolean;
  readonly value: BoundText;
  /** Kept where the caret was last, for what is inserted from outside. */
  readonly caret: RefObject<CaretPlace>;
  readonly shown: (reference: NumberReference) => string;
  /** Said when the pointer rests on a number. */
  readonly meaning: (reference: NumberReference) => string;
  readonly onChange: (text: BoundText) => void;
  readonly onLeave: () => void;
};

/**
 * A paragraph to write in, whose numbers stand as islands that the browser moves and deletes as one piece. The page holds
 * plain words and these islands only; what is pasted becomes plain words.
 */
export function ChipText({ label, required, value, caret, shown, meaning, onChange, onLeave }: Properties) {
  const labelId = useId();
  const field = useRef<HTMLDivElement>(null);
  const references = useRef(new WeakMap<Element, NumberReference>());
  useEffect(() => {
    const place = field.current;
    if (place === null || sameText(read(place, references.current), joinedText(value))) return;
    place.replaceChildren(...value.map((part) => (part.kind === 'text' ? document.createTextNode(part.text) : island(part.reference))));
  });

  function island(reference: NumberReference): HTMLElement {
    const chip = document.createElement('span');
    chip.className = 'bound-chip';
    chip.contentEditable = 'false';
    chip.textContent = shown(reference);
    chip.title = meaning(reference);
    references.current.set(chip, reference);
    return chip;
  }

  return (
    <div className="field">
      <span className="label" id={labelId}>
        {label}
        {required ? <RequiredMark /> : undefined}
      </span>
      <div
        ref={field}
        className="input area chip-text"
        role="textbox"
        aria-multiline="true"
        aria-labelledby={labelId}
        aria-required={required}
        tabIndex={0}
        contentEditable="plaintext-only"
        suppressContentEditableWarning
        onInput={({ currentTarget }) => onChange(read(currentTarget, references.current))}
        onSelect={({ currentTarget }) => {
          caret.current = caretIn(currentTarget);
        }}
        onBlur={onLeave}
      />
    </div>
  );
}

/** The text as it stands on the page. */
function read(place: Element, references: WeakMap<Element, NumberReference>): BoundText {
  return joinedText([...place.childNodes].flatMap((node): readonly TextPart[] => {
    const reference = node instanceof Element ? references.get(node) : undefined;
    if (reference !== undefined) return [{ kind: 'number', reference }];
    const text = node.nodeName === 'BR' ? '\n' : (node.textContent ?? '');
    return text === '' ? [] : [{ kind: 'text', text }];
  }));
}

function caretIn(place: Element): CaretPlace {
  const selection = document.getSelection();
  const node = selection?.anchorNode ?? null;
  if (selection === null || node === null || !place.contains(node)) return undefined;
  if (node === place) {
    const before = selection.anchorOffset - 1;
    return before < 0 ? { part: 0, offset: 0 } : { part: before, offset: place.childNodes[before]?.textContent?.length ?? 0 };
  }
  return { part: [...place.childNodes].findIndex((child) => child.contains(node)), offset: selection.anchorOffset };
}

const sameText = (one: BoundText, other: BoundText): boolean => JSON.stringify(one) === JSON.stringify(other);
