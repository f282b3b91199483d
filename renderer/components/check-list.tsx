import { Checkbox, CheckboxGroup, Label } from 'react-aria-components';
import { Icon } from './icon.tsx';
import { RequiredMark, type Option } from './select-field.tsx';

type Properties = {
  readonly label: string;
  readonly options: readonly Option[];
  readonly value: readonly string[];
  readonly onChange: (ids: string[]) => void;
  readonly required?: boolean;
  readonly columns?: 1 | 2;
};

/** Several choices out of some. */
export function CheckList({ label, options, value, onChange, required = false, columns = 1 }: Properties) {
  return (
    <CheckboxGroup className="field" value={[...value]} onChange={onChange}>
      <Label className="label">
        {label}
        {required ? <RequiredMark /> : undefined}
      </Label>
      <div className={columns === 2 ? 'check-columns' : undefined}>
        {options.map((option) => (
          <CheckItem key={option.id} option={option} />
        ))}
      </div>
    </CheckboxGroup>
  );
}

function CheckItem({ option }: { readonly option: Option }) {
  return (
    <Checkbox value={option.id} className="check">
      <span className="check-box">
        <Icon name="check" size={12} />
      </span>
      <span className="grow">{option.name}</span>
      {option.note === undefined ? undefined : <span className="note number">{option.note}</span>}
    </Checkbox>
  );
}
