import { useMemo } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import type { ForeignLayer } from '#app/storage/bundle/open-bundle.ts';
import { formatNumber } from '#shared/i18n/number-format.ts';
import { DataTable, type TableColumn } from '../../components/data-table.tsx';
import { useLanguage, usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import { ForeignSketch } from './foreign-sketch.tsx';

/** Layers of a GeoPackage that is not ours. */
export function ForeignPanel() {
  const { stores } = useWorkspace();
  const t = useTranslate();
  const language = useLanguage();
  const content = usePart('bundle', (state) => state.content);
  const chosen = usePart('view', (state) => state.foreignLayer);
  if (content.kind !== 'foreign') return <div className="side-body" />;
  return (
    <div className="side-body">
      <p>{t('city.foreign.lead', { file: content.fileName })}</p>
      <ListBox
        className="choice-list"
        aria-label={t('city.foreign.layers')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[chosen ?? content.layers[0]?.table ?? '']}
        onSelectionChange={(keys) => {
          const [first] = keys === 'all' ? [] : keys;
          if (first !== undefined) stores.view.setState({ foreignLayer: String(first) });
        }}
      >
        {content.layers.map((layer) => (
          <ListBoxItem key={layer.table} id={layer.table} textValue={layer.title} className="choice">
            <span className="grow">
              {layer.title}
              <span className="option-note">
                {t('city.foreign.features', { count: layer.features.length })} · {layer.placed ? `${layer.crs.organisation}:${layer.crs.code}` : t('city.foreign.notPlaced')}
              </span>
            </span>
          </ListBoxItem>
        ))}
      </ListBox>
      {content.skipped.length === 0 ? undefined : (
        <section className="section">
          <h2>
            {t('city.foreign.skipped')} ({formatNumber(content.skipped.length, 0, language)})
          </h2>
          <ul className="stack-tight note">
            {content.skipped.map((row) => (
              <li key={row.table}>
                {row.table}: {row.reason}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

/** The chosen layer drawn in outline, with its attributes below. */
export function ForeignCanvas() {
  const t = useTranslate();
  const content = usePart('bundle', (state) => state.content);
  const chosen = usePart('view', (state) => state.foreignLayer);
  const layer = content.kind === 'foreign' ? (content.layers.find((entry) => entry.table === chosen) ?? content.layers[0]) : undefined;
  if (layer === undefined) return <p className="table-empty">{t('city.foreign.selectLayer')}</p>;
  return (
    <>
      <section className="map-place" aria-label={t('shell.region.map')}>
        <ForeignSketch key={layer.table} layer={layer} />
      </section>
      <section className="drawer" aria-label={t('city.foreign.attributes')} style={{ height: 280 }}>
        <AttributeTable key={layer.table} layer={layer} />
      </section>
    </>
  );
}

type Feature = { readonly number: number; readonly attributes: ForeignLayer['features'][number]['attributes'] };

function AttributeTable({ layer }: { readonly layer: ForeignLayer }) {
  const rows = useMemo(() => layer.features.map((feature, number): Feature => ({ number, attributes: feature.attributes })), [layer]);
  const columns = useMemo(
    () =>
      Object.keys(layer.features[0]?.attributes ?? {}).map((name): TableColumn<Feature> => {
        const isNumber = typeof layer.features[0]?.attributes[name] === 'number';
        return {
          id: name,
          header: name,
          width: 150,
          number: isNumber,
          text: (row) => String(row.attributes[name] ?? ''),
          rank: isNumber ? (row) => (typeof row.attributes[name] === 'number' ? row.attributes[name] : undefined) : undefined,
        };
      }),
    [layer],
  );
  return <DataTable name={layer.title} rows={rows} columns={columns} keyOf={(row) => String(row.number)} />;
}
