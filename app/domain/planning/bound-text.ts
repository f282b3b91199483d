import type { AreaId, IndicatorId, IsoDate } from '#shared/ids.ts';

/** Text whose numbers are references, never typed digits (design, idea 4). */
export type BoundText = readonly TextPart[];
export type TextPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly reference: NumberReference };

/** One number of the bundle; `area: 'city'` is the city's reference value. Shown through the confidentiality gate, with its unit. */
export type NumberReference = { readonly indicator: IndicatorId; readonly area: AreaId | 'city'; readonly date: IsoDate };
