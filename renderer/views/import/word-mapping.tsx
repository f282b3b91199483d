import type { Recipe, RecipeInstitutions } from '#app/exchange/import/recipe/recipe-schema.ts';
import { freeId, slug } from '#app/domain/source/plain-ids.ts';
import { changeRecipe, setRecipe } from '../../commands/import/change-recipe.ts';
import { SelectField } from '../../components/select-field.tsx';
import { usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import { lastPreview } from '../../state/import.ts';
import { wordsOfColumn, type WordRows } from './column-words.ts';
import { LateText } from './late-text.tsx';
import { columnOptions } from './part-source.ts';

const FIXED = ' fixed';
const NOTHING: readonly string[] = [];

type Properties = { readonly list: RecipeInstitutions; readonly index: number; readonly words: WordRows };

/** What the institutions are: one category for all, or the words of a column, each with its category. */
export function WordMapping({ list, index, words: known }: Properties) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const recipe = usePart('import', (state) => state.draft.recipe);
  const note = { key: 'importWorkbench.step.institutions', values: { name: list.id } } as const;
  const { category } = list;
  const byColumn = 'column' in category ? category : undefined;
  // words that only stand in later rows are named by the report
  const unknown = usePart('import', (state) => lastPreview(state)?.value.report.entries.find(({ code, subject }) => code === 'categoryUnknown' && subject === list.id)?.list) ?? NOTHING;
  const later = unknown.map((text) => text.replace(/ \(\d+\)$/, '')).filter((word) => word !== '(leer)');
  const words = byColumn === undefined ? [] : wordsOfColumn(known, byColumn.column, undefined, [...Object.keys(byColumn.assign), ...later]);
  const nameOf = (id: string | undefined) => recipe.categories.find((known) => known.id === id)?.name ?? id ?? '';
  const names = recipe.categories.map(({ name }) => name);
  /** A category by its name; one that is new is added to the list of categories in the same step. */
  const choose = (name: string, put: (id: string) => RecipeInstitutions['category']) => {
    if (name.trim() === '') return;
    changeRecipe(workspace, note, (before) => {
      const found = before.categories.find((other) => other.name === name);
      const id = found?.id ?? freeId(slug(name, 'category'), (taken) => before.categories.some((category) => category.id === taken));
      const next: Recipe = found === undefined ? { ...before, categories: [...before.categories, { id, name }] } : before;
      return { ...next, institutions: next.institutions.map((other, place) => (place === index ? { ...other, category: put(id) } : other)) };
    });
  };
  return (
    <section className="section">
      <h3>{t('importWorkbench.institutions.category')}</h3>
      <div className="table-settings">
        <SelectField
          label={t('importWorkbench.institutions.categoryFrom')}
          options={[{ id: FIXED, name: t('importWorkbench.institutions.oneForAll') }, ...columnOptions(known.columns, byColumn?.column)]}
          value={byColumn?.column ?? FIXED}
          onChange={(id) => setRecipe(workspace, ['institutions', index, 'category'], id === FIXED ? { fixed: recipe.categories[0]?.id ?? '' } : { column: id, assign: {} }, note)}
        />
        {'fixed' in category ? <LateText label={t('importWorkbench.institutions.category')} value={nameOf(category.fixed)} options={names} onChange={(name) => choose(name, (id) => ({ fixed: id }))} /> : undefined}
      </div>
      {byColumn === undefined ? undefined : (
        <ul className="word-list">
          {words.map((word) => (
            <li key={word}>
              <LateText label={word} value={nameOf(byColumn.assign[word] ?? (recipe.categories.some(({ id }) => id === word) ? word : undefined))} options={names} onChange={(name) => choose(name, (id) => ({ ...byColumn, assign: { ...byColumn.assign, [word]: id } }))} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
