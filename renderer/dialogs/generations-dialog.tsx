import { useEffect, useState } from 'react';
import type { Generation } from '#shared/ipc/contract.ts';
import { Button } from '../components/button.tsx';
import { earlierStates, openGeneration, savedProject } from '../commands/open-generation.ts';
import { useLanguage, usePart, useTranslate, useWorkspace } from '../state/context.tsx';
import { DialogFrame } from './dialog-frame.tsx';

/** Earlier states of the open project by time and size; one opens as a copy. */
export function GenerationsDialog({ onClose }: { readonly onClose: () => void }) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const language = useLanguage();
  const file = usePart('project', (state) => savedProject(state)?.name ?? '');
  const [states, setStates] = useState<readonly Generation[]>();
  useEffect(() => {
    void earlierStates(workspace).then(setStates);
  }, [workspace]);
  const locale = language === 'de' ? 'de-DE' : 'en-GB';
  const moment = (at: string) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at));
  const kilobytes = (bytes: number) => new Intl.NumberFormat(locale).format(Math.ceil(bytes / 1000));
  return (
    <DialogFrame title={t('generations.title')} onClose={onClose} actions={<Button onPress={onClose}>{t('common.close')}</Button>}>
      <p>{t(states?.length === 0 ? 'generations.none' : 'generations.lead', { file })}</p>
      <ul className="recent-list">
        {states?.map((state) => (
          <li key={state.generationId} className="recovery-entry">
            <div className="grow">
              <strong>{t('generations.until', { time: moment(state.savedAt) })}</strong>
              <p className="note">{t('generations.size', { kilobytes: kilobytes(state.size) })}</p>
            </div>
            <Button
              onPress={() => {
                onClose();
                void openGeneration(workspace, state);
              }}
            >
              {t('generations.open')}
            </Button>
          </li>
        ))}
      </ul>
    </DialogFrame>
  );
}
