import type { Ref } from 'react';
import type { AreaId, CategoryId, InstitutionId, LevelId } from '#shared/ids.ts';
import type { Language } from '#shared/localized.ts';
import type { Translate } from '#shared/i18n/translator.ts';
import type { City } from '#app/domain/city/city.ts';
import type { ClassScheme } from '#app/domain/classification/class-scheme.ts';
import type { ReleasedCoverage } from '#app/domain/coverage/release-coverage.ts';
import type { BoundingBox, Coordinate } from '#app/domain/geometry/shapes.ts';
import type { ForeignMapLayer } from './foreign-geometry.ts';
import type { MapView, Padding } from './view.ts';

/** Everything the map shows comes in here; it knows no store and decides nothing. */
export type CityMapProps = {
  readonly city: City;
  /** The level whose areas are filled, named and walked through. */
  readonly level: LevelId;
  readonly scheme: ClassScheme | undefined;
  /** Further levels whose borders are drawn; the city's own border always is. */
  readonly outlineLevels?: readonly LevelId[];
  /** Categories of institutions on the map. */
  readonly categories: readonly CategoryId[];
  readonly showInstitutions: boolean;
  /** Only these of the categories; undefined shows all of them. */
  readonly onlyInstitutions?: ReadonlySet<InstitutionId> | undefined;
  /** A mark that is being placed: it is dragged, set by a click, or moved by the arrow keys while the map has the focus. */
  readonly placing?: Placing | undefined;
  /** Circle of "in der Nähe", in metres of the city's system. */
  readonly circle?: { readonly centre: Coordinate; readonly metres: number } | undefined;
  readonly coverage?: ReleasedCoverage | undefined;
  readonly selection: MapSelection;
  readonly onSelect: (selection: MapSelection) => void;
  /** Ids and place only: what may be shown about them is for the surface to release. */
  readonly onHover?: (hover: MapHover | undefined) => void;
  readonly highlightAreas?: readonly AreaId[];
  readonly foreignLayers?: readonly ForeignMapLayer[];
  readonly language: Language;
  readonly translate: Translate;
  /** Pixels covered by furniture; what is flown to stays clear of them. */
  readonly padding?: Padding;
  readonly reducedMotion: boolean;
  readonly onViewChange?: (view: MapView) => void;
  /** The map could not be drawn, in full; the map itself already says so to the user. For the help desk. */
  readonly onFailure?: (technical: string) => void;
  readonly ref?: Ref<CityMapHandle>;
};

/** Places in metres of the city's system; `step` in metres. */
export type Placing = { readonly at: Coordinate | undefined; readonly step: number; readonly onPlace: (at: Coordinate) => void };

export type MapSelection = { readonly area?: AreaId | undefined; readonly institution?: InstitutionId | undefined };
export type MapHover = {
  readonly area?: AreaId;
  readonly institution?: InstitutionId;
  /** Institutions of a cluster. */
  readonly institutions?: readonly InstitutionId[];
  /** Pixels within the map. */
  readonly x: number;
  readonly y: number;
};

export type FlyTarget =
  | { readonly area: AreaId }
  | { readonly institution: InstitutionId }
  /** Longitude and latitude. */
  | { readonly bounds: BoundingBox }
  /** Longitude and latitude. */
  | { readonly point: Coordinate };

export type CityMapHandle = {
  readonly flyTo: (target: FlyTarget) => void;
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  readonly fitCity: () => void;
  readonly nextArea: (direction: 'next' | 'previous') => void;
  readonly focus: () => void;
};
