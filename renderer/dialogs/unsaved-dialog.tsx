import { Button } from '../components/button.tsx';
import { saveProject } from '../commands/save-project.ts';
import { unlessUnsaved } from '../commands/unless-unsaved.ts';
import { useTranslate, useWorkspace } from '../state/context.tsx';
import { DialogFrame } from './dialog-frame.tsx';

/** Asked before another project takes the place of one with steps that are in no file. */
export function UnsavedDialog({ proceed, onClose }: { readonly proceed: () => void; readonly onClose: () => void }) {
  const workspace = useWorkspace();
  const t = useTranslate();
  return (
    <DialogFrame
      alert
      title={t('shell.unsaved.title')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            onPress={() => {
              onClose();
              proceed();
            }}
          >
            {t('shell.unsaved.proceed')}
          </Button>
          <Button
            kind="primary"
            autoFocus
            onPress={() => {
              onClose();
              void saveProject(workspace, false).then((saved) => (saved ? unlessUnsaved(workspace, async () => proceed()) : undefined));
            }}
          >
            {t('shell.unsaved.save')}
          </Button>
        </>
      }
    >
      <p>{t('shell.unsaved.lead')}</p>
    </DialogFrame>
  );
}
