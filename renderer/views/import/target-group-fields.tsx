import { freeId, slug } from '#app/domain/source/plain-ids.ts';
import type { Recipe, RecipeInstitutions } from '#app/exchange/import/recipe/recipe-schema.ts';
import { changeRecipe } from '../../commands/import/change-recipe.ts';
import { Button } from '../../components/button.tsx';
import { CheckList } from '../../components/check-list.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import { withoutKey } from '../../state/without-key.ts';
import { wordsOfColumn, type WordRows } from './column-words.ts';
import { LateText } from './late-text.tsx';
import { columnOptions } from './part-source.ts';

/** Names of columns never begin with a space. */
const NONE = ' none';
const FIXED = ' fixed';
const FLAGS = ' flags';

type Groups = RecipeInstitutions['targetGroups'];

/** Whom the institutions are for: the same for all, the words of a column, or columns that say yes or no. */
export function TargetGroupFields({ list, index, words }: { readonly list: RecipeInstitutions; readonly index: number; readonly words: WordRows }) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const known = usePart('import', (state) => state.draft.recipe.targetGroups);
  const groups = list.targetGroups;
  const note = { key: 'importWorkbench.step.institutions', values: { name: list.id } } as const;
  const put = (next: Groups) => changeRecipe(workspace, note, (recipe) => withGroups(recipe, index, next));
  /** A target group by its name; a new one joins the list in the same step. */
  const choose = (name: string, next: (id: string) => Groups) =>
    changeRecipe(workspace, note, (recipe) => {
      const id = recipe.targetGroups.find((group) => group.name === name)?.id ?? freeId(slug(name, 'group'), (taken) => recipe.targetGroups.some((group) => group.id === taken));
      const named: Recipe = recipe.targetGroups.some((group) => group.id === id) ? recipe : { ...recipe, targetGroups: [...recipe.targetGroups, { id, name }] };
      return withGroups(named, index, next(id));
    });
  const nameOf = (id: string | undefined) => known.find((group) => group.id === id)?.name ?? id ?? '';
  const names = known.map(({ name }) => name);
  const byColumn = groups !== undefined && 'column' in groups ? groups : undefined;
  const flags = groups !== undefined && 'flags' in groups ? groups.flags : undefined;
  const fixed = groups !== undefined && 'fixed' in groups ? groups.fixed : undefined;
  const from = (id: string) => put(id === NONE ? undefined : id === FIXED ? { fixed: [] } : id === FLAGS ? { flags: {} } : { column: id, separator: byColumn?.separator ?? ',', assign: {} });
  return (
    <>
      <h3>{t('importWorkbench.institutions.targetGroups')}</h3>
      <div className="table-settings">
        <SelectField
          label={t('importWorkbench.institutions.targetGroupsFrom')}
          options={[
            { id: NONE, name: t('importWorkbench.institutions.noGroups') },
            { id: FIXED, name: t('importWorkbench.institutions.groupsFixed') },
            { id: FLAGS, name: t('importWorkbench.institutions.groupsFlags') },
            ...columnOptions(words.columns, byColumn?.column),
          ]}
          value={byColumn?.column ?? (flags !== undefined ? FLAGS : fixed !== undefined ? FIXED : NONE)}
          onChange={from}
        />
        {byColumn === undefined ? undefined : <LateText label={t('importWorkbench.institutions.separator')} value={byColumn.separator} onChange={(separator) => (separator === '' ? undefined : put({ ...byColumn, separator }))} />}
        {flags === undefined ? undefined : (
          <SelectField
            label={t('importWorkbench.institutions.anotherColumn')}
            placeholder={t('importWorkbench.institutions.anotherColumn')}
            options={columnOptions(words.columns, undefined).filter(({ id }) => !Object.hasOwn(flags, id))}
            value={undefined}
            onChange={(column) => choose(words.columns.find(({ reference }) => reference === column)?.header ?? column, (id) => ({ flags: { ...flags, [column]: id } }))}
          />
        )}
        {fixed === undefined ? undefined : <LateText key={known.length} label={t('importWorkbench.institutions.newGroup')} value="" options={names} onChange={(name) => (name.trim() === '' ? undefined : choose(name, (id) => ({ fixed: [...new Set([...fixed, id])] })))} />}
      </div>
      {fixed === undefined || known.length === 0 ? undefined : <CheckList columns={2} label={t('importWorkbench.institutions.targetGroups')} options={known.map(({ id, name }) => ({ id, name }))} value={fixed} onChange={(next) => put({ fixed: next })} />}
      {byColumn === undefined ? undefined : (
        <ul className="word-list">
          {wordsOfColumn(words, byColumn.column, byColumn.separator, Object.keys(byColumn.assign)).map((word) => (
            <li key={word}>
              <LateText
                label={t('importWorkbench.institutions.groupOf', { word })}
                value={nameOf(byColumn.assign[word] ?? (known.some(({ id }) => id === word) ? word : undefined))}
                options={names}
                onChange={(name) => (name.trim() === '' ? put({ ...byColumn, assign: withoutKey(byColumn.assign, word) }) : choose(name, (id) => ({ ...byColumn, assign: { ...byColumn.assign, [word]: id } })))}
              />
            </li>
          ))}
        </ul>
      )}
      {flags === undefined ? undefined : (
        <ul className="word-list">
          {Object.entries(flags).map(([column, group]) => (
            <li key={column} className="row-wrap">
              <LateText label={t('importWorkbench.institutions.flagOf', { name: column })} value={nameOf(group)} options={names} onChange={(name) => (name.trim() === '' ? undefined : choose(name, (id) => ({ flags: { ...flags, [column]: id } })))} />
              <Button small kind="quiet" icon="close" name={t('importWorkbench.institutions.removeColumn', { name: column })} onPress={() => put({ flags: withoutKey(flags, column) })} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

const withGroups = (recipe: Recipe, index: number, groups: Groups): Recipe => ({
  ...recipe,
  institutions: recipe.institutions.map((list, place) => (place !== index ? list : groups === undefined ? withoutKey(list, 'targetGroups') : { ...list, targetGroups: groups })),
});
