import { Button } from 'react-aria-components';
import { Icon } from '../../components/icon.tsx';
import { goToStep } from '../../commands/go-to-step.ts';
import { usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import { STEPS } from '../../state/view.ts';

/** The steps of the work, top to bottom. */
export function StepRail() {
  const workspace = useWorkspace();
  const t = useTranslate();
  const current = usePart('view', (state) => state.step);
  return (
    <nav className="rail" aria-label={t('shell.steps.label')} data-pane="rail" tabIndex={-1}>
      <ol>
        {STEPS.map((step) => (
          <li key={step}>
            <Button className="rail-step" aria-current={step === current ? 'step' : undefined} onPress={() => goToStep(workspace, step)}>
              <Icon name={step} size={20} />
              <span>{t(`shell.steps.${step}`)}</span>
            </Button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
