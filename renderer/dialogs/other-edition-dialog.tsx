import { Button } from '../components/button.tsx';
import { useTranslate } from '../state/context.tsx';
import { DialogFrame } from './dialog-frame.tsx';

type Properties = { readonly title: string; readonly from: string; readonly to: string; readonly recommendations: number; readonly dropsSearch: boolean; readonly rebind: () => void; readonly onClose: () => void };

/** Project and city are of different editions: nothing is taken over without a yes. */
export function OtherEditionDialog({ title, from, to, recommendations, dropsSearch, rebind, onClose }: Properties) {
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
      <p>{t('edition.ask.lead', { project: title, from })}</p>
      <p>
        {t('edition.ask.computed', { to })}
        {recommendations === 0 ? '' : ` ${t('edition.ask.stays')}`}
        {dropsSearch ? ` ${t('edition.ask.dropsSearch')}` : ''}
      </p>
      <p className="note">{t('edition.ask.undo')}</p>
    </DialogFrame>
  );
}
