import type { AreaId } from '#shared/ids.ts';
import type { Translate } from '#shared/i18n/translator.ts';
import type { Area } from '#app/domain/city/city.ts';
import type { ClassScheme, MapClass } from '#app/domain/classification/class-scheme.ts';

/** A class in full words, each part after the other: "Hoch (geringes Armutsrisiko), Trend: Positiv" is never cut to "Hoch". */
export function classWords(mapClass: MapClass, translate: Translate): string {
  const [first, ...others] = mapClass.label.map((key) => translate(key, mapClass.labelValues));
  const trend = others.map((word) => translate('map.trendWord', { trend: word }));
  return [first ?? '', ...trend].filter((word) => word !== '').join(', ');
}

/** What a screen reader hears when the keyboard reaches an area. */
export function spokenArea(
  area: Area,
  scheme: ClassScheme | undefined,
  neighbours: ReadonlySet<AreaId> | undefined,
  place: { readonly number: number; readonly of: number },
  translate: Translate,
): string {
  const mapClass = scheme?.classOf.get(area.id);
  return [
    area.name,
    mapClass === undefined || mapClass.key === 'plain' ? undefined : classWords(mapClass, translate),
    translate('map.neighbours', { count: neighbours?.size ?? 0 }),
    translate('map.placeInOrder', place),
  ]
    .filter((part) => part !== undefined)
    .join('. ');
}
