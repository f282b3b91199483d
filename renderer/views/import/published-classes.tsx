import { classOfStatus, classOfTrend } from '#app/domain/source/class-words.ts';
import { asDate } from '#shared/ids.ts';
import { addPublishedClasses, type PublishedClasses as Classes } from '../../commands/import/add-published-classes.ts';
import { setRecipe } from '../../commands/import/change-recipe.ts';
import { SelectField } from '../../components/select-field.tsx';
import { benchSources } from '../../state/bench-sources.ts';
import { usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import { today } from '../../state/register.ts';
import { DateEntry } from '../measures/date-entry.tsx';
import { AreaColumnFields } from './area-column-fields.tsx';
import { ClassWordFields } from './class-word-fields.tsx';
import { HeaderFields } from './header-fields.tsx';
import { PartHead } from './part-head.tsx';
import { columnOptions, layerRows, sourceOf } from './part-source.ts';
import { shortName } from './short-name.ts';
import { SourceSelect } from './source-select.tsx';

/** Names of columns never begin with a space. */
const FIXED = ' fixed';
const FORMS = ['year', 'month', 'quarter', 'day'] as const;
const STATUS = ['high', 'middle', 'low', 'veryLow'] as const;
const TREND = ['positive', 'stable', 'negative'] as const;

/** Classes of a social index as the office publishes them, to hold the computed ones against. */
export function PublishedClasses() {
  const workspace = useWorkspace();
  const t = useTranslate();
  const state = usePart('import', (whole) => whole);
  const sources = benchSources(state);
  const { publishedClasses } = state.draft.recipe;
  return (
    <section className="section">
      <h2>{t('importWorkbench.classes.title')}</h2>
      <p className="note">{t('importWorkbench.classes.lead')}</p>
      {publishedClasses.map((classes, index) => (
        <OneTable key={index} classes={classes} index={index} />
      ))}
      {sources.length === 0 ? undefined : (
        <div className="address-add">
          <SourceSelect adds label={t('importWorkbench.classes.add')} sources={sources} onChange={(source) => addPublishedClasses(workspace, source, today())} />
        </div>
      )}
    </section>
  );
}

function OneTable({ classes, index }: { readonly classes: Classes; readonly index: number }) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const state = usePart('import', (whole) => whole);
  const source = sourceOf(state, classes, classes.header);
  const set = (path: readonly (string | number)[], value: unknown) => setRecipe(workspace, ['publishedClasses', index, ...path], value, { key: 'importWorkbench.step.classes' });
  const columns = source?.columns ?? [];
  const words = { columns, rows: source?.table?.head ?? layerRows(source?.layer?.fields ?? []), headerLast: source?.layer === undefined ? classes.header[1] : 0 };
  const { date } = classes;
  const name = [shortName(source?.file.name ?? classes.file), classes.sheet ?? classes.layer].filter((part) => part !== undefined).join(' · ');
  return (
    <div className="stack-tight" role="group" aria-label={name}>
      <PartHead list="publishedClasses" index={index} name={name} />
      {source === undefined ? <p className="callout danger">{t('importWorkbench.fileGone')}</p> : undefined}
      <div className="table-settings">
        {source?.layer === undefined ? <HeaderFields header={classes.header} onChange={(header) => set(['header'], header)} /> : undefined}
        <AreaColumnFields area={classes.area} columns={columns} onChange={(area) => set(['area'], area)} />
        <SelectField
          label={t('importWorkbench.classes.dayFrom')}
          options={[{ id: FIXED, name: t('importWorkbench.classes.oneDay') }, ...columnOptions(columns, 'column' in date ? date.column : undefined)]}
          value={'column' in date ? date.column : FIXED}
          onChange={(column) => set(['date'], column === FIXED ? { fixed: today() } : { column, form: 'form' in date ? date.form : 'year' })}
        />
        {'column' in date ? (
          <SelectField label={t('importWorkbench.tables.dateForm')} options={FORMS.map((id) => ({ id, name: t(`importWorkbench.dateForm.${id}`) }))} value={date.form} onChange={(form) => set(['date'], { ...date, form })} />
        ) : (
          <DateEntry label={t('importWorkbench.population.day')} value={asDate(date.fixed)} onChange={(day) => (day === undefined ? undefined : set(['date', 'fixed'], day))} />
        )}
      </div>
      <ClassWordFields label={t('importWorkbench.classes.status')} value={classes.status} classes={STATUS.map((id) => ({ id, name: t(`importWorkbench.classes.words.${id}`) }))} preset={classOfStatus} words={words} onChange={(status) => set(['status'], status)} />
      <ClassWordFields label={t('importWorkbench.classes.trend')} value={classes.trend} classes={TREND.map((id) => ({ id, name: t(`importWorkbench.classes.words.${id}`) }))} preset={classOfTrend} words={words} onChange={(trend) => set(['trend'], trend)} />
    </div>
  );
}
