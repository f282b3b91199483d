import type { RecipeTable } from '#app/exchange/import/recipe/recipe-schema.ts';
import { changeRecipe, removePart, setRecipe } from '../../commands/import/change-recipe.ts';
import { Button } from '../../components/button.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import { crosswalkSources, unusedCrosswalks, withNewCrosswalk } from '../../state/crosswalks.ts';
import { CrosswalkMethod } from './crosswalk-method.tsx';
import { shortName } from './short-name.ts';
import { CROSSWALK_PLACE } from './show-crosswalk.ts';

/** Ids never begin with a space. */
const NONE = ' none';

/** A table of older areas: the crosswalk it speaks through, a new one from a table or from old outlines, and what it does to counts and rates. */
export function CrosswalkFields({ table, index }: { readonly table: RecipeTable; readonly index: number }) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const state = usePart('import', (whole) => whole);
  const { recipe } = state.draft;
  const sources = crosswalkSources(state);
  if (!('level' in table.area)) return undefined;
  const chosen = table.area.crosswalk;
  const at = recipe.crosswalks.findIndex(({ id }) => id === chosen);
  const crosswalk = recipe.crosswalks[at];
  const unused = unusedCrosswalks(recipe);
  const known = recipe.crosswalks.map(({ id }) => ({ id, name: id }));
  const isOnlyIn = (path: string) => sources.filter((other) => other.path === path).length === 1;
  const note = { key: 'importWorkbench.step.table', values: { name: table.id } } as const;
  return (
    <div role="group" aria-label={t('importWorkbench.crosswalk.title')} className="stack" {...{ [CROSSWALK_PLACE]: '' }}>
      <p className="note">{t('importWorkbench.crosswalk.title')}</p>
      <div className="table-settings">
        <SelectField
          label={t('importWorkbench.more.crosswalk')}
          // one that is named and not there is shown as it is
          options={[{ id: NONE, name: t('importWorkbench.crosswalk.none') }, ...known, ...(chosen === undefined || crosswalk !== undefined ? [] : [{ id: chosen, name: chosen }])]}
          value={chosen ?? NONE}
          onChange={(id) => setRecipe(workspace, ['tables', index, 'area', 'crosswalk'], id === NONE ? undefined : id, note)}
        />
        {sources.length === 0 ? undefined : (
          <SelectField
            label={t('importWorkbench.crosswalk.add')}
            placeholder={t('importWorkbench.crosswalk.choose')}
            options={sources.map(({ kind, path, sheet, layer }, place) => ({ id: String(place), name: t(`importWorkbench.crosswalk.from.${kind}`, { name: isOnlyIn(path) ? shortName(path) : (layer ?? sheet ?? path) }), note: isOnlyIn(path) ? undefined : shortName(path) }))}
            value={undefined}
            onChange={(choice) => {
              const source = sources[Number(choice)];
              if (source !== undefined) changeRecipe(workspace, { key: 'importWorkbench.crosswalk.step.add' }, (whole) => withNewCrosswalk(whole, index, source));
            }}
          />
        )}
      </div>
      {crosswalk === undefined ? undefined : <CrosswalkMethod key={crosswalk.id} crosswalk={crosswalk} index={at} />}
      <p className="note">{t('importWorkbench.crosswalk.lead')}</p>
      {unused.map(({ id, index: place }) => (
        <div key={id}>
          <Button small kind="quiet" onPress={() => removePart(workspace, 'crosswalks', place, id)}>
            {t('importWorkbench.crosswalk.remove', { name: id })}
          </Button>
        </div>
      ))}
    </div>
  );
}
