import type { RecipeInstitutions } from '#app/exchange/import/recipe/recipe-schema.ts';
import { SelectField } from '../../components/select-field.tsx';
import { useTranslate } from '../../state/context.tsx';
import { withoutKey } from '../../state/without-key.ts';
import { wordsOfColumn, type WordRows } from './column-words.ts';
import { columnOptions } from './part-source.ts';

const FIXED = ' fixed:';
/** Names of columns never begin with a space. */
const AUTO = ' auto';

type WordFrom = RecipeInstitutions['barrierFree'];
export type YesNo = 'yes' | 'partly' | 'no' | 'unknown';
type Properties = { readonly label: string; readonly value: WordFrom; readonly answers: readonly YesNo[]; readonly words: WordRows; readonly onChange: (value: WordFrom) => void };

/** Yes, no or unknown: the same for all, or the words of a column, each with what it means. */
export function WordField({ label, value, answers, words, onChange }: Properties) {
  const t = useTranslate();
  const byColumn = 'column' in value ? value : undefined;
  const answerNames = answers.map((id) => ({ id, name: t(`importWorkbench.institutions.words.${id}`) }));
  return (
    <div className="stack-tight">
      <SelectField
        label={t('importWorkbench.institutions.wordFrom', { field: label })}
        options={[...answerNames.map(({ id, name }) => ({ id: `${FIXED}${id}`, name: `${t('importWorkbench.institutions.groupsFixed')}: ${name}` })), ...columnOptions(words.columns, byColumn?.column)]}
        value={'fixed' in value ? `${FIXED}${value.fixed}` : value.column}
        onChange={(id) => onChange(id.startsWith(FIXED) ? { fixed: id.slice(FIXED.length) } : { column: id, assign: {}, otherwise: 'unknown' })}
      />
      {byColumn === undefined ? undefined : (
        <ul className="word-list">
          {wordsOfColumn(words, byColumn.column, undefined, Object.keys(byColumn.assign)).map((word) => (
            <li key={word}>
              <SelectField
                label={word}
                options={[{ id: AUTO, name: t('importWorkbench.institutions.wordAuto') }, ...answerNames]}
                value={byColumn.assign[word] ?? AUTO}
                onChange={(answer) => onChange({ ...byColumn, assign: answer === AUTO ? withoutKey(byColumn.assign, word) : { ...byColumn.assign, [word]: answer } })}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
