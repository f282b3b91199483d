import { useEffect, useState } from 'react';
import { ComboField } from '../../components/combo-field.tsx';
import { TextEntry } from '../../components/text-entry.tsx';

type Properties = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly options?: readonly string[];
  readonly lines?: number;
  readonly required?: boolean;
};

/** Text that is taken over when the field is left: one step of undo for one field, however it was typed. */
export function LateText({ label, value, onChange, options, lines, required }: Properties) {
  const [draft, setDraft] = useState(value);
  useEffect(() => setDraft(value), [value]);
  const leave = () => {
    if (draft !== value) onChange(draft);
  };
  return options === undefined ? (
    <TextEntry label={label} value={draft} onChange={setDraft} onLeave={leave} lines={lines} required={required} />
  ) : (
    <ComboField label={label} options={options} value={draft} onChange={setDraft} onLeave={leave} required={required} />
  );
}
