import { Button as AriaButton } from 'react-aria-components';
import type { GrantedFile } from '#shared/ipc/contract.ts';
import { Button } from '../components/button.tsx';
import { Icon, type IconName } from '../components/icon.tsx';
import { useTranslate } from '../state/context.tsx';
import { DialogFrame } from './dialog-frame.tsx';

type Properties = {
  readonly file: string;
  readonly by: GrantedFile['lockedBy'];
  readonly look: () => void;
  readonly copy: () => void;
  readonly onClose: () => void;
};

/** A project that somebody else works on, or that may not be written: look at it, or work on a copy. */
export function OccupiedDialog({ file, by, look, copy, onClose }: Properties) {
  const t = useTranslate();
  const answer = (act: () => void) => () => {
    onClose();
    act();
  };
  return (
    <DialogFrame wide title={t('edition.occupied.title', { file })} onClose={onClose} actions={<Button onPress={onClose}>{t('common.cancel')}</Button>}>
      <p>{by === undefined ? t('edition.occupied.notWritable') : t('edition.occupied.byUser', by)}</p>
      <div className="two-cards">
        <Choice icon="search" name={t('edition.occupied.look')} note={t('edition.occupied.lookNote')} onPress={answer(look)} />
        <Choice icon="file" name={t('edition.occupied.copy')} note={t('edition.occupied.copyNote')} onPress={answer(copy)} />
      </div>
    </DialogFrame>
  );
}

const Choice = ({ icon, name, note, onPress }: { readonly icon: IconName; readonly name: string; readonly note: string; readonly onPress: () => void }) => (
  <AriaButton className="card-button" onPress={onPress}>
    <Icon name={icon} size={20} />
    <span>
      <strong>{name}</strong>
      <span className="note">{note}</span>
    </span>
  </AriaButton>
);
