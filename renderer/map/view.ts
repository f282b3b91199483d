import { WebMercatorViewport } from '@deck.gl/core';
import type { BoundingBox, Coordinate } from '#app/domain/geometry/shapes.ts';

/** What part of the world is seen: centre in degrees, zoom as powers of two (0 shows the world on 512 pixels). North is up. */
export type MapView = { readonly longitude: number; readonly latitude: number; readonly zoom: number };
export type Size = { readonly width: number; readonly height: number };
/** Pixels at the edges that furniture covers; what is flown to stays clear of them. */
export type Padding = { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };

export const NO_PADDING: Padding = { top: 0, right: 0, bottom: 0, left: 0 };
export const MAX_ZOOM = 18;
/** How far one may zoom out beyond the whole city. */
const ZOOM_OUT_MARGIN = 1;

/** The view in which `box` fills the free part of the map. A box without extent is shown at `maxZoom`. */
export function fitView(box: BoundingBox, size: Size, padding: Padding, maxZoom = 15.5): MapView {
  const free = usable(size, padding);
  const viewport = new WebMercatorViewport({ width: size.width, height: size.height, longitude: 0, latitude: 0, zoom: 1 });
  const { longitude, latitude, zoom } = viewport.fitBounds(
    [
      [box.minX, box.minY],
      [box.maxX, box.maxY],
    ],
    { padding: { ...free }, maxZoom },
  );
  return { longitude, latitude, zoom };
}

/** Keeps the padding from eating the map in a narrow window. */
function usable(size: Size, padding: Padding): Padding {
  const horizontal = Math.min(1, (size.width * 0.6) / Math.max(1, padding.left + padding.right));
  const vertical = Math.min(1, (size.height * 0.6) / Math.max(1, padding.top + padding.bottom));
  return { top: padding.top * vertical, bottom: padding.bottom * vertical, left: padding.left * horizontal, right: padding.right * horizontal };
}

/** Keeps the city in sight: the centre stays within the city's rectangle, the zoom between "city with margin" and single houses. */
export function clampView(view: MapView, bounds: BoundingBox, fitted: MapView): MapView {
  return {
    longitude: clamp(view.longitude, bounds.minX, bounds.maxX),
    latitude: clamp(view.latitude, bounds.minY, bounds.maxY),
    zoom: clamp(view.zoom, fitted.zoom - ZOOM_OUT_MARGIN, MAX_ZOOM),
  };
}

/** To well below a pixel on any screen. */
export const isSameView = (one: MapView, other: MapView): boolean =>
  Math.abs(one.zoom - other.zoom) < 1e-4 && Math.abs(one.longitude - other.longitude) < 1e-7 && Math.abs(one.latitude - other.latitude) < 1e-7;

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

export const viewportOf = (view: MapView, size: Size): WebMercatorViewport => new WebMercatorViewport({ ...size, ...view });

/** The view moved by pixels; positive x shows more of the east, positive y more of the south. */
export function panned(view: MapView, size: Size, dx: number, dy: number): MapView {
  const [longitude, latitude] = viewportOf(view, size).unproject([size.width / 2 + dx, size.height / 2 + dy]);
  return { ...view, longitude: longitude ?? view.longitude, latitude: latitude ?? view.latitude };
}

/** Pixels of a point on a plane that covers the world at `zoom`, y downwards; differences are pixels on the screen. */
export function worldPixels([longitude, latitude]: Coordinate, zoom: number): Coordinate {
  const world = 512 * 2 ** zoom;
  const sine = Math.sin((latitude * Math.PI) / 180);
  return [world * (longitude / 360 + 0.5), world * (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI))];
}
