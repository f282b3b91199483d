import { useEffect } from 'react';
import { Button } from '../../components/button.tsx';
import { acceptEverythingClear } from '../../commands/import/answer-questions.ts';
import { pasteTable } from '../../commands/import/add-files.ts';
import { beginNewCity, goToImportStep, leaveWorkbench } from '../../commands/import/go-to-import.ts';
import { useLanguage, usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import { emptyDraft, questioned } from '../../state/import-draft.ts';
import { IMPORT_STEPS, type ImportStep } from '../../state/import.ts';
import { AreasStep } from './areas-step.tsx';
import { BenchProgress } from './bench-progress.tsx';
import { CityStep } from './city-step.tsx';
import { FilesStep } from './files-step.tsx';
import { IndicatorsStep } from './indicators-step.tsx';
import { InstitutionsStep } from './institutions-step.tsx';
import { SideHelp } from './side-help.tsx';
import { StepList } from './step-list.tsx';
import { StreetsStep } from './streets-step.tsx';
import { TablesStep } from './tables-step.tsx';
import { WriteStep } from './write-step.tsx';

/** The import workbench: steps, the step, and what is to be said about it. It takes the middle of the window. */
export function Workbench() {
  const workspace = useWorkspace();
  const t = useTranslate();
  const step = usePart('import', (state) => state.step);
  const clear = usePart('import', ({ draft }) => {
    const open = questioned(draft);
    return draft.proposed.filter((part) => !open.has(part)).length;
  });
  const untouched = usePart('import', ({ draft }) => draft.files.length === 0 && draft.recipe === emptyDraft.recipe);
  usePastedTables();
  // files and city have a next action of their own
  const next = step === 'files' || step === 'city' ? undefined : IMPORT_STEPS[IMPORT_STEPS.indexOf(step) + 1];
  return (
    <div className="bench" data-step={step}>
      <section className="bench-steps" aria-label={t('importWorkbench.stepsLabel')} data-pane="rail" tabIndex={-1}>
        <StepList />
        <span className="grow" />
        <DraftSafety />
        {untouched ? undefined : (
          <Button kind="quiet" icon="plus" onPress={() => beginNewCity(workspace)} hint={t('importWorkbench.newCityHint')}>
            {t('importWorkbench.newCity')}
          </Button>
        )}
        <Button kind="quiet" icon="left" onPress={() => leaveWorkbench(workspace)}>
          {t('importWorkbench.leave')}
        </Button>
      </section>
      <main className="bench-middle" data-pane="middle" tabIndex={-1}>
        <div className="bench-head">
          <h1 className="grow cut">{t(`importWorkbench.steps.${step}`)}</h1>
          {clear === 0 ? undefined : (
            <Button kind="primary" icon="check" onPress={() => acceptEverythingClear(workspace)} hint={t('importWorkbench.acceptAllHint')}>
              {t('importWorkbench.acceptAll', { count: clear })}
            </Button>
          )}
          {next === undefined ? undefined : (
            <Button icon="right" onPress={() => goToImportStep(workspace, next)}>
              {t('importWorkbench.next', { step: t(`importWorkbench.steps.${next}`) })}
            </Button>
          )}
        </div>
        <BenchProgress />
        <StepBody step={step} />
      </main>
      <SideHelp step={step} />
    </div>
  );
}

/** Says when the unfinished city was last kept, as the status bar does for projects. */
function DraftSafety() {
  const t = useTranslate();
  const language = useLanguage();
  const safety = usePart('import', (state) => state.safety);
  if (safety.kind === 'untouched') return undefined;
  const time = safety.kind === 'kept' ? new Intl.DateTimeFormat(language === 'de' ? 'de-DE' : 'en-GB', { hour: '2-digit', minute: '2-digit' }).format(new Date(safety.at)) : '';
  return <p className={safety.kind === 'notKept' ? 'note draft-safety bad' : 'note draft-safety'}>{t(`importWorkbench.safety.${safety.kind}`, { time })}</p>;
}

function StepBody({ step }: { readonly step: ImportStep }) {
  switch (step) {
    case 'files':
      return <FilesStep />;
    case 'city':
      return <CityStep />;
    case 'areas':
      return <AreasStep />;
    case 'tables':
      return <TablesStep />;
    case 'indicators':
      return <IndicatorsStep />;
    case 'institutions':
      return <InstitutionsStep />;
    case 'streets':
      return <StreetsStep />;
    case 'write':
      return <WriteStep />;
  }
}

/** A table copied in a spreadsheet program is taken wherever no field takes the text. */
function usePastedTables(): void {
  const workspace = useWorkspace();
  const t = useTranslate();
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (text.includes('\t') && pasteTable(workspace, text, t('importWorkbench.files.pastedName'))) event.preventDefault();
    };
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  }, [workspace, t]);
}
