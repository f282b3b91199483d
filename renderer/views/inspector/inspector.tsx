import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { changePanel } from '../../commands/settings.ts';
import { usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import { useOpenCity } from '../use-city.ts';
import { AreaInspector } from './area-inspector.tsx';
import { InstitutionCard } from '../register/institution-card.tsx';
import { TaskPanel } from '../register/task-panel.tsx';

/** What is selected, why it is as it is, and what can be done next. */
export function Inspector() {
  const workspace = useWorkspace();
  const t = useTranslate();
  const open = useOpenCity();
  const onMap = usePart('selection', (state) => state.onMap);
  const area = onMap.kind === 'area' ? open?.lookup.area(onMap.id) : undefined;
  const institution = onMap.kind === 'institution' ? open?.lookup.institution(onMap.id) : undefined;
  const task = usePart('register', (state) => state.task);
  if (open !== undefined && task.kind !== 'none') return <TaskPanel open={open} task={task} />;
  const title = area?.name ?? institution?.name ?? t('shell.region.inspector');
  return (
    <>
      <div className="side-head">
        <h2 className="grow cut">{title}</h2>
        <Button small kind="quiet" icon="right" name={t('shell.fold.inspector')} onPress={() => changePanel(workspace, 'inspector', { folded: true })} />
      </div>
      {/* another subject starts at its head, not where the last one was scrolled to */}
      <div key={area?.id ?? institution?.id} className="side-body">
        {open !== undefined && area !== undefined ? (
          <AreaInspector key={area.id} open={open} area={area} />
        ) : open !== undefined && institution !== undefined ? (
          <InstitutionCard key={institution.id} open={open} institution={institution} />
        ) : (
          <EmptyState title={t('shell.empty.inspectorTitle')}>
            <p>{t('shell.empty.inspectorLead')}</p>
          </EmptyState>
        )}
      </div>
    </>
  );
}
