import { Button } from 'react-aria-components';
import type { Translate } from '#shared/i18n/translator.ts';
import { goToImportStep } from '../../commands/import/go-to-import.ts';
import { Icon } from '../../components/icon.tsx';
import { usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import { IMPORT_STEPS } from '../../state/import.ts';
import { markOf, type StepMark } from '../../state/import-marks.ts';

/** The steps of the work with their marks. Any of them can be gone to at any time. */
export function StepList() {
  const workspace = useWorkspace();
  const t = useTranslate();
  const state = usePart('import', (whole) => whole);
  return (
    <nav aria-label={t('importWorkbench.stepsLabel')}>
      <ol className="bench-step-list">
        {IMPORT_STEPS.map((step, index) => {
          const mark = markOf(state, step);
          return (
            <li key={step}>
              <Button className="bench-step" aria-current={step === state.step ? 'step' : undefined} onPress={() => goToImportStep(workspace, step)}>
                <span className={`step-number ${mark.kind}`}>{mark.kind === 'done' ? <Icon name="check" size={12} /> : index + 1}</span>
                <span className="grow">
                  {t(`importWorkbench.steps.${step}`)}
                  <span className={`step-mark ${mark.kind}`}>{wordsOf(mark, t)}</span>
                </span>
              </Button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

function wordsOf(mark: StepMark, t: Translate): string {
  switch (mark.kind) {
    case 'missing':
      return t('importWorkbench.mark.missing');
    case 'done':
      return t('importWorkbench.mark.done');
    case 'ready':
      return t('importWorkbench.mark.ready');
    case 'empty':
      return t('importWorkbench.mark.empty');
    case 'errors':
      return t('importWorkbench.mark.errors', { count: mark.count });
    case 'questions':
      return t('importWorkbench.mark.questions', { count: mark.count });
    case 'unplaced':
      return t('importWorkbench.mark.unplaced', { count: mark.count });
    case 'proposed':
      return t('importWorkbench.mark.proposed', { count: mark.count });
  }
}
