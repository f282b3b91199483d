import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
import { Icon } from './icon.tsx';

export type Option = { readonly id: string; readonly name: string; readonly note?: string };

type Properties = {
  readonly label: string;
  readonly options: readonly Option[];
  readonly value: string | undefined;
  readonly onChange: (id: string) => void;
  readonly placeholder?: string;
  /** In the top bar the label is read aloud only. */
  readonly hideLabel?: boolean;
  readonly disabled?: boolean;
  readonly required?: boolean;
};

/** One choice out of a few. */
export function SelectField({ label, options, value, onChange, placeholder, hideLabel = false, disabled = false, required = false }: Properties) {
  return (
    <Select
      className="field"
      value={value ?? null}
      onChange={(key) => {
        if (key !== null) onChange(String(key));
      }}
      isDisabled={disabled}
      placeholder={placeholder ?? '–'}
      aria-label={hideLabel ? label : undefined}
    >
      {hideLabel ? undefined : (
        <Label className="label">
          {label}
          {required ? <RequiredMark /> : undefined}
        </Label>
      )}
      <Button className="select-button">
        <SelectValue className="cut grow" />
        <Icon name="down" size={14} />
      </Button>
      <Popover className="popover" offset={4}>
        <ListBox className="options" items={options}>
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.name} className="option">
              <span className="option-check">
                <Icon name="check" size={14} />
              </span>
              <span className="grow">
                {option.name}
                {option.note === undefined ? undefined : <span className="option-note">{option.note}</span>}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}

/** Marks a field that must be filled; the form says what the mark means. */
export const RequiredMark = () => <span className="required" aria-hidden="true">*</span>;
