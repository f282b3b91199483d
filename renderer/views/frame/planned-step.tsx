import { Button } from '../../components/button.tsx';
import { goToStep } from '../../commands/go-to-step.ts';
import { useTranslate, useWorkspace } from '../../state/context.tsx';

/** A step that is still to be built says what will be there and what can be done today. */
export function PlannedStep({ step }: { readonly step: 'dialogue' | 'controlling' | 'presentation' }) {
  const workspace = useWorkspace();
  const t = useTranslate();
  return (
    <div className="side-body">
      <span className="state-badge planned">{t('shell.planned.badge')}</span>
      <section className="section">
        <h2>{t('shell.planned.later')}</h2>
        <p>{t(`shell.planned.${step}.what`)}</p>
      </section>
      <section className="section">
        <h2>{t('shell.planned.today')}</h2>
        <p>{t(`shell.planned.${step}.today`)}</p>
        <div>
          <Button onPress={() => goToStep(workspace, step === 'presentation' ? 'paper' : 'measures')}>{t(`shell.planned.${step}.action`)}</Button>
        </div>
      </section>
    </div>
  );
}
