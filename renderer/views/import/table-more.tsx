import type { TableColumn } from '#app/domain/source/columns.ts';
import { plainText } from '#app/domain/source/columns.ts';
import type { RawCell } from '#app/domain/source/source-parts.ts';
import type { RecipeTable } from '#app/exchange/import/recipe/recipe-schema.ts';
import { setRecipe } from '../../commands/import/change-recipe.ts';
import { Button } from '../../components/button.tsx';
import { CheckList } from '../../components/check-list.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { NumberEntry } from '../../components/text-entry.tsx';
import { usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import { lastPreview } from '../../state/import.ts';
import { CrosswalkFields } from './crosswalk-fields.tsx';
import { columnOptions } from './part-source.ts';
import { Toggle } from './toggle.tsx';

const MOST_WORDS = 60;

type Properties = { readonly table: RecipeTable; readonly index: number; readonly columns: readonly TableColumn[]; readonly rows: readonly (readonly RawCell[])[] };

/** What few tables need: which rows count, what is repeated, older cuts of the city. Open where something of it is set, or where a finding leads here. */
export function TableMore({ table, index, columns, rows }: Properties) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const refused = usePart('import', (state) => (lastPreview(state)?.value.report.entries ?? []).some(({ code, subject }) => code === 'otherCut' && subject === table.id));
  const note = { key: 'importWorkbench.step.table', values: { name: table.id } } as const;
  const set = (path: readonly (string | number)[], value: unknown) => setRecipe(workspace, ['tables', index, ...path], value, note);
  const area = 'level' in table.area ? table.area : undefined;
  const isSet = table.where.length > 0 || table.rows.from !== undefined || table.rows.to !== undefined || table.fillDown.length > 0 || table.twice === 'sum' || area?.otherAreas === 'leaveOut' || area?.crosswalk !== undefined;
  return (
    <details className="table-more" open={isSet || refused}>
      <summary className="note">{t('importWorkbench.more.title')}</summary>
      <div className="stack">
        <div className="table-settings">
          <NumberEntry label={t('importWorkbench.more.rowsFrom')} value={table.rows.from} least={1} most={1_048_576} onChange={(row) => set(['rows', 'from'], row)} />
          <NumberEntry label={t('importWorkbench.more.rowsTo')} value={table.rows.to} least={1} most={1_048_576} onChange={(row) => set(['rows', 'to'], row)} />
        </div>
        <CrosswalkFields table={table} index={index} />
        {area === undefined ? undefined : <Toggle label={t('importWorkbench.more.leaveOut')} on={area.otherAreas === 'leaveOut'} onChange={(on) => set(['area', 'otherAreas'], on ? 'leaveOut' : 'refuse')} />}
        <Toggle label={t('importWorkbench.more.sum')} on={table.twice === 'sum'} onChange={(on) => set(['twice'], on ? 'sum' : 'refuse')} />
        <CheckList columns={2} label={t('importWorkbench.more.fillDown')} options={columns.slice(0, 12).map(({ reference, header, letter }) => ({ id: reference, name: header === '' ? letter : header }))} value={table.fillDown} onChange={(chosen) => set(['fillDown'], chosen)} />
        <Conditions table={table} columns={columns} rows={rows} onChange={(where) => set(['where'], where)} />
      </div>
    </details>
  );
}

type Where = RecipeTable['where'];

/** Only rows with these words in a column count. */
function Conditions({ table, columns, rows, onChange }: Omit<Properties, 'index'> & { readonly onChange: (where: Where) => void }) {
  const t = useTranslate();
  const change = (at: number, condition: Where[number] | undefined) => onChange(table.where.flatMap((other, place) => (place !== at ? [other] : condition === undefined ? [] : [condition])));
  return (
    <div className="stack">
      {table.where.map((condition, at) => {
        const position = columns.findIndex(({ reference, letter }) => reference === condition.column || `@${letter}` === condition.column);
        const chosen = condition.is ?? [];
        const found = position < 0 ? [] : rows.slice(table.header[1]).map((row) => plainText(row[position]));
        const words = [...new Set([...chosen, ...found])].filter((word) => word !== '').slice(0, MOST_WORDS);
        return (
          <div key={at} className="stack-tight">
            <div className="table-settings">
              <SelectField label={t('importWorkbench.more.onlyRows')} options={columnOptions(columns, condition.column)} value={condition.column} onChange={(column) => change(at, { column, is: [] })} />
              <Button small kind="quiet" onPress={() => change(at, undefined)}>
                {t('importWorkbench.more.noCondition')}
              </Button>
            </div>
            {condition.isNot === undefined ? (
              <CheckList columns={2} label={t('importWorkbench.more.words')} options={words.map((word) => ({ id: word, name: word }))} value={chosen} onChange={(is) => change(at, { ...condition, is })} />
            ) : (
              <p className="note">{t('importWorkbench.more.notThese', { words: condition.isNot.join(', ') })}</p>
            )}
          </div>
        );
      })}
      <div>
        <Button small onPress={() => onChange([...table.where, { column: columns[0]?.reference ?? '@A', is: [] }])}>
          {t('importWorkbench.more.addCondition')}
        </Button>
      </div>
    </div>
  );
}
