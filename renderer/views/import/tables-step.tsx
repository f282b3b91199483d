import type { TableReport } from '#app/exchange/import/report/import-report.ts';
import { formatNumber } from '#shared/i18n/number-format.ts';
import { goToImportStep, goToSubject } from '../../commands/import/go-to-import.ts';
import { Button } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { useLanguage, usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import { lastPreview } from '../../state/import.ts';
import { usePartState } from './part-head.tsx';
import { TableDetail } from './table-detail.tsx';
import { wholeHeight } from './list-height.ts';
import { shortName } from './short-name.ts';
import { fileOf } from './part-source.ts';

/** Every table with how it stands; below, how one of them is read. */
export function TablesStep() {
  const workspace = useWorkspace();
  const t = useTranslate();
  const language = useLanguage();
  const state = usePart('import', (whole) => whole);
  const partState = usePartState();
  const { tables } = state.draft.recipe;
  const reports = new Map<string, TableReport>((lastPreview(state)?.value.report.tables ?? []).map((report) => [report.id, report]));
  if (tables.length === 0) {
    return (
      <div className="bench-body">
        <EmptyState title={t('importWorkbench.tables.emptyTitle')} actions={<Button onPress={() => goToImportStep(workspace, 'files')}>{t('importWorkbench.toFiles')}</Button>}>
          <p>{t('importWorkbench.tables.emptyLead')}</p>
        </EmptyState>
      </div>
    );
  }
  const chosen = Math.min(state.subject.tables ?? 0, tables.length - 1);
  const rows = tables.map((table, index) => ({ table, index, report: reports.get(table.id) }));
  const count = (amount: number | undefined) => (amount === undefined ? '' : formatNumber(amount, 0, language));
  const table = tables[chosen];
  return (
    <div className="bench-body split">
      <div className="bench-list short" style={{ flexBasis: `min(42%, ${wholeHeight(tables.length)}px)` }}>
        <DataTable
          level={2}
          name={t('importWorkbench.tables.list')}
          rows={rows}
          keyOf={({ index }) => String(index)}
          selected={String(chosen)}
          onSelect={({ index }) => goToSubject(workspace, 'tables', index)}
          columns={[
            { id: 'name', header: t('importWorkbench.tables.name'), width: 220, grows: true, text: (row) => row.table.id },
            { id: 'file', header: t('importWorkbench.tables.file'), width: 200, grows: true, text: (row) => [shortName(fileOf(state, row.table.file)?.name ?? row.table.file), row.table.sheet].filter((part) => part !== undefined).join(' · ') },
            { id: 'rows', header: t('importWorkbench.tables.rows'), width: 80, number: true, text: (row) => count(row.report?.rows), rank: (row) => row.report?.rows },
            { id: 'unmatched', header: t('importWorkbench.tables.unmatched'), width: 110, number: true, text: (row) => count(row.report?.unmatchedRows.length), rank: (row) => row.report?.unmatchedRows.length },
            { id: 'state', header: t('importWorkbench.files.state'), width: 140, text: (row) => partState('tables', row.index) },
          ]}
        />
      </div>
      <div className="bench-detail">{table === undefined ? undefined : <TableDetail key={table.id} table={table} index={chosen} report={reports.get(table.id)} />}</div>
    </div>
  );
}
