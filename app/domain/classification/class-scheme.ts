import type { AreaId } from '#shared/ids.ts';
import type { MessageKey, MessageValues } from '#shared/i18n/translator.ts';

/** Colour as sRGB bytes. */
export type Colour = readonly [red: number, green: number, blue: number];

/**
 * The one classification object of a map: screen map, legend, table, printed map and documents all read
 * the same object, so that a legend cannot be wrong.
 */
export type ClassScheme = {
  readonly title: MessageKey;
  readonly titleValues?: MessageValues;
  /** How to read the colours, where the classes alone do not say it. */
  readonly note?: MessageKey;
  readonly classes: readonly MapClass[];
  readonly classOf: ReadonlyMap<AreaId, MapClass>;
};

export type MapClass = {
  readonly key: string;
  /** Row and column of the legend grid: status × trend; single-dimension schemes use column 0. */
  readonly row: number;
  readonly column: number;
  readonly label: readonly MessageKey[];
  /** Numbers of the label, such as the limits of the class. */
  readonly labelValues?: MessageValues;
  readonly fill: Colour;
  /** A second sign that survives grey print and colour-blind eyes: trend positive up, negative down, stable none; `unknown` where no trend could be computed. */
  readonly sign: 'none' | 'up' | 'down' | 'unknown';
  /** `confidential` and `noClass` areas are hatched, in two different ways. */
  readonly hatch: 'none' | 'confidential' | 'noClass';
  /** Number of areas, for the legend. */
  readonly count: number;
};
