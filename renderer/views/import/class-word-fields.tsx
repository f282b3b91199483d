import { SelectField } from '../../components/select-field.tsx';
import { useTranslate } from '../../state/context.tsx';
import { withoutKey } from '../../state/without-key.ts';
import { wordsOfColumn, type WordRows } from './column-words.ts';
import { columnOptions } from './part-source.ts';

/** Names of columns never begin with a space. */
const NONE = ' none';

type ClassColumn<Word extends string> = { readonly column: string; readonly assign: Readonly<Record<string, Word>> };
type Properties<Word extends string> = {
  readonly label: string;
  readonly value: ClassColumn<Word> | undefined;
  readonly classes: readonly { readonly id: Word; readonly name: string }[];
  /** What the words of a column say by themselves. */
  readonly preset: (words: readonly string[]) => Record<string, Word>;
  readonly words: WordRows;
  readonly onChange: (value: ClassColumn<Word> | undefined) => void;
};

/** A column with classes, and the class each of its words means. */
export function ClassWordFields<Word extends string>({ label, value, classes, preset, words, onChange }: Properties<Word>) {
  const t = useTranslate();
  const choose = (column: string) => onChange(column === NONE ? undefined : { column, assign: preset(wordsOfColumn(words, column)) });
  return (
    <div className="stack-tight">
      <div className="address-add">
        <SelectField label={label} options={[{ id: NONE, name: t('importWorkbench.institutions.noColumn') }, ...columnOptions(words.columns, value?.column)]} value={value?.column ?? NONE} onChange={choose} />
      </div>
      {value === undefined ? undefined : (
        <ul className="word-list">
          {wordsOfColumn(words, value.column, undefined, Object.keys(value.assign)).map((word) => (
            <li key={word}>
              <SelectField
                label={t('importWorkbench.classes.classOf', { word, field: label })}
                options={[{ id: NONE, name: t('importWorkbench.classes.none') }, ...classes]}
                value={value.assign[word] ?? NONE}
                onChange={(id) => {
                  const found = classes.find((one) => one.id === id);
                  onChange({ ...value, assign: found === undefined ? (withoutKey(value.assign, word) as Record<string, Word>) : { ...value.assign, [word]: found.id } });
                }}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
