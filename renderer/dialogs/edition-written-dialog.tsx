import { settledWords } from '#app/domain/edition/settled-words.ts';
import { formatNumber } from '#shared/i18n/number-format.ts';
import { openWrittenEdition, type EditionOnDisk } from '../commands/editions.ts';
import { Button } from '../components/button.tsx';
import { useLanguage, useTranslate, useWorkspace } from '../state/context.tsx';
import { DialogFrame } from './dialog-frame.tsx';

type Properties = {
  readonly edition: string;
  readonly file: string;
  readonly grant: string | undefined;
  readonly written: EditionOnDisk;
  /** Whether a fresh import was worked in. */
  readonly joined: boolean;
  readonly onClose: () => void;
};

/** The new edition lies on disk: what went into it, what did not, and the way to open it. */
export function EditionWrittenDialog({ edition, file, grant, written, joined, onClose }: Properties) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const language = useLanguage();
  const count = (value: number): string => formatNumber(value, 0, language);
  return (
    <DialogFrame
      title={t('editions.window.writtenTitle', { file })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('editions.window.stay')}</Button>
          {grant === undefined ? undefined : (
            <Button
              kind="primary"
              autoFocus
              onPress={() => {
                onClose();
                void openWrittenEdition(workspace, grant);
              }}
            >
              {t('editions.window.open', { edition })}
            </Button>
          )}
        </>
      }
    >
      <p>{t('editions.next.written', { edition, institutions: count(written.institutions), corrected: count(written.corrected - written.confirmed), confirmed: count(written.confirmed) })}</p>
      {joined ? <p>{t('editions.next.kept', { kept: count(written.kept), leftBehind: count(written.leftBehind) })}</p> : undefined}
      {written.institutionsGone.length + written.setBack.length === 0 ? undefined : (
        <ul className="stack">
          {written.setBack.map(({ id, name, fields }) => (
            <li key={`set-back-${id}`} className="callout danger">
              {t('editions.next.setBack', { institution: name, fields: settledWords(fields, t) })}
            </li>
          ))}
          {written.institutionsGone.map(({ id, name }) => (
            <li key={`gone-${id}`}>{t('editions.next.institutionGone', { institution: name })}</li>
          ))}
        </ul>
      )}
      {written.unapplied.length === 0 ? undefined : (
        <ul className="stack">
          {written.unapplied.map(({ institution, reason }, index) => (
            <li key={index} className="callout danger">
              {t('editions.next.unapplied', { institution, reason: t(`editions.next.reason.${reason}`) })}
            </li>
          ))}
        </ul>
      )}
      <p className="note">{t('editions.window.hash', { hash: written.contentHash.slice(0, 16) })}</p>
    </DialogFrame>
  );
}
