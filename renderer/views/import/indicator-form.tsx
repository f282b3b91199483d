import type { RecipeIndicator } from '#app/exchange/import/recipe/recipe-schema.ts';
import { freeId, slug } from '#app/domain/source/plain-ids.ts';
import { changeRecipe } from '../../commands/import/change-recipe.ts';
import { CheckList } from '../../components/check-list.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { NumberEntry } from '../../components/text-entry.tsx';
import { usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import { LateText } from './late-text.tsx';
import { Toggle } from './toggle.tsx';

const FORMS = ['absolute', 'relative', 'standardised'] as const;
const DIRECTIONS = ['higherIsWorse', 'higherIsBetter', 'neutral'] as const;
const KINDS = ['status', 'change'] as const;
/** Names of columns never begin with a space. */
const NONE = ' none';

type Properties = { readonly indicators: readonly RecipeIndicator[]; readonly onChange: (values: Partial<RecipeIndicator>) => void };

/** The record of one indicator, or what several have in common: a field that differs is empty until it is set for all. */
export function IndicatorForm({ indicators, onChange }: Properties) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const recipe = usePart('import', (state) => state.draft.recipe);
  const [first] = indicators;
  if (first === undefined) return undefined;
  const single = indicators.length === 1;
  const common = <Key extends keyof RecipeIndicator>(key: Key): RecipeIndicator[Key] | undefined => (indicators.every((other) => other[key] === first[key]) ? first[key] : undefined);
  const others = recipe.indicators.filter(({ id }) => !indicators.some((indicator) => indicator.id === id)).map(({ id, title }) => ({ id, name: title }));
  const optional = (options: readonly { readonly id: string; readonly name: string }[]) => [{ id: NONE, name: t('importWorkbench.indicators.none') }, ...options];
  const topicName = (id: string | undefined) => recipe.topics.find((topic) => topic.id === id)?.name ?? id ?? '';
  const setTopic = (name: string) => {
    if (name.trim() === '' || name === topicName(common('topic'))) return;
    const known = recipe.topics.find((topic) => topic.name === name);
    const id = known?.id ?? freeId(slug(name, 'topic'), (taken) => recipe.topics.some((topic) => topic.id === taken));
    if (known === undefined) changeRecipe(workspace, { key: 'importWorkbench.step.topic', values: { name } }, (before) => ({ ...before, topics: [...before.topics, { id, name }] }));
    onChange({ topic: id });
  };
  return (
    <div className="bench-form two-columns">
      {single ? <LateText label={t('importWorkbench.indicators.title')} value={first.title} onChange={(title) => onChange({ title })} required /> : undefined}
      <TopicField key={`topic ${first.id} ${topicName(common('topic'))}`} value={topicName(common('topic'))} options={recipe.topics.map(({ name }) => name)} onChange={setTopic} />
      <LateText label={t('importWorkbench.indicators.unit')} value={common('unit') ?? ''} onChange={(unit) => onChange({ unit })} />
      <NumberEntry label={t('importWorkbench.indicators.decimals')} value={common('decimals')} least={0} most={10} onChange={(decimals) => onChange({ decimals: decimals ?? 0 })} />
      <SelectField label={t('importWorkbench.indicators.form')} options={FORMS.map((id) => ({ id, name: t(`importWorkbench.form.${id}`) }))} value={common('form')} onChange={(form) => onChange({ form: FORMS.find((id) => id === form) ?? 'absolute' })} />
      <SelectField label={t('importWorkbench.indicators.direction')} options={DIRECTIONS.map((id) => ({ id, name: t(`importWorkbench.direction.${id}`) }))} value={common('direction')} onChange={(direction) => onChange({ direction: DIRECTIONS.find((id) => id === direction) ?? 'neutral' })} />
      <SelectField label={t('importWorkbench.indicators.kind')} options={KINDS.map((id) => ({ id, name: t(`importWorkbench.kind.${id}`) }))} value={common('kind')} onChange={(kind) => onChange({ kind: KINDS.find((id) => id === kind) ?? 'status' })} />
      {single ? (
        <>
          <SelectField label={t('importWorkbench.indicators.numerator')} options={optional(others)} value={first.numerator ?? NONE} onChange={(id) => onChange({ numerator: id === NONE ? undefined : id })} />
          <SelectField label={t('importWorkbench.indicators.denominator')} options={optional(others)} value={first.denominator ?? NONE} onChange={(id) => onChange({ denominator: id === NONE ? undefined : id })} />
        </>
      ) : (
        <SelectField label={t('importWorkbench.indicators.denominator')} options={optional(others)} value={common('denominator')} onChange={(id) => onChange({ denominator: id === NONE ? undefined : id })} />
      )}
      <NumberEntry label={t('importWorkbench.indicators.computedPer')} value={common('computedPer')} least={1} most={1_000_000} onChange={(computedPer) => onChange({ computedPer })} />
      <NumberEntry label={t('importWorkbench.indicators.minimumNumerator')} value={common('minimumNumerator')} least={0} most={1000} onChange={(value) => onChange({ minimumNumerator: value ?? 0 })} />
      <NumberEntry label={t('importWorkbench.indicators.minimumDenominator')} value={common('minimumDenominator')} least={0} most={10_000} onChange={(value) => onChange({ minimumDenominator: value ?? 0 })} />
      <SourceField value={common('source')} onChange={(source) => onChange({ source })} />
      <LateText label={t('importWorkbench.indicators.licence')} value={common('licence') ?? ''} onChange={(licence) => onChange({ licence })} />
      <div className="stack">
        <Toggle label={t('importWorkbench.indicators.additive')} on={common('additive') ?? false} onChange={(additive) => onChange({ additive })} />
        {recipe.levels.length < 2 || !single ? undefined : (
          <CheckList label={t('importWorkbench.indicators.aggregateTo')} options={recipe.levels.map(({ id, plural }) => ({ id, name: plural }))} value={first.aggregateTo} onChange={(aggregateTo) => onChange({ aggregateTo })} />
        )}
      </div>
      {single ? <LateText label={t('importWorkbench.indicators.interpretation')} value={first.interpretation} lines={2} onChange={(interpretation) => onChange({ interpretation })} /> : undefined}
      {single ? <LateText label={t('importWorkbench.indicators.process')} value={first.process} lines={2} onChange={(process) => onChange({ process })} /> : undefined}
    </div>
  );
}

/** A topic of the list or a new one; it is taken when the field is left. */
function TopicField({ value, options, onChange }: { readonly value: string; readonly options: readonly string[]; readonly onChange: (name: string) => void }) {
  const t = useTranslate();
  return <LateText label={t('importWorkbench.indicators.topic')} value={value} options={options} onChange={onChange} />;
}

function SourceField({ value, onChange }: { readonly value: string | undefined; readonly onChange: (id: string | undefined) => void }) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const sources = usePart('import', (state) => state.draft.recipe.sources);
  const title = sources.find(({ id }) => id === value)?.title ?? value ?? '';
  const take = (text: string) => {
    if (text === title) return;
    if (text.trim() === '') return onChange(undefined);
    const known = sources.find((source) => source.title === text);
    const id = known?.id ?? freeId(slug(text, 'source'), (taken) => sources.some((source) => source.id === taken));
    if (known === undefined) changeRecipe(workspace, { key: 'importWorkbench.step.source', values: { name: text } }, (before) => ({ ...before, sources: [...before.sources, { id, title: text, publisher: '', licence: '' }] }));
    onChange(id);
  };
  return <LateText key={`source ${title}`} label={t('common.source')} value={title} options={sources.map((source) => source.title)} onChange={take} />;
}
