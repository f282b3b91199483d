import type { TableColumn } from '#app/domain/source/columns.ts';
import { DEFAULT_SIGNS, MARK_WORDS } from '#app/domain/source/mark-words.ts';
import type { RawCell } from '#app/domain/source/source-parts.ts';
import type { NumberFormat, Recipe, RecipeIndicator, RecipeTable } from '#app/exchange/import/recipe/recipe-schema.ts';
import { formatNumber } from '#shared/i18n/number-format.ts';
import { changeRecipe, setRecipe } from '../../commands/import/change-recipe.ts';
import { SelectField } from '../../components/select-field.tsx';
import { useLanguage, usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import { withValue } from '../../state/import-draft.ts';
import { KeyRuleFields } from './key-rule-fields.tsx';
import { newIndicator } from './new-indicator.ts';
import { NUMBER_FORMATS, formatId, readAs, roleOf, signsIn, withRole, type ColumnRole } from './table-roles.ts';

const ROLES: readonly ColumnRole[] = ['value', 'area', 'date', 'indicator', 'ignored'];
const PARTS = ['value', 'numerator', 'denominator'] as const;
const NEW = '+';

type Properties = { readonly table: RecipeTable; readonly index: number; readonly column: TableColumn; readonly rows: readonly (readonly RawCell[])[] };

/** What one column is: its role, its indicator, how its numbers are written and what its signs mean. */
export function ColumnPanel({ table, index, column, rows }: Properties) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const indicators = usePart('import', (state) => state.draft.recipe.indicators);
  const { role, value } = roleOf(table, column);
  const entry = value === undefined ? undefined : table.values[value];
  const name = column.header === '' ? column.letter : column.header;
  const note = { key: 'importWorkbench.step.column', values: { name } } as const;
  const set = (path: readonly (string | number)[], next: unknown) => setRecipe(workspace, ['tables', index, ...path], next, note);
  const choose = (next: string) =>
    changeRecipe(workspace, note, (recipe) => {
      const picked = ROLES.find((known) => known === next) ?? 'ignored';
      const fresh = picked === 'value' ? newIndicator(recipe, name) : undefined;
      const before = fresh === undefined ? recipe : { ...recipe, indicators: [...recipe.indicators, fresh] };
      return withTable(before, index, withRole(table, column, picked, fresh?.id));
    });
  const assign = (id: string) =>
    changeRecipe(workspace, note, (recipe) => {
      const fresh = id === NEW ? newIndicator(recipe, name) : undefined;
      const before: Recipe = fresh === undefined ? recipe : { ...recipe, indicators: [...recipe.indicators, fresh] };
      return withValue(before, ['tables', index, 'values', value ?? 0, 'indicator'], fresh?.id ?? id);
    });
  return (
    <section className="column-panel" aria-label={t('importWorkbench.column.title', { name })}>
      <h3 className="cut">{t('importWorkbench.column.title', { name })}</h3>
      <div className="table-settings">
        <SelectField label={t('importWorkbench.column.role')} options={ROLES.map((id) => ({ id, name: t(`importWorkbench.role.${id}`) }))} value={role} onChange={choose} />
        {entry === undefined || table.indicator !== undefined ? undefined : (
          <>
            <SelectField
              label={t('importWorkbench.column.indicator')}
              options={[...indicators.map((indicator: RecipeIndicator) => ({ id: indicator.id, name: indicator.title })), { id: NEW, name: t('importWorkbench.column.newIndicator', { name }) }]}
              value={entry.indicator}
              onChange={assign}
            />
            <SelectField label={t('importWorkbench.column.part')} options={PARTS.map((id) => ({ id, name: t(`importWorkbench.column.${id}`) }))} value={entry.part} onChange={(part) => set(['values', value ?? 0, 'part'], part)} />
          </>
        )}
        {entry === undefined ? undefined : <NumbersField table={table} entry={entry} column={column} rows={rows} onChange={(format) => set(['values', value ?? 0, 'numbers'], format)} />}
      </div>
      {role === 'area' && 'level' in table.area && table.area.by === 'key' ? <KeyRuleFields rule={table.area} onChange={(key, next) => set(['area', key], next)} /> : undefined}
      {entry === undefined ? undefined : <FactorField value={entry.factor} onChange={(factor) => set(['values', value ?? 0, 'factor'], factor)} />}
      {entry === undefined ? undefined : <SignsField table={table} entry={entry} column={column} rows={rows} onChange={(signs) => set(['values', value ?? 0, 'signs'], signs)} />}
    </section>
  );
}

const withTable = (recipe: Recipe, index: number, table: RecipeTable): Recipe => ({ ...recipe, tables: recipe.tables.map((other, place) => (place === index ? table : other)) });

type Entry = RecipeTable['values'][number];
type FieldProperties<Answer> = Omit<Properties, 'index'> & { readonly entry: Entry; readonly onChange: (answer: Answer) => void };

const FACTORS = [1, 100, 0.01, 1000] as const;

/** By what the file's numbers are multiplied: shares of 1, thousands. A factor the list does not have is kept as it is. */
function FactorField({ value, onChange }: { readonly value: number | undefined; readonly onChange: (factor: number | undefined) => void }) {
  const t = useTranslate();
  const language = useLanguage();
  const current = value ?? 1;
  const factors = FACTORS.some((known) => known === current) ? FACTORS : [...FACTORS, current];
  return <SelectField label={t('importWorkbench.column.factor')} options={factors.map((factor) => ({ id: String(factor), name: `× ${formatNumber(factor, decimalsOf(factor), language)}` }))} value={String(current)} onChange={(id) => onChange(Number(id) === 1 ? undefined : Number(id))} />;
}

/** How numbers are written, decided for the whole column and shown on one of its cells. */
function NumbersField({ table, entry, column, rows, onChange }: FieldProperties<NumberFormat | undefined>) {
  const t = useTranslate();
  const language = useLanguage();
  const format = entry.numbers ?? table.numbers;
  const cells = rows.slice(table.header[1]).map((row) => row[column.index]);
  const sample = cells.find((cell): cell is string => typeof cell === 'string' && /\d[.,' ]\d/.test(cell)) ?? cells.find((cell): cell is string => typeof cell === 'string' && /\d/.test(cell));
  if (sample === undefined) return <p className="note settings-note">{t('importWorkbench.column.realNumbers')}</p>;
  const read = format === undefined ? undefined : readAs(sample, format);
  return (
    <div className="stack-tight">
      <SelectField
        label={t('importWorkbench.column.numbers')}
        placeholder={t('importWorkbench.column.numbersAuto')}
        options={NUMBER_FORMATS.map(({ id, example }) => ({ id, name: example }))}
        value={formatId(format)}
        onChange={(id) => onChange(NUMBER_FORMATS.find((known) => known.id === id)?.format)}
      />
      {format === undefined ? undefined : (
        <p className="note number-example">{read === undefined ? t('importWorkbench.column.noNumber', { text: sample }) : t('importWorkbench.column.readsAs', { text: sample, value: formatNumber(read, decimalsOf(read), language) })}</p>
      )}
    </div>
  );
}

const decimalsOf = (value: number): number => Math.min(6, /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0);

/** Every sign of the column with what it means; a sign is never a number. */
function SignsField({ table, entry, column, rows, onChange }: FieldProperties<Entry['signs']>) {
  const t = useTranslate();
  const signs = signsIn(rows, column.index, table.header[1], entry.numbers ?? table.numbers ?? { decimal: '.', thousands: '' });
  if (signs.length === 0) return undefined;
  const meaning = (sign: string) => entry.signs?.[sign] ?? table.signs[sign] ?? (Object.hasOwn(DEFAULT_SIGNS, sign) ? DEFAULT_SIGNS[sign] : undefined);
  return (
    <div className="signs">
      <span className="group-label">{t('importWorkbench.column.signs')}</span>
      {signs.map((sign) => (
        <SelectField
          key={sign}
          label={t('importWorkbench.column.sign', { sign })}
          placeholder={t('importWorkbench.column.signUnknown')}
          options={MARK_WORDS.map((id) => ({ id, name: t(`common.mark.${id}`) }))}
          value={meaning(sign)}
          onChange={(word) => onChange({ ...entry.signs, [sign]: MARK_WORDS.find((id) => id === word) ?? 'notAvailable' })}
        />
      ))}
    </div>
  );
}
