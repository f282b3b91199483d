import type { LayerSketch } from '#app/jobs/import-contract.ts';
import { formatNumber } from '#shared/i18n/number-format.ts';
import { useMemo } from 'react';
import { Facts } from '../../components/facts.tsx';
import { OutlineMap } from '../../components/outline-map.tsx';
import { useLanguage, useTranslate } from '../../state/context.tsx';
import type { WorkFile } from '../../state/import-draft.ts';
import { CrsFinding } from './crs-finding.tsx';

type Properties = { readonly file: WorkFile; readonly layer: LayerSketch };

/** A layer in outline with its attributes, and whether its coordinates are what the file says they are. */
export function LayerDetail({ file, layer }: Properties) {
  const t = useTranslate();
  const language = useLanguage();
  const shapes = useMemo(() => layer.outline.map((geometry, index) => ({ key: String(index), name: `${index + 1}`, geometry })), [layer]);
  return (
    <div className="layer-detail">
      <div className="stack">
        <CrsFinding file={file} layer={layer} />
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
