import { Checkbox } from 'react-aria-components';
import { Icon } from '../../components/icon.tsx';

/** One yes or no. */
export function Toggle({ label, on, onChange, hideLabel = false }: { readonly label: string; readonly on: boolean; readonly onChange: (on: boolean) => void; readonly hideLabel?: boolean }) {
  return (
    <Checkbox className="check" isSelected={on} onChange={onChange} aria-label={hideLabel ? label : undefined}>
      <span className="check-box">
        <Icon name="check" size={12} />
      </span>
      {hideLabel ? undefined : <span className="grow">{label}</span>}
    </Checkbox>
  );
}
