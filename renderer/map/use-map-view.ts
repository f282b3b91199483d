import { FlyToInterpolator, LinearInterpolator } from '@deck.gl/core';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { BoundingBox } from '#app/domain/geometry/shapes.ts';
import type { MapView, Padding, Size } from './view.ts';
import { clampView, fitView, isSameView } from './view.ts';

/** A view on its way: the drawing library moves there by itself. */
export type MovingView = MapView & { readonly transitionDuration?: number; readonly transitionInterpolator?: FlyToInterpolator | LinearInterpolator };
export type Motion = 'none' | 'glide' | 'fly';

export type ViewControl = {
  readonly view: MovingView | undefined;
  /** Goes there; `change` starts from where the map is going already. */
  readonly go: (change: (from: MapView) => MapView, motion: Motion) => void;
  /** Takes over where the user has dragged or zoomed to. */
  readonly follow: (view: MapView) => void;
  readonly fitted: MapView | undefined;
};

const GLIDE = 140;
const FLIGHT = 700;

/**
 * Where the map looks: the whole city first, and again when another city is opened. As long as the user has not moved it away
 * from the whole city, it keeps the whole city in sight whatever happens to its size.
 */
export function useMapView(bounds: BoundingBox, size: Size | undefined, padding: Padding, reducedMotion: boolean, onViewChange?: (view: MapView) => void): ViewControl {
  const fitted = useMemo(() => (size === undefined ? undefined : fitView(bounds, size, padding)), [bounds, size, padding]);
  const [moved, setMoved] = useState<{ readonly of: BoundingBox; readonly view: MovingView; readonly whole: MapView | undefined }>();
  const isGone = moved?.of !== bounds || (moved.whole !== undefined && moved.whole !== fitted);
  const view = isGone ? fitted : moved.view;

  const target = useRef<MapView | undefined>(undefined);
  useEffect(() => {
    target.current = view;
    if (view !== undefined) onViewChange?.(plain(view));
  }, [view, onViewChange]);

  const go = useCallback(
    (change: (from: MapView) => MapView, motion: Motion) => {
      if (target.current === undefined || fitted === undefined) return;
      const next = clampView(change(target.current), bounds, fitted);
      target.current = next;
      setMoved({ of: bounds, view: { ...next, ...transition(reducedMotion ? 'none' : motion) }, whole: isSameView(next, fitted) ? fitted : undefined });
    },
    [bounds, fitted, reducedMotion],
  );
  const follow = useCallback(
    (next: MapView) => {
      if (fitted === undefined) return;
      const view = clampView(next, bounds, fitted);
      setMoved({ of: bounds, view, whole: isSameView(view, fitted) ? fitted : undefined });
    },
    [bounds, fitted],
  );
  return { view, go, follow, fitted };
}

const glide = new LinearInterpolator(['longitude', 'latitude', 'zoom']);

function transition(motion: Motion): Pick<MovingView, 'transitionDuration' | 'transitionInterpolator'> {
  switch (motion) {
    case 'none':
      return { transitionDuration: 0 };
    case 'glide':
      return { transitionDuration: GLIDE, transitionInterpolator: glide };
    case 'fly':
      return { transitionDuration: FLIGHT, transitionInterpolator: new FlyToInterpolator({ curve: 1.3 }) };
  }
}

const plain = ({ longitude, latitude, zoom }: MapView): MapView => ({ longitude, latitude, zoom });
