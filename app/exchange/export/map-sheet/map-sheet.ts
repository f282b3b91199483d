import type { AreaId, CategoryId, LevelId } from '#shared/ids.ts';
import type { Language } from '#shared/localized.ts';
import type { City } from '#app/domain/city/city.ts';
import type { ClassScheme } from '#app/domain/classification/class-scheme.ts';
import type { MultiPolygon } from '#app/domain/geometry/shapes.ts';

/** Everything a printed map needs; the classes come from the one classification object that the screen uses too. */
export type MapSheet = {
  readonly city: City;
  readonly scheme: ClassScheme | undefined;
  /** Reach of offers, drawn as an outline above the classes. */
  readonly outline: MultiPolygon | undefined;
  readonly level: LevelId;
  /** Area the sheet zooms to; the others stay, paler. Undefined shows the whole city. */
  readonly focus: AreaId | undefined;
  /** Categories whose institutions are drawn as symbols. */
  readonly categories: readonly CategoryId[];
  readonly title: string;
  readonly subtitle: string;
  /** Sentences on method and reservations, without signs and sources (the sheet adds them). */
  readonly notes: readonly string[];
  readonly language: Language;
  /** ISO date and time. */
  readonly createdAt: string;
  /** `sheet` is a landscape page with its own title; `figure` goes into a document that brings title and caption. */
  readonly format: 'sheet' | 'figure';
};

/** Drawing units of the two formats; both are scaled to any width when drawn. */
export const SHEET_SIZES = {
  sheet: { width: 1600, height: 900 },
  figure: { width: 1000, height: 892 },
} as const satisfies Record<MapSheet['format'], { width: number; height: number }>;

export const SHEET_FONT = 'Inter, Carlito, Calibri, Arial, sans-serif';
export const INK = '#16232b';
export const QUIET_INK = '#51626c';
export const LINE = '#c5d0d6';
