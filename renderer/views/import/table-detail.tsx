import { useState } from 'react';
import type { TableColumn } from '#app/domain/source/columns.ts';
import type { RecipeTable } from '#app/exchange/import/recipe/recipe-schema.ts';
import type { TableReport } from '#app/exchange/import/report/import-report.ts';
import type { Translate } from '#shared/i18n/translator.ts';
import { formatNumber } from '#shared/i18n/number-format.ts';
import { setRecipe } from '../../commands/import/change-recipe.ts';
import { SelectField } from '../../components/select-field.tsx';
import { SheetPreview, type SheetColumn } from '../../components/sheet-preview.tsx';
import { NumberEntry } from '../../components/text-entry.tsx';
import { useLanguage, usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import { inspectionOf } from '../../state/import.ts';
import { AreaMatching } from './area-matching.tsx';
import { ColumnPanel } from './column-panel.tsx';
import { PartHead } from './part-head.tsx';
import { layerRows, sourceOf } from './part-source.ts';
import { TableMore } from './table-more.tsx';
import { roleOf, type ColumnRole } from './table-roles.ts';

const WHOLE_CITY = ' none';

type Properties = { readonly table: RecipeTable; readonly index: number; readonly report: TableReport | undefined };

/** How one table is read: its sheet, header rows, what each column is, and which rows found an area. */
export function TableDetail({ table, index, report }: Properties) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const language = useLanguage();
  const state = usePart('import', (whole) => whole);
  const [column, setColumn] = useState<number>();
  const source = sourceOf(state, table, table.header);
  const note = { key: 'importWorkbench.step.table', values: { name: table.id } } as const;
  const set = (path: readonly (string | number)[], value: unknown) => setRecipe(workspace, ['tables', index, ...path], value, note);
  if (source === undefined) {
    return (
      <>
        <PartHead list="tables" index={index} name={table.id} />
        <p className="callout danger">{t('importWorkbench.fileGone')}</p>
      </>
    );
  }
  const sheets = inspectionOf(state, source.file)?.tables ?? [];
  const [first, last] = table.header;
  const chosen = column === undefined ? undefined : source.columns[column];
  const marks = Object.entries(report?.cells ?? {}).filter(([, amount]) => amount > 0);
  return (
    <>
      <PartHead list="tables" index={index} name={table.id} />
      <div className="table-settings">
        {sheets.length < 2 || table.sheets !== undefined ? undefined : (
          <SelectField label={t('importWorkbench.tables.sheet')} options={sheets.map(({ name }) => ({ id: name, name }))} value={table.sheet ?? source.table?.name} onChange={(sheet) => set(['sheet'], sheet)} />
        )}
        {source.table === undefined ? undefined : (
          <>
            <NumberEntry label={t('importWorkbench.tables.headerFirst')} value={first} least={1} most={200} onChange={(row) => set(['header'], [row ?? 1, Math.max(row ?? 1, last)])} />
            <NumberEntry label={t('importWorkbench.tables.headerLast')} value={last} least={1} most={200} onChange={(row) => set(['header'], [Math.min(first, row ?? first), row ?? first])} />
          </>
        )}
        <AboutField table={table} index={index} columns={source.columns} />
        <DateField table={table} index={index} />
      </div>
      {marks.length === 0 ? undefined : (
        <p className="note">
          {t('importWorkbench.tables.cells')} {marks.map(([mark, amount]) => `${markName(mark, t)} ${formatNumber(amount, 0, language)}`).join(' · ')}
        </p>
      )}
      <div className="column-work">
        <SheetPreview
          label={t('importWorkbench.files.preview', { name: table.id })}
          rows={source.table?.head ?? layerRows(source.layer?.fields ?? [])}
          columns={source.columns.map((entry): SheetColumn => {
            const { role } = roleOf(table, entry);
            return { letter: source.table === undefined ? entry.header : entry.letter, role: t(`importWorkbench.role.${role}`), tone: toneOf(role) };
          })}
          header={source.table === undefined ? undefined : table.header}
          selected={column}
          onSelect={setColumn}
          chooseLabel={({ letter, role }) => t('importWorkbench.tables.chooseColumn', { letter, role: role ?? '' })}
        />
        {chosen === undefined ? (
          <p className="note column-panel">{t('importWorkbench.tables.chooseNote')}</p>
        ) : (
          <ColumnPanel key={chosen.reference} table={table} index={index} column={chosen} rows={source.table?.head ?? []} />
        )}
      </div>
      <TableMore table={table} index={index} columns={source.columns} rows={source.table?.head ?? []} />
      {report === undefined ? undefined : <AreaMatching table={table} index={index} report={report} />}
    </>
  );
}

const toneOf = (role: ColumnRole): NonNullable<SheetColumn['tone']> => (role === 'indicator' ? 'text' : role);

function markName(mark: string, t: Translate): string {
  switch (mark) {
    case 'suppressed':
    case 'zero':
    case 'notApplicable':
    case 'notAvailable':
    case 'uncertain':
      return t(`common.mark.${mark}`);
    default:
      return t('importWorkbench.tables.values');
  }
}

/** Which level the rows are about, and whether they name it by key or by name. */
function AboutField({ table, index, columns }: { readonly table: RecipeTable; readonly index: number; readonly columns: readonly TableColumn[] }) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const levels = usePart('import', (state) => state.draft.recipe.levels);
  const note = { key: 'importWorkbench.step.table', values: { name: table.id } } as const;
  const { area } = table;
  const set = (next: RecipeTable['area']) => setRecipe(workspace, ['tables', index, 'area'], next, note);
  return (
    <>
      <SelectField
        label={t('importWorkbench.tables.about')}
        options={[...levels.map(({ id, plural }) => ({ id, name: plural })), { id: WHOLE_CITY, name: t('importWorkbench.tables.wholeCity') }]}
        value={'level' in area ? area.level : WHOLE_CITY}
        onChange={(level) =>
          set(level === WHOLE_CITY ? { city: true } : 'level' in area ? { ...area, level } : { column: columns[0]?.reference ?? '@A', level, by: 'key', prefix: '', assign: {}, ignore: [], city: [], otherAreas: 'refuse' })
        }
      />
      {'level' in area ? (
        <SelectField
          label={t('importWorkbench.tables.by')}
          options={[
            { id: 'key', name: t('importWorkbench.tables.byKey') },
            { id: 'name', name: t('importWorkbench.tables.byName') },
          ]}
          value={area.by}
          onChange={(by) => set({ ...area, by: by === 'name' ? 'name' : 'key' })}
        />
      ) : undefined}
    </>
  );
}

/** From where the day of a value comes. A fixed year stands for its last day. */
function DateField({ table, index }: { readonly table: RecipeTable; readonly index: number }) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const { date } = table;
  const note = { key: 'importWorkbench.step.table', values: { name: table.id } } as const;
  const set = (path: readonly (string | number)[], value: unknown) => setRecipe(workspace, ['tables', index, ...path], value, note);
  if (date !== undefined && 'column' in date) {
    return (
      <SelectField
        label={t('importWorkbench.tables.dateForm')}
        options={(['year', 'month', 'quarter', 'day'] as const).map((id) => ({ id, name: t(`importWorkbench.dateForm.${id}`) }))}
        value={date.form}
        onChange={(form) => set(['date', 'form'], form)}
      />
    );
  }
  if (date !== undefined && 'sheetName' in date) return <p className="note settings-note">{t('importWorkbench.tables.dateFromSheet')}</p>;
  if (table.values.some(({ column, date: own }) => own !== undefined || /\{(year|day)\}/.test(column))) return <p className="note settings-note">{t('importWorkbench.tables.dateFromHeader')}</p>;
  const year = date === undefined ? undefined : Number(date.fixed.slice(0, 4));
  return <NumberEntry label={t('importWorkbench.tables.fixedYear')} value={year} least={1900} most={2100} onChange={(next) => set(['date'], next === undefined ? undefined : { fixed: `${next}-${table.monthDay}` })} />;
}
