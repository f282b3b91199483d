import { useEffect, useState } from 'react';
import type { AppInfo } from '#shared/ipc/contract.ts';
import { Button } from '../components/button.tsx';
import { Facts } from '../components/facts.tsx';
import { useCity, useTranslate, useWorkspace } from '../state/context.tsx';
import { DialogFrame } from './dialog-frame.tsx';

const RUNTIME = { official: 'shell.about.runtimeOfficial', registry: 'shell.about.runtimeRegistry', override: 'shell.about.runtimeOverride' } as const;

/** Versions, and which runtime this is. */
export function AboutDialog({ onClose }: { readonly onClose: () => void }) {
  const { platform } = useWorkspace();
  const t = useTranslate();
  const city = useCity();
  const [info, setInfo] = useState<AppInfo>();
  useEffect(() => {
    void platform.request('app:info').then(setInfo);
  }, [platform]);
  return (
    <DialogFrame
      title={t('shell.about.title')}
      onClose={onClose}
      actions={
        <Button kind="primary" autoFocus onPress={onClose}>
          {t('common.close')}
        </Button>
      }
    >
      <p>{t('shell.about.lead')}</p>
      <Facts
        rows={[
          [t('shell.about.version'), info?.version],
          [t('shell.about.runtime'), info === undefined ? undefined : `${t(RUNTIME[info.runtime])}, ${info.electron}`],
          [t('shell.about.chromium'), info?.chromium],
          [t('shell.about.packaged'), info === undefined ? undefined : t(info.packaged ? 'shell.about.packagedYes' : 'shell.about.packagedNo')],
          [t('shell.about.bundle'), city === undefined ? undefined : `${city.manifest.title}, ${city.manifest.edition}`],
        ]}
      />
      <p className="note">{t('shell.about.licence')}</p>
    </DialogFrame>
  );
}
