import type { ImportReport } from '#app/exchange/import/report/import-report.ts';
import { formatNumber } from '#shared/i18n/number-format.ts';
import { beginNewCity, goToImportStep } from '../../commands/import/go-to-import.ts';
import { preview } from '../../commands/import/preview.ts';
import { saveRecipe } from '../../commands/import/recipe-file.ts';
import { openWritten, writeBundle } from '../../commands/import/write-bundle.ts';
import { Button } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { useLanguage, usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import { isCurrent, lastPreview } from '../../state/import.ts';
import { obstaclesOf } from '../../state/import-marks.ts';
import { ProblemWords } from '../problem-words.tsx';
import { listHeight } from './list-height.ts';
import { EntryList } from './entry-list.tsx';

/** The report, what stands in the way, and the two files that come out: recipe and bundle. */
export function WriteStep() {
  const workspace = useWorkspace();
  const t = useTranslate();
  const language = useLanguage();
  const state = usePart('import', (whole) => whole);
  const obstacles = obstaclesOf(state);
  const ready = lastPreview(state);
  const entries = ready?.value.report.entries ?? [];
  const { written } = state;
  const isWritten = written !== undefined && written.of === state.draft;
  return (
    <div className="bench-body">
      {isWritten ? (
        <div className="callout row-wrap" role="status">
          <span className="grow">{t('importWorkbench.write.written', { file: written.name })}</span>
          <Button kind="primary" autoFocus disabled={written.grant === undefined} onPress={() => void openWritten(workspace)}>
            {t('importWorkbench.write.openCity')}
          </Button>
          <Button onPress={() => beginNewCity(workspace)}>{t('importWorkbench.newCity')}</Button>
        </div>
      ) : undefined}
      <div className="row-wrap">
        <Button kind={isWritten ? 'plain' : 'primary'} disabled={obstacles.length > 0 || state.writing} onPress={() => void writeBundle(workspace)}>
          {t('importWorkbench.write.bundle')}
        </Button>
        <Button disabled={state.draft.recipe.levels.length === 0} onPress={() => void saveRecipe(workspace)}>
          {t('importWorkbench.recipe.save')}
        </Button>
        <Button disabled={isCurrent(state) || state.preview.status === 'running' || obstacles.some(({ kind }) => kind === 'notNamed' || kind === 'noAreas')} onPress={() => void preview(workspace)}>
          {t('importWorkbench.write.check')}
        </Button>
      </div>
      {state.draft.recipe.levels.length > 0 && state.draft.recipe.population === undefined ? <p className="callout">{t('importWorkbench.write.noPopulation')}</p> : undefined}
      {obstacles.length === 0 ? undefined : (
        <section className="section">
          <h2>{t('importWorkbench.write.before')}</h2>
          <ul className="obstacles">
            {obstacles.map(({ kind, count, step }) => (
              <li key={kind} className="pair-row">
                <span className="grow">{t(`importWorkbench.obstacle.${kind}`, { count })}</span>
                {step === 'write' ? undefined : (
                  <Button small onPress={() => goToImportStep(workspace, step)}>
                    {t(`importWorkbench.steps.${step}`)}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {state.preview.status === 'failed' ? <ProblemWords problem={state.preview.problem} /> : undefined}
      {ready === undefined ? undefined : (
        <>
          <Totals report={ready.value.report} />
          {entries.length === 0 ? undefined : (
            <section className="section">
              <h2>{t('importWorkbench.write.report')}</h2>
              <EntryList entries={entries} />
            </section>
          )}
          <TableCounts report={ready.value.report} language={language} />
        </>
      )}
    </div>
  );
}

/** The import in a few figures. */
function Totals({ report }: { readonly report: ImportReport }) {
  const t = useTranslate();
  const language = useLanguage();
  const amount = (value: number) => formatNumber(value, 0, language);
  const figures: readonly (readonly [string, string])[] = [
    [t('importWorkbench.write.areas'), amount(report.areas.reduce((sum, { count }) => sum + count, 0))],
    [t('importWorkbench.write.cells'), amount(report.tables.reduce((sum, { cells }) => sum + Object.values(cells).reduce((all, count) => all + count, 0), 0))],
    [t('importWorkbench.write.institutions'), amount(report.institutions.reduce((sum, { kept }) => sum + kept, 0))],
    [t('importWorkbench.found.warnings'), amount(report.entries.filter(({ level }) => level === 'warning').length)],
    [t('importWorkbench.found.decisions'), amount(report.entries.filter(({ level }) => level === 'decision').length)],
    [t('importWorkbench.write.unmatched'), amount(report.tables.reduce((sum, { unmatchedRows }) => sum + unmatchedRows.length, 0))],
  ];
  return (
    <div className="figures bench-figures">
      {figures.map(([name, value]) => (
        <div key={name} className="figure">
          <strong>{value}</strong>
          <span className="note">{name}</span>
        </div>
      ))}
    </div>
  );
}

const MARKS = ['zero', 'suppressed', 'notApplicable', 'notAvailable', 'uncertain'] as const;

/** Cells of every table by mark: nothing was read as a number that is none. */
function TableCounts({ report, language }: { readonly report: ImportReport; readonly language: 'de' | 'en' }) {
  const t = useTranslate();
  if (report.tables.length === 0) return undefined;
  const text = (count: number | undefined) => (count === undefined || count === 0 ? '–' : formatNumber(count, 0, language));
  return (
    <div className="bench-list tall" style={{ height: listHeight(report.tables.length) }}>
      <DataTable
        name={t('importWorkbench.write.byMark')}
        rows={report.tables}
        keyOf={({ id }) => id}
        columns={[
          { id: 'id', header: t('importWorkbench.tables.name'), width: 136, grows: true, text: ({ id }) => id },
          { id: 'rows', header: t('importWorkbench.tables.rows'), width: 68, number: true, text: ({ rows }) => text(rows), rank: ({ rows }) => rows },
          { id: 'value', header: t('importWorkbench.tables.values'), width: 72, number: true, text: ({ cells }) => text(cells.value), rank: ({ cells }) => cells.value ?? 0 },
          ...MARKS.map((mark) => ({ id: mark, header: t(`common.mark.${mark}`), width: mark === 'uncertain' ? 112 : 84, number: true, text: ({ cells }: ImportReport['tables'][number]) => text(cells[mark]), rank: ({ cells }: ImportReport['tables'][number]) => cells[mark] ?? 0 })),
          { id: 'unmatched', header: t('importWorkbench.tables.unmatched'), width: 84, number: true, text: ({ unmatchedRows }) => text(unmatchedRows.length), rank: ({ unmatchedRows }) => unmatchedRows.length },
        ]}
      />
    </div>
  );
}
