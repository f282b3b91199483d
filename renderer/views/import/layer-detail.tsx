import type { KnownCrs } from '#app/domain/geometry/crs.ts';
import type { LayerSketch } from '#app/jobs/import-contract.ts';
import { formatNumber } from '#shared/i18n/number-format.ts';
import { isMessageKey } from '#shared/i18n/translator.ts';
import { useMemo } from 'react';
import { Button } from '../../components/button.tsx';
import { Facts } from '../../components/facts.tsx';
import { OutlineMap } from '../../components/outline-map.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { useLanguage, useTranslate } from '../../state/context.tsx';
import { CRS_NAMES } from './crs-names.ts';

type Properties = { readonly layer: LayerSketch; readonly crs: KnownCrs | undefined; /** The recipe swaps the axes already. */ readonly swapped: boolean; readonly onCrs: (crs: KnownCrs, swapAxes: boolean | undefined) => void };

/** A layer in outline with its attributes, and whether its coordinates are what the file says they are. */
export function LayerDetail({ layer, crs, swapped, onCrs }: Properties) {
  const t = useTranslate();
  const language = useLanguage();
  const shapes = useMemo(() => layer.outline.map((geometry, index) => ({ key: String(index), name: `${index + 1}`, geometry })), [layer]);
  const declared = crs ?? (layer.crs.kind === 'known' ? layer.crs.code : undefined);
  return (
    <div className="layer-detail">
      <div className="stack">
        <CrsFinding layer={layer} swapped={swapped} onCrs={onCrs} />
        <SelectField
          label={t('importWorkbench.areas.crs')}
          placeholder={layer.crs.kind === 'unknown' ? t('importWorkbench.areas.crsUnknown') : t('importWorkbench.areas.crsMissing')}
          options={CRS_NAMES.map(([id, name]) => ({ id, name, note: id }))}
          value={declared}
          onChange={(code) => onCrs(code as KnownCrs, undefined)}
        />
        <Facts
          rows={[
            [t('importWorkbench.areas.features'), formatNumber(layer.features, 0, language)],
            [t('importWorkbench.areas.kinds'), layer.geometryTypes.join(', ')],
            ...layer.fields.slice(0, 12).map((field): readonly [string, string] => [field.name, field.samples.filter((sample) => sample !== undefined).slice(0, 3).join(' · ')]),
          ]}
        />
      </div>
      {shapes.length === 0 ? <p className="note outline-empty">{t('importWorkbench.areas.noOutline')}</p> : <OutlineMap label={t('importWorkbench.areas.mapOf', { name: layer.name })} shapes={shapes} />}
    </div>
  );
}

/** What the numbers say about the declared system, with the correction as one click. */
export function CrsFinding({ layer, swapped, onCrs }: Pick<Properties, 'layer' | 'swapped' | 'onCrs'>) {
  const t = useTranslate();
  const { code, suggested, swapAxes, details } = layer.crsFinding;
  if (code === 'fits' || (code === 'swappedAxes' && swapped)) return <p className="note">{t('importWorkbench.crs.fits')}</p>;
  const key = `importWorkbench.crs.${code}`;
  return (
    <div className="callout danger stack" role="alert">
      <p>{isMessageKey(key) ? t(key, details) : code}</p>
      {suggested === undefined ? undefined : (
        <div>
          <Button small kind="primary" onPress={() => onCrs(suggested as KnownCrs, swapAxes)}>
            {t(swapAxes ? 'importWorkbench.crs.repairSwapped' : 'importWorkbench.crs.repair', { crs: suggested })}
          </Button>
        </div>
      )}
    </div>
  );
}
