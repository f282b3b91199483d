import { SelectField } from '../../components/select-field.tsx';
import type { BenchSource } from '../../state/bench-sources.ts';
import { shortName } from './short-name.ts';

type Properties = { readonly label: string; readonly sources: readonly BenchSource[]; readonly value?: BenchSource | undefined; readonly adds?: boolean; readonly onChange: (source: BenchSource) => void };

/** A sheet or layer of the files on the bench. With `adds` the field is a way to add one and says so itself. */
export function SourceSelect({ label, sources, value, adds = false, onChange }: Properties) {
  const index = value === undefined ? -1 : sources.indexOf(value);
  return (
    <SelectField
      hideLabel={adds}
      label={label}
      placeholder={adds ? label : undefined}
      options={sources.map(({ path, name }, place) => ({ id: String(place), name, note: shortName(path) }))}
      value={index < 0 ? undefined : String(index)}
      onChange={(choice) => {
        const picked = sources[Number(choice)];
        if (picked !== undefined) onChange(picked);
      }}
    />
  );
}
