import { Label, Radio, RadioGroup } from 'react-aria-components';
import type { Option } from './select-field.tsx';

type Properties = {
  readonly label: string;
  readonly options: readonly (Option & { readonly disabled?: boolean })[];
  readonly value: string;
  readonly onChange: (id: string) => void;
  readonly labelClass?: string;
};

/** One choice out of a few that all can be seen, each with its note. */
export function RadioList({ label, options, value, onChange, labelClass = 'label' }: Properties) {
  return (
    <RadioGroup className="field" value={value} onChange={onChange}>
      <Label className={labelClass}>{label}</Label>
      {options.map(({ id, name, note, disabled }) => (
        <Radio key={id} value={id} isDisabled={disabled} className="check">
          <span className="radio-dot" />
          <span className="grow">
            {name}
            {note === undefined ? undefined : <span className="option-note">{note}</span>}
          </span>
        </Radio>
      ))}
    </RadioGroup>
  );
}
