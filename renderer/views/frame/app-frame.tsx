import { usePart, useWorkspace, useTranslate } from '../../state/context.tsx';
import { PANELS, panelOf } from '../../state/settings.ts';
import { changePanel } from '../../commands/settings.ts';
import { Button } from '../../components/button.tsx';
import { Splitter } from '../../components/splitter.tsx';
import { Inspector } from '../inspector/inspector.tsx';
import { Workbench } from '../import/workbench.tsx';
import { DropTarget } from './drop-target.tsx';
import { Middle } from './middle.tsx';
import { StatusBar } from './status-bar.tsx';
import { StepPanel } from './step-panel.tsx';
import { StepRail } from './step-rail.tsx';
import { TopBar } from './top-bar.tsx';

/** The one window: rail, step, map, inspector, status. */
export function AppFrame() {
  const workspace = useWorkspace();
  const t = useTranslate();
  const settings = usePart('settings', (state) => state);
  const step = panelOf(settings, 'step');
  const inspector = panelOf(settings, 'inspector');
  const atWorkbench = usePart('import', (state) => state.open);
  return (
    <div className="frame">
      <TopBar />
      {atWorkbench ? <Workbench /> : (
      <div className="body">
        <StepRail />
        {step.folded ? (
          <div className="fold-strip left">
            <Button small kind="quiet" icon="right" name={t('shell.fold.openStep')} onPress={() => changePanel(workspace, 'step', { folded: false })} />
          </div>
        ) : (
          <section className="side" aria-label={t('shell.region.step')} data-pane="step" tabIndex={-1} style={{ width: step.size }}>
              <StepPanel />
              <Splitter
                label={t('shell.divider.step')}
                orientation="vertical"
                sense={1}
                {...PANELS.step}
                size={step.size}
                onChange={(size) => changePanel(workspace, 'step', { size })}
                onFold={() => changePanel(workspace, 'step', { folded: true })}
              />
          </section>
        )}
        <Middle />
        {inspector.folded ? (
          <div className="fold-strip">
            <Button small kind="quiet" icon="left" name={t('shell.fold.openInspector')} onPress={() => changePanel(workspace, 'inspector', { folded: false })} />
          </div>
        ) : (
          <aside className="side" aria-label={t('shell.region.inspector')} data-pane="inspector" tabIndex={-1} style={{ width: inspector.size }}>
              <Splitter
                label={t('shell.divider.inspector')}
                orientation="vertical"
                sense={-1}
                {...PANELS.inspector}
                size={inspector.size}
                onChange={(size) => changePanel(workspace, 'inspector', { size })}
                onFold={() => changePanel(workspace, 'inspector', { folded: true })}
              />
              <Inspector />
          </aside>
        )}
      </div>
      )}
      <StatusBar />
      <DropTarget />
    </div>
  );
}
