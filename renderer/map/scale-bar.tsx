import type { Translate } from '#shared/i18n/translator.ts';
import { formatWithUnit } from '#shared/i18n/number-format.ts';
import type { Language } from '#shared/localized.ts';
import { scaleBarFor } from './scale.ts';

export type ScaleBarProps = { readonly latitude: number; readonly zoom: number; readonly language: Language; readonly translate: Translate; readonly maxPixels?: number };

/** A round distance at the middle of the map, as long on the screen as it is on the ground. */
export function ScaleBar({ latitude, zoom, language, translate, maxPixels = 120 }: ScaleBarProps) {
  const { metres, pixels } = scaleBarFor(latitude, zoom, maxPixels);
  const text = distanceText(metres, language);
  return (
    <div className="map-scale" role="img" aria-label={translate('map.scale', { distance: text })}>
      <span className="map-scale-text">{text}</span>
      <span className="map-scale-bar" style={{ width: `${pixels}px` }} />
    </div>
  );
}

/** `500 m`, `2 km`, `0,5 m`: kilometres from 1,000 m on. */
export function distanceText(metres: number, language: Language): string {
  const [value, unit] = metres >= 1000 ? [metres / 1000, 'km'] : [metres, 'm'];
  return formatWithUnit(value, Number.isInteger(value) ? 0 : 1, unit, language);
}
