import { Button } from '../components/button.tsx';
import { useTranslate } from '../state/context.tsx';
import { DialogFrame } from './dialog-frame.tsx';

type Properties = { readonly title: string; readonly from: string; readonly to: string; readonly rebind: () => void; readonly onClose: () => void };

/** Project and city are of different editions: nothing is taken over without a yes. */
export function OtherEditionDialog({ title, from, to, rebind, onClose }: Properties) {
  const t = useTranslate();
  return (
    <DialogFrame
      alert
      title={t('edition.ask.title', { to })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            kind="primary"
            autoFocus
            onPress={() => {
              onClose();
              rebind();
            }}
          >
            {t('edition.ask.rebind')}
          </Button>
        </>
      }
    >
      <p>{t('edition.ask.lead', { project: title, from, to })}</p>
      <p>{t('edition.ask.stays')}</p>
      <p className="note">{t('edition.ask.next')}</p>
    </DialogFrame>
  );
}
