import { useState } from 'react';
import type { RecipeIndicator } from '#app/exchange/import/recipe/recipe-schema.ts';
import { changeRecipe } from '../../commands/import/change-recipe.ts';
import { goToImportStep, goToSubject } from '../../commands/import/go-to-import.ts';
import { Button } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import { IndicatorForm } from './indicator-form.tsx';
import { wholeHeight } from './list-height.ts';
import { PartHead, usePartState } from './part-head.tsx';
import { PublishedClasses } from './published-classes.tsx';
import { Toggle } from './toggle.tsx';

/** Every indicator with its full record; several can be changed at once. */
export function IndicatorsStep() {
  const workspace = useWorkspace();
  const t = useTranslate();
  const { recipe } = usePart('import', (state) => state.draft);
  const subject = usePart('import', (state) => state.subject.indicators ?? 0);
  const partState = usePartState();
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const { indicators } = recipe;
  if (indicators.length === 0) {
    return (
      <div className="bench-body">
        <EmptyState title={t('importWorkbench.indicators.emptyTitle')} actions={<Button onPress={() => goToImportStep(workspace, 'tables')}>{t('importWorkbench.toTables')}</Button>}>
          <p>{t('importWorkbench.indicators.emptyLead')}</p>
        </EmptyState>
        <PublishedClasses />
      </div>
    );
  }
  const chosen = Math.min(subject, indicators.length - 1);
  const indicator = indicators[chosen];
  const bulk = indicators.filter(({ id }) => marked.has(id));
  const topics = new Map(recipe.topics.map(({ id, name }) => [id, name]));
  const rows = indicators.map((entry, index) => ({ entry, index }));
  const mark = (id: string, on: boolean) => setMarked((before) => new Set(on ? [...before, id] : [...before].filter((other) => other !== id)));
  const change = (ids: ReadonlySet<string>, name: string) => (values: Partial<RecipeIndicator>) =>
    changeRecipe(workspace, { key: 'importWorkbench.step.indicator', values: { name } }, (before) => ({
      ...before,
      indicators: before.indicators.map((entry) => (ids.has(entry.id) ? withoutEmpty({ ...entry, ...values }) : entry)),
    }));
  return (
    <div className="bench-body split">
      <div className="bench-list" style={{ flexBasis: `min(42%, ${wholeHeight(indicators.length)}px)` }}>
        <DataTable
          level={2}
          name={t('importWorkbench.indicators.list')}
          rows={rows}
          keyOf={({ index }) => String(index)}
          selected={String(chosen)}
          onSelect={({ index }) => goToSubject(workspace, 'indicators', index)}
          tools={
            <Button small kind="quiet" onPress={() => setMarked(new Set(marked.size === indicators.length ? [] : indicators.map(({ id }) => id)))}>
              {marked.size === indicators.length ? t('importWorkbench.indicators.markNone') : t('importWorkbench.indicators.markAll')}
            </Button>
          }
          columns={[
            { id: 'mark', header: t('importWorkbench.indicators.mark'), width: 76, text: () => '', cell: ({ entry }) => <Toggle hideLabel label={t('importWorkbench.indicators.markOne', { name: entry.title })} on={marked.has(entry.id)} onChange={(on) => mark(entry.id, on)} /> },
            { id: 'title', header: t('importWorkbench.indicators.title'), width: 240, grows: true, text: ({ entry }) => entry.title },
            { id: 'topic', header: t('importWorkbench.indicators.topic'), width: 130, text: ({ entry }) => topics.get(entry.topic) ?? entry.topic },
            { id: 'unit', header: t('importWorkbench.indicators.unit'), width: 100, text: ({ entry }) => entry.unit },
            { id: 'direction', header: t('importWorkbench.indicators.direction'), width: 150, text: ({ entry }) => t(`importWorkbench.direction.${entry.direction}`) },
            { id: 'state', header: t('importWorkbench.files.state'), width: 130, text: ({ index }) => partState('indicators', index) },
          ]}
        />
      </div>
      <div className="bench-detail">
        {bulk.length > 1 ? (
          <>
            <h2>{t('importWorkbench.indicators.bulk', { count: bulk.length })}</h2>
            <p className="note">{t('importWorkbench.indicators.bulkNote')}</p>
            <IndicatorForm indicators={bulk} onChange={change(new Set(bulk.map(({ id }) => id)), t('importWorkbench.indicators.bulk', { count: bulk.length }))} />
          </>
        ) : indicator === undefined ? undefined : (
          <>
            <PartHead list="indicators" index={chosen} name={indicator.title} />
            <IndicatorForm key={indicator.id} indicators={[indicator]} onChange={change(new Set([indicator.id]), indicator.title)} />
          </>
        )}
        <PublishedClasses />
      </div>
    </div>
  );
}

/** A key without a value would stand in the recipe. */
const withoutEmpty = (indicator: RecipeIndicator): RecipeIndicator => Object.fromEntries(Object.entries(indicator).filter(([, value]) => value !== undefined)) as RecipeIndicator;
