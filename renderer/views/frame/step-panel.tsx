import { Button } from '../../components/button.tsx';
import { changePanel } from '../../commands/settings.ts';
import { usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import type { Step } from '../../state/view.ts';
import { CityPanel } from '../city/city-panel.tsx';
import { ForeignPanel } from '../city/foreign-view.tsx';
import { CoveragePanel } from '../coverage/coverage-panel.tsx';
import { MeasuresPanel } from '../measures/measures-panel.tsx';
import { PaperPanel } from '../paper/paper-panel.tsx';
import { IndexPanel } from '../social-index/index-panel.tsx';
import { PlannedStep } from './planned-step.tsx';

/** What the step asks for and finds, left of the map. */
export function StepPanel() {
  const workspace = useWorkspace();
  const t = useTranslate();
  const step = usePart('view', (state) => state.step);
  const foreign = usePart('bundle', (state) => state.content.kind === 'foreign');
  return (
    <>
      <div className="side-head">
        <h1 className="grow">{foreign ? t('city.foreign.title') : t(`shell.steps.${step}`)}</h1>
        <Button small kind="quiet" icon="left" name={t('shell.fold.step')} onPress={() => changePanel(workspace, 'step', { folded: true })} />
      </div>
      {foreign ? <ForeignPanel /> : <StepContent step={step} />}
    </>
  );
}

function StepContent({ step }: { readonly step: Step }) {
  switch (step) {
    case 'city':
      return <CityPanel />;
    case 'socialIndex':
      return <IndexPanel />;
    case 'coverage':
      return <CoveragePanel />;
    case 'measures':
      return <MeasuresPanel />;
    case 'paper':
      return <PaperPanel />;
    case 'dialogue':
    case 'controlling':
    case 'presentation':
      return <PlannedStep step={step} />;
  }
}
