import type { Translate } from '#shared/i18n/translator.ts';

export type MapControlsProps = { readonly translate: Translate; readonly onZoomIn: () => void; readonly onZoomOut: () => void; readonly onFitCity: () => void };

/** Buttons for what the wheel and the keys do, for hands that have neither. */
export function MapControls({ translate, onZoomIn, onZoomOut, onFitCity }: MapControlsProps) {
  return (
    <div className="map-controls" role="group" aria-label={translate('map.controls')}>
      <button type="button" className="map-control" onClick={onZoomIn} aria-label={translate('map.zoomIn')} title={`${translate('map.zoomIn')} (+)`}>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M8 3V13M3 8H13" />
        </svg>
      </button>
      <button type="button" className="map-control" onClick={onZoomOut} aria-label={translate('map.zoomOut')} title={`${translate('map.zoomOut')} (−)`}>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M3 8H13" />
        </svg>
      </button>
      <button type="button" className="map-control map-control-wide" onClick={onFitCity} title={`${translate('map.fitCityLong')} (0)`}>
        {translate('map.fitCity')}
      </button>
    </div>
  );
}
