import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { Icon } from './icon.tsx';
import { RequiredMark } from './select-field.tsx';

type Properties = {
  readonly label: string;
  readonly options: readonly string[];
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly onLeave?: () => void;
  readonly required?: boolean;
};

/** A text with suggestions: one of them, or anything else. */
export function ComboField({ label, options, value, onChange, onLeave, required = false }: Properties) {
  return (
    <ComboBox className="field" allowsCustomValue menuTrigger="focus" inputValue={value} onInputChange={onChange} onBlur={onLeave} isRequired={required} validationBehavior="aria">
      <Label className="label">
        {label}
        {required ? <RequiredMark /> : undefined}
      </Label>
      <div className="combo">
        <Input className="input" />
        <Button className="combo-opener">
          <Icon name="down" size={14} />
        </Button>
      </div>
      <Popover className="popover" offset={4}>
        <ListBox className="options">
          {options.map((option) => (
            <ListBoxItem key={option} id={option} textValue={option} className="option">
              <span className="grow">{option}</span>
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
