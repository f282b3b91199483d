import { COMMANDS } from '#shared/commands.ts';
import { Button } from '../components/button.tsx';
import { useTranslate } from '../state/context.tsx';
import { shortcutWords } from '../views/shortcut.ts';
import { DialogFrame } from './dialog-frame.tsx';

/** All shortcuts, from the registry itself. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslate();
  return (
    <DialogFrame
      title={t('shell.shortcuts.title')}
      onClose={onClose}
      actions={
        <Button kind="primary" autoFocus onPress={onClose}>
          {t('common.close')}
        </Button>
      }
    >
      <p>{t('shell.shortcuts.lead')}</p>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('shell.shortcuts.command')}</th>
            <th scope="col">{t('shell.shortcuts.keys')}</th>
          </tr>
        </thead>
        <tbody>
          {COMMANDS.map((command) =>
            'shortcut' in command ? (
              <tr key={command.id}>
                <td>{t(command.label)}</td>
                <td>
                  <kbd>{shortcutWords(command.shortcut, t)}</kbd>
                </td>
              </tr>
            ) : undefined,
          )}
        </tbody>
      </table>
    </DialogFrame>
  );
}
