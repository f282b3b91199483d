import { parseDate } from '@internationalized/date';
import { DateField, DateInput, DateSegment, Label } from 'react-aria-components';
import { asDate, type IsoDate } from '#shared/ids.ts';

/** A calendar day, typed part by part in the order of the language. */
export function DateEntry({ label, value, onChange }: { readonly label: string; readonly value: IsoDate | undefined; readonly onChange: (date: IsoDate | undefined) => void }) {
  return (
    <DateField className="field" value={value === undefined ? null : parseDate(value)} onChange={(date) => onChange(date === null ? undefined : asDate(date.toString()))}>
      <Label className="label">{label}</Label>
      <DateInput className="input date-input">{(segment) => <DateSegment segment={segment} className="date-segment" />}</DateInput>
    </DateField>
  );
}
