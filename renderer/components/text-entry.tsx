import { useEffect, useRef, useState } from 'react';
import { Input, Label, NumberField, SearchField, Text, TextArea, TextField, Button } from 'react-aria-components';
import { Icon } from './icon.tsx';
import { RequiredMark } from './select-field.tsx';
import { useSpeech } from './language.tsx';

type Properties = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly onLeave?: () => void;
  readonly lines?: number;
  readonly note?: string;
  readonly required?: boolean;
  readonly limit?: number;
  readonly hideLabel?: boolean;
  readonly placeholder?: string;
};

/** Text of one or several lines. A paragraph grows with its content. */
export function TextEntry({ label, value, onChange, onLeave, lines = 1, note, required = false, limit, hideLabel = false, placeholder }: Properties) {
  return (
    <TextField
      className="field"
      value={value}
      onChange={onChange}
      onBlur={onLeave}
      isRequired={required}
      validationBehavior="aria"
      maxLength={limit}
      aria-label={hideLabel ? label : undefined}
    >
      {hideLabel ? undefined : (
        <Label className="label">
          {label}
          {required ? <RequiredMark /> : undefined}
        </Label>
      )}
      {lines === 1 ? <Input className="input" placeholder={placeholder} /> : <GrowingArea lines={lines} value={value} placeholder={placeholder} />}
      {note === undefined ? undefined : (
        <Text slot="description" className="note">
          {note}
        </Text>
      )}
    </TextField>
  );
}

function GrowingArea({ lines, value, placeholder }: { readonly lines: number; readonly value: string; readonly placeholder?: string }) {
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (area.current === null) return;
    area.current.style.height = 'auto';
    area.current.style.height = `${area.current.scrollHeight + 2}px`;
  }, [value]);
  return <TextArea ref={area} className="input area" rows={lines} placeholder={placeholder} />;
}

type SearchProperties = { readonly label: string; readonly value: string; readonly onChange: (text: string) => void; readonly placeholder?: string; readonly className?: string };

/** Field that filters what is below it; Esc empties it. */
export function SearchEntry({ label, value, onChange, placeholder, className }: SearchProperties) {
  const { t } = useSpeech();
  return (
    <SearchField className={`field search ${className ?? ''}`} value={value} onChange={onChange} aria-label={label}>
      <span className="search-icon">
        <Icon name="search" size={14} />
      </span>
      <Input className="input" placeholder={placeholder ?? label} />
      {value === '' ? undefined : (
        <Button className="search-clear" aria-label={t('common.close')}>
          <Icon name="close" size={12} />
        </Button>
      )}
    </SearchField>
  );
}

type NumberProperties = {
  readonly label: string;
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
  readonly least?: number;
  readonly most?: number;
  readonly unit?: string;
};

/** A whole number in the user's notation. */
export function NumberEntry({ label, value, onChange, least, most, unit }: NumberProperties) {
  const [draft, setDraft] = useState(value);
  useEffect(() => setDraft(value), [value]);
  return (
    <NumberField
      className="field"
      value={draft ?? Number.NaN}
      minValue={least}
      maxValue={most}
      onChange={(next) => {
        const whole = Number.isNaN(next) ? undefined : Math.round(next);
        setDraft(whole);
        onChange(whole);
      }}
    >
      <Label className="label">{label}</Label>
      <div className="with-unit">
        <Input className="input number" />
        {unit === undefined ? undefined : <span className="unit">{unit}</span>}
      </div>
    </NumberField>
  );
}
