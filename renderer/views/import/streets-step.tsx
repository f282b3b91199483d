import type { Recipe } from '#app/exchange/import/recipe/recipe-schema.ts';
import { formatNumber } from '#shared/i18n/number-format.ts';
import { changeRecipe, setRecipe } from '../../commands/import/change-recipe.ts';
import { CheckList } from '../../components/check-list.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Button } from '../../components/button.tsx';
import { Facts } from '../../components/facts.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { chooseImportFiles } from '../../commands/import/add-files.ts';
import { removePart } from '../../commands/import/change-recipe.ts';
import { useLanguage, usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import { withoutKey } from '../../state/without-key.ts';
import { inspectionOf, lastPreview } from '../../state/import.ts';
import { PopulationSection } from './population-section.tsx';

const KINDS = ['water', 'green', 'rail', 'builtUp', 'mainRoad'] as const;
/** Names of columns never begin with a space. */
const NONE = ' none';

/** The walking network, the map ground and people by age: what coverage counts with. A city without them works: distances are then as the crow flies. */
export function StreetsStep() {
  const workspace = useWorkspace();
  const t = useTranslate();
  const language = useLanguage();
  const state = usePart('import', (whole) => whole);
  const { recipe, files } = state.draft;
  const maps = files.filter((file) => inspectionOf(state, file)?.kind === 'osm');
  const idOf = (name: string) => recipe.files.find(({ path }) => path === name)?.id;
  const streets = lastPreview(state)?.value.report.streets;
  const amount = (value: number) => formatNumber(value, 0, language);
  const fromOsm = recipe.context.findIndex((entry) => 'osm' in entry);
  const osmContext = recipe.context[fromOsm];
  const chosen = files.find(({ name }) => idOf(name) !== undefined && idOf(name) === recipe.streets?.osm)?.name ?? NONE;
  return (
    <div className="bench-body">
      {maps.length === 0 ? (
        <EmptyState title={t('importWorkbench.streets.emptyTitle')} actions={<Button onPress={() => void chooseImportFiles(workspace)}>{t('importWorkbench.files.add')}</Button>}>
          <p>{t('importWorkbench.streets.emptyLead')}</p>
        </EmptyState>
      ) : (
        <section className="section">
          <h2>{t('importWorkbench.streets.network')}</h2>
          <SelectField
            label={t('importWorkbench.streets.file')}
            options={[{ id: NONE, name: t('importWorkbench.streets.none') }, ...maps.map(({ name }) => ({ id: name, name }))]}
            value={chosen}
            onChange={(name) => changeRecipe(workspace, { key: 'importWorkbench.step.streets' }, (before) => withStreets(before, name))}
          />
          <p className="note">{t('importWorkbench.streets.rule')}</p>
          {streets === undefined ? undefined : (
            <Facts
              rows={[
                [t('importWorkbench.streets.nodes'), amount(streets.nodes)],
                [t('importWorkbench.streets.edges'), amount(streets.edges)],
                [t('importWorkbench.streets.length'), `${amount(Math.round(streets.metres / 1000))} km`],
                [t('importWorkbench.streets.components'), amount(streets.components)],
                [t('importWorkbench.streets.largest'), `${formatNumber(100 * streets.largestShare, 1, language)} %`],
                [t('importWorkbench.streets.barriers'), amount(streets.barriers)],
              ]}
            />
          )}
        </section>
      )}
      {maps.length === 0 && recipe.context.length === 0 ? undefined : (
        <section className="section">
          <h2>{t('importWorkbench.streets.context')}</h2>
          {osmContext === undefined || !('osm' in osmContext) ? (
            maps[0] === undefined ? undefined : (
              <div>
                <Button onPress={() => changeRecipe(workspace, { key: 'importWorkbench.step.context' }, (before) => withContext(before, maps[0]?.name ?? ''))}>{t('importWorkbench.streets.addContext', { file: maps[0].name })}</Button>
              </div>
            )
          ) : (
            <CheckList columns={2} label={t('importWorkbench.streets.kinds')} options={KINDS.map((id) => ({ id, name: t(`importWorkbench.context.${id}`) }))} value={osmContext.kinds} onChange={(kinds) => setRecipe(workspace, ['context', fromOsm, 'kinds'], KINDS.filter((id) => kinds.includes(id)), { key: 'importWorkbench.step.context' })} />
          )}
          <ul className="match-list">
            {recipe.context.map((entry, index) =>
              'osm' in entry ? undefined : (
                <li key={index} className="pair-row">
                  <span className="grow">
                    {entry.name} <span className="note">{t(`importWorkbench.context.${entry.kind}`)}</span>
                  </span>
                  <Button small kind="quiet" onPress={() => removePart(workspace, 'context', index, entry.name)}>
                    {t('importWorkbench.part.remove')}
                  </Button>
                </li>
              ),
            )}
          </ul>
        </section>
      )}
      <PopulationSection />
    </div>
  );
}

/** The recipe's file for a path, added when it is not there yet. */
function withFileEntry(recipe: Recipe, path: string): { readonly recipe: Recipe; readonly id: string } {
  const known = recipe.files.find((file) => file.path === path);
  if (known !== undefined) return { recipe, id: known.id };
  const id = path.replace(/^.*\//, '').replace(/(\.osm)?\.[^.]+$/, '');
  return { recipe: { ...recipe, files: [...recipe.files, { id, path, swapAxes: false }] }, id };
}

function withStreets(recipe: Recipe, path: string): Recipe {
  if (path === NONE) return withoutKey(recipe, 'streets');
  const { recipe: next, id } = withFileEntry(recipe, path);
  return { ...next, streets: { osm: id } };
}

function withContext(recipe: Recipe, path: string): Recipe {
  const { recipe: next, id } = withFileEntry(recipe, path);
  return { ...next, context: [...next.context, { osm: id, kinds: [...KINDS] }] };
}
