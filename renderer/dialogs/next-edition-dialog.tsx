import { useState } from 'react';
import type { GrantedFile } from '#shared/ipc/contract.ts';
import { chooseFreshImport, writeNextEdition } from '../commands/editions.ts';
import { Button } from '../components/button.tsx';
import { TextEntry } from '../components/text-entry.tsx';
import { cityOf } from '../state/bundle.ts';
import { usePart, useTranslate, useWorkspace } from '../state/context.tsx';
import { DialogFrame } from './dialog-frame.tsx';

/** "Neue Ausgabe schreiben": name and title, what goes in, and the file of a fresh import if there is one. */
export function NextEditionDialog({ onClose }: { readonly onClose: () => void }) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const city = usePart('bundle', cityOf);
  const corrections = usePart('project', ({ project }) => project?.institutionRevisions.length ?? 0);
  const present = city?.manifest.edition ?? '';
  const [edition, setEdition] = useState(() => nextName(present));
  const [title, setTitle] = useState(() => city?.manifest.title.replaceAll(present, nextName(present)) ?? '');
  const [fresh, setFresh] = useState<GrantedFile>();
  const named = edition.trim();
  const isReady = named !== '' && named !== present && title.trim() !== '';
  return (
    <DialogFrame
      title={t('editions.window.nextTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            kind="primary"
            disabled={!isReady}
            onPress={() => {
              onClose();
              void writeNextEdition(workspace, named, title.trim(), fresh);
            }}
          >
            {t('editions.window.write')}
          </Button>
        </>
      }
    >
      <p>{t('editions.window.nextLead', { edition: present })}</p>
      <TextEntry required label={t('editions.window.edition')} value={edition} onChange={setEdition} note={named === present ? t('editions.window.sameName') : undefined} />
      <TextEntry required label={t('editions.window.title')} value={title} onChange={setTitle} />
      <section className="section">
        <h2>{t('editions.window.goesIn')}</h2>
        <ul className="stack">
          <li>{corrections === 0 ? t('editions.window.noCorrections') : t('editions.window.corrections', { count: corrections })}</li>
          <li>{fresh === undefined ? t('editions.window.noImport') : t('editions.window.import', { file: fresh.name })}</li>
        </ul>
        <div className="row-wrap">
          <Button small onPress={() => void chooseFreshImport(workspace).then((file) => file !== undefined && setFresh(file))}>
            {t('editions.window.chooseImport')}
          </Button>
          {fresh === undefined ? undefined : (
            <Button small kind="quiet" onPress={() => setFresh(undefined)}>
              {t('editions.window.withoutImport')}
            </Button>
          )}
        </div>
        <p className="note">{t('editions.window.importNote')}</p>
      </section>
    </DialogFrame>
  );
}

/** Editions are mostly named after years: the next one, when the present name ends in a number. */
const nextName = (present: string): string => present.replace(/\d+$/, (number) => String(Number(number) + 1).padStart(number.length, '0'));
