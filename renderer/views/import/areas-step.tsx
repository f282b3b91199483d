import { useMemo } from 'react';
import type { Recipe, RecipeLevel } from '#app/exchange/import/recipe/recipe-schema.ts';
import { freeId } from '#app/domain/source/plain-ids.ts';
import { formatNumber } from '#shared/i18n/number-format.ts';
import { changeRecipe, setRecipe } from '../../commands/import/change-recipe.ts';
import { goToImportStep, goToSubject } from '../../commands/import/go-to-import.ts';
import { Button } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { OutlineMap } from '../../components/outline-map.tsx';
import { Segments } from '../../components/segments.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextEntry } from '../../components/text-entry.tsx';
import { useLanguage, usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import { inspectionOf, lastPreview } from '../../state/import.ts';
import { CrsFinding } from './crs-finding.tsx';
import { KeyRuleFields } from './key-rule-fields.tsx';
import { listHeight } from './list-height.ts';
import { ParentFields } from './parent-fields.tsx';
import { PartHead } from './part-head.tsx';
import { columnOptions, sourceOf } from './part-source.ts';
import { Toggle } from './toggle.tsx';

const NOWHERE = ' none';

/** The levels of the city: where their outlines come from, their keys and names, and what nests in what. */
export function AreasStep() {
  const workspace = useWorkspace();
  const t = useTranslate();
  const state = usePart('import', (whole) => whole);
  const { levels } = state.draft.recipe;
  const chosen = Math.min(state.subject.areas ?? 0, levels.length - 1);
  const level = levels[chosen];
  return (
    <div className="bench-body">
      <div className="bench-tools">
        {levels.length === 0 ? undefined : (
          <Segments label={t('importWorkbench.areas.levels')} options={levels.map(({ name }, index) => ({ id: String(index), name }))} value={String(chosen)} onChange={(index) => goToSubject(workspace, 'areas', Number(index))} />
        )}
        <span className="grow" />
        <AddLevel />
      </div>
      {level === undefined ? (
        <EmptyState title={t('importWorkbench.areas.emptyTitle')} actions={<Button onPress={() => goToImportStep(workspace, 'files')}>{t('importWorkbench.toFiles')}</Button>}>
          <p>{t('importWorkbench.areas.emptyLead')}</p>
        </EmptyState>
      ) : (
        <LevelDetail key={level.id} level={level} index={chosen} />
      )}
    </div>
  );
}

/** A level from a layer that no level uses yet, or the whole city from the finest one. */
function AddLevel() {
  const workspace = useWorkspace();
  const t = useTranslate();
  const state = usePart('import', (whole) => whole);
  const { recipe, files } = state.draft;
  const layers = files.flatMap((file) => {
    const id = recipe.files.find(({ path }) => path === file.name)?.id;
    return (inspectionOf(state, file)?.layers ?? []).filter(({ geometryTypes }) => geometryTypes.some((type) => type.includes('Polygon'))).map((layer, _index, all) => ({ file, id, layer, name: all.length === 1 ? stemOf(file.name) : layer.name }));
  });
  const options = [
    ...layers.map(({ file, name }, index) => ({ id: String(index), name: t('importWorkbench.areas.fromLayer', { name }), note: file.name })),
    ...(recipe.levels.length > 0 && !recipe.levels.some(({ areas }) => 'dissolve' in areas && areas.whole !== undefined) ? [{ id: 'whole', name: t('importWorkbench.areas.wholeCity') }] : []),
  ];
  const add = (choice: string) => {
    const picked = layers[Number(choice)];
    changeRecipe(workspace, { key: 'importWorkbench.step.addLevel' }, (before) => (choice === 'whole' ? withWholeCity(before, t('importWorkbench.areas.wholeName')) : picked === undefined ? before : withLayer(before, picked.file.name, picked, picked.layer.fields.map(({ name }) => name))));
  };
  if (options.length === 0) return undefined;
  return <SelectField hideLabel label={t('importWorkbench.areas.add')} placeholder={t('importWorkbench.areas.add')} options={options} value={undefined} onChange={add} />;
}

/** A file with a single layer is known by its own name: layers are often called as the query that wrote them ("SELECT"). */
const stemOf = (path: string): string => path.replace(/^.*\//, '').replace(/\.[^.]+$/, '');

function withLayer(recipe: Recipe, path: string, { layer: { name: layer }, name }: { readonly layer: { readonly name: string }; readonly name: string }, fields: readonly string[]): Recipe {
  const known = recipe.files.find((file) => file.path === path);
  const stem = stemOf(path);
  const file = known ?? { id: freeId(stem, (id) => recipe.files.some((other) => other.id === id), '-'), path, swapAxes: false };
  const [first = '', second = first] = fields;
  const level: RecipeLevel = {
    id: freeId(name, (id) => recipe.levels.some((level) => level.id === id), '-'),
    name,
    singular: name,
    plural: name,
    areas: { file: file.id, layer, key: { column: first, prefix: '' }, name: { column: second, withoutNumber: false }, where: [], merge: false, repair: true },
  };
  return { ...recipe, files: known === undefined ? [...recipe.files, file] : recipe.files, levels: [...recipe.levels, level] };
}

function withWholeCity(recipe: Recipe, word: string): Recipe {
  const [finest] = [...recipe.levels].reverse();
  if (finest === undefined) return recipe;
  const id = freeId('city', (id) => recipe.levels.some((level) => level.id === id), '-');
  const level: RecipeLevel = { id, name: word, singular: word, plural: word, areas: { dissolve: finest.id, whole: { key: recipe.city.ags, name: recipe.city.name } } };
  const top = recipe.levels.map((other) => (other.nestsIn === undefined && 'file' in other.areas ? { ...other, nestsIn: id, areas: { ...other.areas, parent: { by: 'whole' as const } } } : other));
  return { ...recipe, levels: [level, ...top] };
}

function LevelDetail({ level, index }: { readonly level: RecipeLevel; readonly index: number }) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const language = useLanguage();
  const state = usePart('import', (whole) => whole);
  const preview = lastPreview(state)?.value;
  const note = { key: 'importWorkbench.step.level', values: { name: level.name } } as const;
  const set = (path: readonly (string | number)[], value: unknown) => setRecipe(workspace, ['levels', index, ...path], value, note);
  const areas = useMemo(() => (preview?.areas ?? []).filter((area) => area.level === level.id), [preview, level.id]);
  const parents = new Map((preview?.areas ?? []).map(({ id, level: of, name }) => [`${of} ${id}`, name]));
  const source = 'file' in level.areas ? sourceOf(state, level.areas) : undefined;
  const shapes = useMemo(() => {
    const built = areas.flatMap(({ id, name, outline }) => (outline === undefined ? [] : [{ key: id, name, geometry: outline }]));
    return built.length > 0 ? built : (source?.layer?.outline ?? []).map((geometry, place) => ({ key: String(place), name: '', geometry }));
  }, [areas, source?.layer]);
  const others = state.draft.recipe.levels.filter(({ id }) => id !== level.id);
  return (
    <>
      <PartHead list="levels" index={index} name={level.name} />
      {source?.layer === undefined ? undefined : <CrsFinding file={source.file} layer={source.layer} level={level.id} />}
      <div className="level-detail">
        <div className="bench-form stack">
          <div className="two-columns">
            {(['name', 'singular', 'plural'] as const).map((field) => (
              <TextEntry key={field} label={t(`importWorkbench.areas.${field}`)} value={level[field]} onChange={(value) => set([field], value)} required />
            ))}
            <SelectField
              label={t('importWorkbench.areas.nestsIn')}
              options={[{ id: NOWHERE, name: t('importWorkbench.areas.nowhere') }, ...others.map(({ id, name }) => ({ id, name }))]}
              value={level.nestsIn ?? NOWHERE}
              onChange={(id) => set(['nestsIn'], id === NOWHERE ? undefined : id)}
            />
          </div>
          {'file' in level.areas && source !== undefined ? (
            <>
              <div className="two-columns">
                <SelectField label={t('importWorkbench.areas.key')} options={columnOptions(source.columns, level.areas.key.column)} value={level.areas.key.column} onChange={(column) => set(['areas', 'key', 'column'], column)} />
                <SelectField label={t('importWorkbench.areas.areaName')} options={columnOptions(source.columns, level.areas.name.column)} value={level.areas.name.column} onChange={(column) => set(['areas', 'name', 'column'], column)} />
              </div>
              <Toggle label={t('importWorkbench.areas.withoutNumber')} on={level.areas.name.withoutNumber} onChange={(on) => set(['areas', 'name', 'withoutNumber'], on)} />
              <Toggle label={t('importWorkbench.areas.merge')} on={level.areas.merge} onChange={(on) => set(['areas', 'merge'], on)} />
              <KeyRuleFields rule={level.areas.key} onChange={(key, value) => set(['areas', 'key', key], value)} />
              {level.nestsIn === undefined ? undefined : <ParentFields parent={level.areas.parent} columns={source.columns} onChange={(parent) => set(['areas', 'parent'], parent)} />}
            </>
          ) : 'dissolve' in level.areas ? (
            <>
              <p className="note">{t('importWorkbench.areas.dissolved', { level: others.find(({ id }) => 'dissolve' in level.areas && id === level.areas.dissolve)?.plural ?? level.areas.dissolve })}</p>
              {level.areas.whole === undefined ? undefined : <TextEntry label={t('importWorkbench.areas.areaName')} value={level.areas.whole.name} onChange={(value) => set(['areas', 'whole', 'name'], value)} />}
            </>
          ) : (
            <p className="callout danger">{t('importWorkbench.fileGone')}</p>
          )}
        </div>
        {shapes.length === 0 ? <p className="note outline-empty">{t('importWorkbench.areas.noOutline')}</p> : <OutlineMap label={t('importWorkbench.areas.mapOf', { name: level.plural })} shapes={shapes} />}
      </div>
      {areas.length === 0 ? undefined : (
        <div className="bench-list tall" style={{ height: listHeight(areas.length) }}>
          <DataTable
            name={t('importWorkbench.areas.list', { plural: level.plural, count: formatNumber(areas.length, 0, language) })}
            rows={areas}
            keyOf={({ id }) => id}
            columns={[
              { id: 'id', header: t('importWorkbench.areas.key'), width: 140, text: ({ id }) => id },
              { id: 'name', header: t('importWorkbench.areas.areaName'), width: 240, grows: true, text: ({ name }) => name },
              { id: 'parent', header: t('importWorkbench.areas.parent'), width: 220, grows: true, text: ({ parent }) => (parent === undefined ? '' : (parents.get(`${level.nestsIn ?? ''} ${parent}`) ?? parent)) },
            ]}
          />
        </div>
      )}
    </>
  );
}
