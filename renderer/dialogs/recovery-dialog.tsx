import type { PendingJournal } from '#shared/ipc/contract.ts';
import { useState } from 'react';
import { Button } from '../components/button.tsx';
import { discardJournal, recoverJournal } from '../commands/recover.ts';
import { useLanguage, useTranslate, useWorkspace } from '../state/context.tsx';
import { DialogFrame } from './dialog-frame.tsx';

/** Work that a crash left behind, offered at start. Deciding later keeps everything. */
export function RecoveryDialog({ journals, onClose }: { readonly journals: readonly PendingJournal[]; readonly onClose: () => void }) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const language = useLanguage();
  const [left, setLeft] = useState(journals);
  const moment = (at: string) => new Intl.DateTimeFormat(language === 'de' ? 'de-DE' : 'en-GB', { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at));
  const forget = (journal: PendingJournal) => {
    const others = left.filter((other) => other !== journal);
    setLeft(others);
    if (others.length === 0) onClose();
  };
  return (
    <DialogFrame title={t('shell.recovery.title')} onClose={onClose} actions={<Button onPress={onClose}>{t('shell.recovery.later')}</Button>}>
      <p>{t('shell.recovery.lead')}</p>
      <ul className="recent-list">
        {left.map((journal) => (
          <li key={journal.journalId} className="recovery-entry">
            <div className="grow">
              <strong>{journal.projectName === '' ? t('shell.recovery.unnamed') : journal.projectName}</strong>
              <p className="note">{t('shell.recovery.entries', { count: journal.entries, time: moment(journal.lastEditAt) })}</p>
            </div>
            <Button
              kind="primary"
              onPress={() => {
                onClose();
                void recoverJournal(workspace, journal);
              }}
            >
              {t('shell.recovery.restore')}
            </Button>
            <Button kind="danger" onPress={() => void discardJournal(workspace, journal.journalId).then(() => forget(journal))}>
              {t('shell.recovery.discard')}
            </Button>
          </li>
        ))}
      </ul>
    </DialogFrame>
  );
}
