import { asDate } from '#shared/ids.ts';
import { addPopulation, changePopulationKind, removePopulation, type Population, type PopulationKind } from '../../commands/import/add-population.ts';
import { acceptPart, setRecipe } from '../../commands/import/change-recipe.ts';
import { Button } from '../../components/button.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { benchSources, sourceColumns, type BenchSource } from '../../state/bench-sources.ts';
import { usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import { lastPreview } from '../../state/import.ts';
import { today } from '../../state/register.ts';
import { DateEntry } from '../measures/date-entry.tsx';
import { AgeGroupRows } from './age-group-rows.tsx';
import { cityCrs } from './city-crs.ts';
import { HeaderFields } from './header-fields.tsx';
import { fileOf } from './part-source.ts';
import { PopulationPlaceFields } from './population-place-fields.tsx';
import { SourceSelect } from './source-select.tsx';

/** How many people of which age live where; coverage counts them. */
export function PopulationSection() {
  const workspace = useWorkspace();
  const t = useTranslate();
  const state = usePart('import', (whole) => whole);
  const { population } = state.draft.recipe;
  const sources = benchSources(state);
  const crs = cityCrs(state.draft.recipe, lastPreview(state)?.value);
  const take = (source: BenchSource) => addPopulation(workspace, source, { cityCrs: crs, today: today(), everyone: t('importWorkbench.population.everyone') });
  return (
    <section className="section">
      <h2>{t('importWorkbench.population.title')}</h2>
      <p className="note">{t('importWorkbench.population.lead')}</p>
      {population !== undefined ? (
        <PopulationFields population={population} sources={sources} cityCrs={crs} onTake={take} />
      ) : sources.length === 0 ? undefined : (
        <div className="address-add">
          <SourceSelect adds label={t('importWorkbench.population.add')} sources={sources} onChange={take} />
        </div>
      )}
    </section>
  );
}

type Properties = { readonly population: Population; readonly sources: readonly BenchSource[]; readonly cityCrs: string; readonly onTake: (source: BenchSource) => void };

function PopulationFields({ population, sources, cityCrs: crs, onTake }: Properties) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const state = usePart('import', (whole) => whole);
  const set = (path: readonly (string | number)[], value: unknown) => setRecipe(workspace, ['population', ...path], value, { key: 'importWorkbench.step.population' });
  const { from } = population;
  const path = fileOf(state, from.file)?.name;
  const own = sources.filter((source) => source.path === path);
  const sheet = 'sheet' in from ? from.sheet : undefined;
  const source = own.find(({ name, layer }) => (from.layer !== undefined ? layer === from.layer : sheet !== undefined ? layer === undefined && name === sheet : true));
  const columns = source === undefined ? [] : sourceColumns(source, 'header' in from ? from.header : [1, 1]);
  const kinds: readonly PopulationKind[] = source?.layer === undefined ? ['areas', 'coordinates', 'grid'] : ['layer', 'areas', 'coordinates', 'grid'];
  const proposed = state.draft.proposed.includes('population');
  return (
    <>
      {source === undefined ? <p className="callout danger">{t('importWorkbench.fileGone')}</p> : undefined}
      <div className="table-settings">
        <SourceSelect label={t('importWorkbench.population.source')} sources={sources} value={source} onChange={onTake} />
        <SelectField label={t('importWorkbench.population.kind')} options={kinds.map((id) => ({ id, name: t(`importWorkbench.population.kinds.${id}`) }))} value={from.by} onChange={(kind) => (source === undefined ? undefined : changePopulationKind(workspace, source, kind as PopulationKind, crs))} />
        {'header' in from && source?.layer === undefined ? <HeaderFields header={from.header} onChange={(header) => set(['from', 'header'], header)} /> : undefined}
        <PopulationPlaceFields from={from} columns={columns} onChange={(next) => set(['from'], next)} />
        <DateEntry label={t('importWorkbench.population.day')} value={asDate(population.date)} onChange={(day) => (day === undefined ? undefined : set(['date'], day))} />
      </div>
      <h3>{t('importWorkbench.population.groups')}</h3>
      <AgeGroupRows groups={population.ageGroups} columns={columns} onChange={(groups) => set(['ageGroups'], groups)} />
      <div className="row-wrap">
        {proposed ? (
          <Button small onPress={() => acceptPart(workspace, 'population', t('importWorkbench.population.title'))}>
            {t('importWorkbench.part.accept')}
          </Button>
        ) : undefined}
        <Button small kind="danger" onPress={() => removePopulation(workspace)}>
          {t('importWorkbench.population.remove')}
        </Button>
      </div>
    </>
  );
}
