import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { Option } from './select-field.tsx';

type Properties = { readonly label: string; readonly options: readonly Option[]; readonly value: string; readonly onChange: (id: string) => void };

/** A switch between two or three ways of looking at the same thing. */
export function Segments({ label, options, value, onChange }: Properties) {
  return (
    <ToggleButtonGroup
      className="segments"
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const [first] = keys;
        if (first !== undefined) onChange(String(first));
      }}
    >
      {options.map((option) => (
        <ToggleButton key={option.id} id={option.id} className="segment">
          {option.name}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
