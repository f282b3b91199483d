import { Button } from '../../components/button.tsx';
import { RequiredMark } from '../../components/select-field.tsx';
import { TextEntry } from '../../components/text-entry.tsx';

type Properties<Row extends Readonly<Record<string, string>>> = {
  readonly label: string;
  readonly fields: readonly { readonly id: keyof Row & string; readonly label: string }[];
  readonly rows: readonly Row[];
  readonly empty: Row;
  readonly addWords: string;
  readonly removeWords: (number: number) => string;
  readonly onChange: (rows: readonly Row[]) => void;
  readonly onLeave: () => void;
  readonly required?: boolean;
};

/** A short list of rows with the same few fields. */
export function RowsEntry<Row extends Readonly<Record<string, string>>>({ label, fields, rows, empty, addWords, removeWords, onChange, onLeave, required = false }: Properties<Row>) {
  const template = `2fr ${fields.slice(1).map(() => '1fr').join(' ')} 32px`;
  return (
    <div className="stack" role="group" aria-label={label}>
      <span className="label">
        {label}
        {required ? <RequiredMark /> : undefined}
      </span>
      {rows.map((row, index) => (
        <div key={index} className="repeat-row" style={{ gridTemplateColumns: template }}>
          {fields.map((field) => (
            <TextEntry
              key={field.id}
              label={field.label}
              value={row[field.id] ?? ''}
              onChange={(text) => onChange(rows.map((other, position) => (position === index ? { ...other, [field.id]: text } : other)))}
              onLeave={onLeave}
            />
          ))}
          <Button kind="quiet" icon="close" name={removeWords(index + 1)} onPress={() => onChange(rows.filter((_, position) => position !== index))} />
        </div>
      ))}
      <div>
        <Button small icon="plus" onPress={() => onChange([...rows, empty])}>
          {addWords}
        </Button>
      </div>
    </div>
  );
}
