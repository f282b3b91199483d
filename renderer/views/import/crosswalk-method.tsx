import { setRecipe } from '../../commands/import/change-recipe.ts';
import { SelectField } from '../../components/select-field.tsx';
import { NumberEntry } from '../../components/text-entry.tsx';
import { usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import { crosswalkSources, methodOf, type Crosswalk } from '../../state/crosswalks.ts';
import { inspectionOf } from '../../state/import.ts';
import { KeyRuleFields } from './key-rule-fields.tsx';
import { columnOptions, fileOf, sourceOf } from './part-source.ts';
import { shortName } from './short-name.ts';

/** Names of columns never begin with a space. */
const ALL_OF_IT = ' all';

/** How one crosswalk knows which part of an old area went where. */
export function CrosswalkMethod({ crosswalk, index }: { readonly crosswalk: Crosswalk; readonly index: number }) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const state = usePart('import', (whole) => whole);
  const { method } = crosswalk;
  const { files, levels } = state.draft.recipe;
  const source = sourceOf(state, method, method.by === 'table' ? method.header : undefined);
  const columns = source?.columns ?? [];
  const file = fileOf(state, method.file);
  const inspected = file === undefined ? undefined : inspectionOf(state, file);
  const set = (path: readonly (string | number)[], value: unknown) => setRecipe(workspace, ['crosswalks', index, ...path], value, { key: 'importWorkbench.crosswalk.step.change', values: { name: crosswalk.id } });
  const column = (label: string, path: readonly string[], value: string) => <SelectField label={label} options={columnOptions(columns, value)} value={value} onChange={(next) => set(['method', ...path], next)} />;
  const kind = method.by === 'table' ? 'table' : 'outlines';
  const sources = new Map(crosswalkSources(state).filter((other) => other.kind === kind).map((other) => [other.path, other]));
  const choices = files.filter(({ id, path }) => id === method.file || sources.has(path));
  // another file has other sheets, layers and columns
  const change = (id: string) => {
    const other = sources.get(choices.find((choice) => choice.id === id)?.path ?? '');
    if (other !== undefined) set(['method'], methodOf(other, id));
  };
  return (
    <div className="stack">
      {source === undefined ? <p className="callout danger">{t('importWorkbench.fileGone')}</p> : undefined}
      <div className="table-settings">
        <SelectField label={t('importWorkbench.crosswalk.file')} options={choices.map(({ id, path }) => ({ id, name: shortName(path) }))} value={method.file} onChange={change} />
        {method.by === 'table' && (inspected?.tables.length ?? 0) > 1 ? (
          <SelectField label={t('importWorkbench.tables.sheet')} options={(inspected?.tables ?? []).map(({ name }) => ({ id: name, name }))} value={method.sheet ?? source?.table?.name} onChange={(sheet) => set(['method', 'sheet'], sheet)} />
        ) : undefined}
        {method.by !== 'table' && (inspected?.layers.length ?? 0) > 1 ? (
          <SelectField label={t('importWorkbench.crosswalk.layer')} options={(inspected?.layers ?? []).map(({ name }) => ({ id: name, name }))} value={method.layer ?? source?.layer?.name} onChange={(layer) => set(['method', 'layer'], layer)} />
        ) : undefined}
        <SelectField label={t('importWorkbench.crosswalk.level')} options={levels.map(({ id, plural }) => ({ id, name: plural }))} value={crosswalk.level} onChange={(level) => set(['level'], level)} />
      </div>
      {method.by === 'table' ? (
        <div className="table-settings">
          {source?.table === undefined ? undefined : (
            <>
              <NumberEntry label={t('importWorkbench.tables.headerFirst')} value={method.header[0]} least={1} most={200} onChange={(row) => set(['method', 'header'], [row ?? 1, Math.max(row ?? 1, method.header[1])])} />
              <NumberEntry label={t('importWorkbench.tables.headerLast')} value={method.header[1]} least={1} most={200} onChange={(row) => set(['method', 'header'], [Math.min(method.header[0], row ?? method.header[0]), row ?? method.header[0]])} />
            </>
          )}
          {column(t('importWorkbench.crosswalk.oldKey'), ['from'], method.from)}
          {column(t('importWorkbench.crosswalk.newKey'), ['to'], method.to)}
          <SelectField
            label={t('importWorkbench.crosswalk.share')}
            options={[{ id: ALL_OF_IT, name: t('importWorkbench.crosswalk.allOfIt') }, ...columnOptions(columns, method.share)]}
            value={method.share ?? ALL_OF_IT}
            onChange={(share) => set(['method', 'share'], share === ALL_OF_IT ? undefined : share)}
          />
        </div>
      ) : (
        <>
          <div className="table-settings">
            {column(t('importWorkbench.crosswalk.outlineKey'), ['key', 'column'], method.key.column)}
            <SelectField label={t('importWorkbench.crosswalk.by')} options={(['area', 'population'] as const).map((id) => ({ id, name: t(`importWorkbench.crosswalk.${id}`) }))} value={method.by} onChange={(by) => set(['method', 'by'], by)} />
          </div>
          <KeyRuleFields rule={method.key} onChange={(rule, value) => set(['method', 'key', rule], value ?? (rule === 'prefix' ? '' : undefined))} />
        </>
      )}
    </div>
  );
}
