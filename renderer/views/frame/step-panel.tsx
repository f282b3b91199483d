import { Button } from '../../components/button.tsx';
import { runCommand } from '../../commands/registry.ts';
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
  const needsCity = usePart('bundle', (state) => state.content.kind !== 'city' && state.opening === undefined) && !PLANNED.includes(step);
  const foreign = usePart('bundle', (state) => state.content.kind === 'foreign');
  return (
    <>
      <div className="side-head">
        <h1 className="grow">{foreign && step === 'city' ? t('city.foreign.title') : t(`shell.steps.${step}`)}</h1>
        <Button small kind="quiet" icon="left" name={t('shell.fold.step')} onPress={() => changePanel(workspace, 'step', { folded: true })} />
      </div>
      {foreign && step === 'city' ? <ForeignPanel /> : needsCity ? <NeedsCity /> : <StepContent step={step} />}
    </>
  );
}

/** Steps that say for themselves that they are to come. */
const PLANNED: readonly Step[] = ['dialogue', 'controlling', 'presentation'];

/** Without a city a step has nothing to ask: what to do first. */
function NeedsCity() {
  const workspace = useWorkspace();
  const t = useTranslate();
  return (
    <div className="side-body">
      <p>{t('shell.empty.needsCity')}</p>
      <div className="row-wrap">
        <Button onPress={() => runCommand(workspace, 'bundle.open')}>{t('shell.start.bundle')}</Button>
      </div>
    </div>
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
