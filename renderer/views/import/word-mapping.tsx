import type { TableColumn } from '#app/domain/source/columns.ts';
import { plainText } from '#app/domain/source/columns.ts';
import type { RawCell } from '#app/domain/source/source-parts.ts';
import type { Recipe, RecipeInstitutions } from '#app/exchange/import/recipe/recipe-schema.ts';
import { freeId, slug } from '#app/domain/source/plain-ids.ts';
import { changeRecipe, setRecipe } from '../../commands/import/change-recipe.ts';
import { CheckList } from '../../components/check-list.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import { LateText } from './late-text.tsx';
import { columnOptions } from './part-source.ts';

const FIXED = ' fixed';

type Properties = { readonly list: RecipeInstitutions; readonly index: number; readonly columns: readonly TableColumn[]; readonly rows: readonly (readonly RawCell[])[]; readonly headerLast: number };

/** What the institutions are and whom they are for: one category for all, or the words of a column, each with its category. */
export function WordMapping({ list, index, columns, rows, headerLast }: Properties) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const recipe = usePart('import', (state) => state.draft.recipe);
  const note = { key: 'importWorkbench.step.institutions', values: { name: list.id } } as const;
  const { category } = list;
  const byColumn = 'column' in category ? category : undefined;
  const position = byColumn === undefined ? -1 : columns.findIndex(({ reference, letter }) => reference === byColumn.column || `@${letter}` === byColumn.column);
  const words = position < 0 ? [] : [...new Set(rows.slice(headerLast).map((row) => plainText(row[position])).filter((word) => word !== ''))].slice(0, 60);
  const nameOf = (id: string | undefined) => recipe.categories.find((known) => known.id === id)?.name ?? id ?? '';
  const names = recipe.categories.map(({ name }) => name);
  /** A category by its name; one that is new is added to the list of categories in the same step. */
  const choose = (name: string, put: (id: string) => RecipeInstitutions['category']) => {
    if (name.trim() === '') return;
    changeRecipe(workspace, note, (before) => {
      const known = before.categories.find((other) => other.name === name);
      const id = known?.id ?? freeId(slug(name, 'category'), (taken) => before.categories.some((category) => category.id === taken));
      const next: Recipe = known === undefined ? { ...before, categories: [...before.categories, { id, name }] } : before;
      return { ...next, institutions: next.institutions.map((other, place) => (place === index ? { ...other, category: put(id) } : other)) };
    });
  };
  const groups = list.targetGroups !== undefined && 'fixed' in list.targetGroups ? list.targetGroups.fixed : [];
  return (
    <section className="section">
      <h3>{t('importWorkbench.institutions.category')}</h3>
      <div className="table-settings">
        <SelectField
          label={t('importWorkbench.institutions.categoryFrom')}
          options={[{ id: FIXED, name: t('importWorkbench.institutions.oneForAll') }, ...columnOptions(columns, byColumn?.column)]}
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
      {recipe.targetGroups.length === 0 || (list.targetGroups !== undefined && !('fixed' in list.targetGroups)) ? (
        list.targetGroups === undefined ? undefined : <p className="note">{t('importWorkbench.institutions.targetGroupsByColumn')}</p>
      ) : (
        <CheckList columns={2} label={t('importWorkbench.institutions.targetGroups')} options={recipe.targetGroups.map(({ id, name }) => ({ id, name }))} value={groups} onChange={(fixed) => setRecipe(workspace, ['institutions', index, 'targetGroups'], { fixed }, note)} />
      )}
    </section>
  );
}
