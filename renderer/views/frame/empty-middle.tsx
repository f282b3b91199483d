import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { runCommand } from '../../commands/registry.ts';
import { usePart, useTranslate, useWorkspace } from '../../state/context.tsx';

/** Nothing is open yet, or the first city is on its way: the shape of what comes, or what to do next. */
export function EmptyMiddle() {
  const workspace = useWorkspace();
  const t = useTranslate();
  const opening = usePart('bundle', (state) => state.opening);
  if (opening !== undefined) {
    return (
      <div className="empty-middle" role="status">
        <div className="skeleton empty-map" />
        <EmptyState title={t('shell.empty.openingTitle', { file: opening })}>
          <p>{t('shell.empty.openingLead')}</p>
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="empty-middle">
      <EmptyState
        title={t('shell.empty.cityTitle')}
        actions={
          <>
            <Button kind="primary" onPress={() => runCommand(workspace, 'bundle.open')}>
              {t('shell.start.bundle')}
            </Button>
            <Button onPress={() => runCommand(workspace, 'bundle.build')}>{t('shell.start.build')}</Button>
            <Button onPress={() => runCommand(workspace, 'bundle.openDemo')}>{t('shell.start.demo')}</Button>
          </>
        }
      >
        <p>{t('shell.empty.cityLead')}</p>
      </EmptyState>
    </div>
  );
}
