import { useState } from 'react';
import type { CityPackage } from '#app/jobs/edition-contract.ts';
import { exportCityData } from '../commands/exports.ts';
import { Button } from '../components/button.tsx';
import { RadioList } from '../components/radio-list.tsx';
import { cityOf } from '../state/bundle.ts';
import { usePart, useTranslate, useWorkspace } from '../state/context.tsx';
import { DialogFrame } from './dialog-frame.tsx';

const FORMATS = ['csv', 'xlsx', 'geojson', 'gpkg'] as const satisfies readonly CityPackage['format'][];
const MODES = ['copy', 'public'] as const satisfies readonly CityPackage['mode'][];

/** "Daten der Stadt ausgeben": in which format, and whether for the office itself or for everybody. */
export function CityExportDialog({ onClose }: { readonly onClose: () => void }) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const city = usePart('bundle', cityOf);
  const hasCorrections = usePart('project', ({ project }) => (project?.institutionRevisions.length ?? 0) > 0);
  const [format, setFormat] = useState<CityPackage['format']>('csv');
  const [chosenMode, setMode] = useState<CityPackage['mode']>('copy');
  const wanted: CityPackage = format === 'gpkg' ? { format, mode: 'copy' } : { format, mode: chosenMode };
  return (
    <DialogFrame
      title={t('editions.out.title')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            kind="primary"
            disabled={city === undefined}
            onPress={() => {
              onClose();
              void exportCityData(workspace, wanted);
            }}
          >
            {t('editions.out.save')}
          </Button>
        </>
      }
    >
      <p>{t('editions.out.lead', { edition: city?.manifest.edition ?? '', city: city?.manifest.city ?? '' })}</p>
      <RadioList
        label={t('editions.out.format')}
        options={FORMATS.map((id) => ({ id, name: t(`editions.out.formats.${id}`), note: t(`editions.out.about.${id}`) }))}
        value={format}
        onChange={(id) => setFormat(FORMATS.find((known) => known === id) ?? format)}
      />
      <RadioList
        label={t('editions.out.edition')}
        options={MODES.map((id) => ({
          id,
          name: t(`editions.out.editions.${id}`),
          note: id === 'public' && format === 'gpkg' ? t('editions.out.gpkgOnlyInside') : t(`editions.mode.${id}`),
          disabled: id === 'public' && format === 'gpkg',
        }))}
        value={wanted.mode}
        onChange={(id) => setMode(MODES.find((known) => known === id) ?? chosenMode)}
      />
      {hasCorrections ? <p className="note">{t('editions.out.correctionsNote')}</p> : undefined}
    </DialogFrame>
  );
}
