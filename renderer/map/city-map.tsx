import { MapView as DeckMapView } from '@deck.gl/core';
import type { InteractionState, WebMercatorViewport } from '@deck.gl/core';
import { DeckGL } from '@deck.gl/react';
import type { DeckGLRef } from '@deck.gl/react';
import { useCallback, useEffect, useId, useImperativeHandle, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import type { AreaId } from '#shared/ids.ts';
import { lookupOf } from '#app/domain/city/city-lookup.ts';
import { fromLongitudeLatitude } from '#app/domain/geometry/crs.ts';
import type { BoundingBox, Coordinate } from '#app/domain/geometry/shapes.ts';
import type { CityMapProps, FlyTarget, MapHover } from './city-map-props.ts';
import { hitAt } from './hit-test.ts';
import type { MapHit } from './hit-test.ts';
import { clusterInstitutions } from './institution-clusters.ts';
import { mapGeometryOf } from './map-geometry.ts';
import { writeLabels } from './label-canvas.ts';
import { mapKey } from './map-keys.ts';
import { neighboursOf } from './neighbours.ts';
import { readingOrder, stepInOrder } from './reading-order.ts';
import { spokenArea } from './spoken-area.ts';
import { useLabelFont } from './use-label-font.ts';
import { useMapLayers } from './use-map-layers.ts';
import { useMapSize } from './use-map-size.ts';
import { useMapView } from './use-map-view.ts';
import type { MapView, Size } from './view.ts';
import { NO_PADDING, fitView, panned, viewportOf } from './view.ts';
import './map.css';

export type { CityMapHandle, CityMapProps, FlyTarget, MapHover, MapSelection } from './city-map-props.ts';

const VIEW = new DeckMapView({ id: 'city', repeat: false });
const CONTROLLER = { dragRotate: false, touchRotate: false, keyboard: false, inertia: 200, scrollZoom: { speed: 0.012, smooth: false } } as const;
/** One press of an arrow moves by this part of the map. */
const PAN_SHARE = 0.18;
const ROW_HEIGHT = 70;
/** A pointer that moves less than this between down and up has clicked. */
const CLICK_SLACK = 4;
/** The mark being placed is taken hold of within so many pixels. */
const MARK_REACH = 18;

/** The map of the city: draws what it is given, says what the user points at. */
export function CityMap(props: CityMapProps) {
  const { city, level, scheme, categories, showInstitutions, onlyInstitutions, placing, selection, onSelect, onHover, highlightAreas, translate, reducedMotion, onViewChange } = props;
  const padding = props.padding ?? NO_PADDING;
  const frame = useRef<HTMLDivElement>(null);
  const hint = useId();
  const geometry = useMemo(() => mapGeometryOf(city), [city]);
  const size = useMapSize(frame);
  const { view, go, follow, fitted } = useMapView(geometry.bounds, size, padding, reducedMotion, onViewChange);
  const widthOf = useLabelFont();
  const clusters = useMemo(
    () => clusterInstitutions(city, geometry.institutions, showInstitutions ? categories : [], onlyInstitutions),
    [city, geometry, showInstitutions, categories, onlyInstitutions],
  );
  const [hovered, setHovered] = useState<AreaId>();
  const [pointing, setPointing] = useState(false);
  const [cursor, setCursor] = useState<AreaId>();
  const [spoken, setSpoken] = useState('');
  const [failed, setFailed] = useState(false);
  const [drawing, setDrawing] = useState(0);
  const zoomStep = Math.floor(view?.zoom ?? 0);
  const marks = useMemo(() => clusters.at(zoomStep), [clusters, zoomStep]);
  const rings = useMemo(
    () => ({ selected: selection.area, hovered, cursor, highlighted: highlightAreas ?? [] }),
    [selection.area, hovered, cursor, highlightAreas],
  );
  const [dragged, setDragged] = useState<Coordinate>();
  const placedAt = useMemo(() => dragged ?? (placing?.at === undefined ? undefined : geometry.toLongitudeLatitude(placing.at)), [dragged, placing?.at, geometry]);
  const { layers, labels } = useMapLayers({
    city, level, scheme, outlineLevels: props.outlineLevels, coverage: props.coverage, foreignLayers: props.foreignLayers, language: props.language,
    geometry, zoom: view?.zoom ?? 0, clusters, marks, rings, selectedInstitution: selection.institution, widthOf,
    circle: props.circle, placedAt,
  });

  const neighbours = useMemo(() => once(() => neighboursOf(lookupOf(city).areasOf(level))), [city, level]);
  useEffect(() => setCursor(undefined), [city, level]);

  const flyTo = useCallback(
    (target: FlyTarget) => {
      if (size === undefined) return;
      const box = boxOf(target, geometry);
      if (box !== undefined) go(() => fitView(box, size, withAir(padding)), 'fly');
    },
    [geometry, go, padding, size],
  );
  const zoomBy = useCallback((steps: number) => go((from) => ({ ...from, zoom: from.zoom + steps }), 'glide'), [go]);
  const fitCity = useCallback(() => fitted !== undefined && go(() => fitted, 'fly'), [fitted, go]);

  /** Puts the keyboard on an area and says what is there. */
  const nextArea = useCallback(
    (direction: 'next' | 'previous') => {
      if (view === undefined || size === undefined) return;
      const order = visibleOrder(geometry.level(level).areas, view, size);
      const area = stepInOrder(order, cursor ?? selection.area, direction);
      setCursor(area);
      const known = area === undefined ? undefined : lookupOf(city).area(area);
      setSpoken(
        known === undefined
          ? translate('map.noArea')
          : spokenArea(known, scheme, neighbours().get(known.id), { number: order.indexOf(known.id) + 1, of: order.length }, translate),
      );
    },
    [city, cursor, geometry, level, neighbours, scheme, selection.area, size, translate, view],
  );

  useImperativeHandle(
    props.ref,
    () => ({ flyTo, zoomIn: () => zoomBy(1), zoomOut: () => zoomBy(-1), fitCity: () => void fitCity(), nextArea, focus: () => frame.current?.focus() }),
    [flyTo, zoomBy, fitCity, nextArea],
  );

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const meaning = event.target === frame.current ? mapKey(event) : undefined;
    if (meaning === undefined || size === undefined) return;
    event.preventDefault();
    if (placing?.at !== undefined && meaning.does === 'pan') {
      const [x, y] = placing.at;
      return placing.onPlace([x + meaning.dx * placing.step, y - meaning.dy * placing.step]);
    }
    switch (meaning.does) {
      case 'pan':
        return go((from) => panned(from, size, meaning.dx * PAN_SHARE * size.width, meaning.dy * PAN_SHARE * size.height), 'glide');
      case 'zoomIn':
        return zoomBy(1);
      case 'zoomOut':
        return zoomBy(-1);
      case 'fitCity':
        return void fitCity();
      case 'next':
      case 'previous':
        return nextArea(meaning.does);
      case 'select':
        if (cursor === undefined) return;
        onSelect({ area: cursor });
        return setSpoken(translate('map.selected', { area: lookupOf(city).area(cursor)?.name ?? '' }));
      case 'leave':
        setCursor(undefined);
        setSpoken(translate('map.left'));
        return frame.current?.blur();
    }
  };

  const hitUnder = (event: PointerEvent): { hit: MapHit | undefined; x: number; y: number } | undefined => {
    const box = frame.current?.getBoundingClientRect();
    if (box === undefined || view === undefined || size === undefined) return undefined;
    const x = event.clientX - box.left;
    const y = event.clientY - box.top;
    const [longitude = 0, latitude = 0] = viewportOf(view, size).unproject([x, y]);
    return { hit: hitAt(city, level, marks, [longitude, latitude], view.zoom), x, y };
  };

  /** Longitude and latitude under the pointer. */
  const pointUnder = (event: PointerEvent): Coordinate | undefined => {
    const box = frame.current?.getBoundingClientRect();
    if (box === undefined || view === undefined || size === undefined) return undefined;
    const [longitude = 0, latitude = 0] = viewportOf(view, size).unproject([event.clientX - box.left, event.clientY - box.top]);
    return [longitude, latitude];
  };
  const holdsMark = (event: PointerEvent): boolean => {
    const box = frame.current?.getBoundingClientRect();
    if (placedAt === undefined || box === undefined || view === undefined || size === undefined) return false;
    const [x = 0, y = 0] = viewportOf(view, size).project([placedAt[0], placedAt[1]]);
    return Math.hypot(event.clientX - box.left - x, event.clientY - box.top - y) <= MARK_REACH;
  };
  const place = (point: Coordinate): void => placing?.onPlace(fromLongitudeLatitude(city.manifest.crs)(point).map((metres) => Math.round(metres * 10) / 10) as unknown as Coordinate);

  const onPointerMove = (event: PointerEvent): void => {
    if (dragged !== undefined) {
      event.stopPropagation();
      setDragged(pointUnder(event));
      return;
    }
    // while dragging the map moves under the pointer: nothing is pointed at
    const under = event.buttons === 0 ? hitUnder(event) : undefined;
    setHovered(under?.hit?.kind === 'area' ? under.hit.area : undefined);
    setPointing(under?.hit !== undefined);
    onHover?.(under?.hit === undefined ? undefined : hoverOf(under.hit, under.x, under.y, (key) => clusters.members(key)));
  };
  const onPointerLeave = (): void => {
    setHovered(undefined);
    setPointing(false);
    onHover?.(undefined);
  };

  const pressed = useRef<{ readonly x: number; readonly y: number }>(undefined);
  const onPointerDown = (event: PointerEvent): void => {
    pressed.current = { x: event.clientX, y: event.clientY };
    if (placing === undefined || event.button !== 0 || !holdsMark(event)) return;
    // the mark is dragged, not the map below it
    event.stopPropagation();
    frame.current?.setPointerCapture(event.pointerId);
    setDragged(pointUnder(event));
  };
  const onPointerUp = (event: PointerEvent): void => {
    const from = pressed.current;
    pressed.current = undefined;
    if (dragged !== undefined) {
      event.stopPropagation();
      setDragged(undefined);
      return place(pointUnder(event) ?? dragged);
    }
    if (event.button !== 0 || from === undefined || Math.hypot(event.clientX - from.x, event.clientY - from.y) > CLICK_SLACK) return;
    if (placing !== undefined) {
      const point = pointUnder(event);
      return point === undefined ? undefined : place(point);
    }
    const hit = hitUnder(event)?.hit;
    switch (hit?.kind) {
      case 'cluster':
        return go((at) => ({ longitude: hit.position[0], latitude: hit.position[1], zoom: Math.max(at.zoom + 1, clusters.expansionZoom(hit.key) + 0.1) }), 'fly');
      case 'area':
        setCursor(undefined);
        return onSelect({ area: hit.area });
      case 'institution':
        return onSelect({ institution: hit.institution });
      case undefined:
        return onSelect({});
    }
  };

  const letters = useRef<HTMLCanvasElement>(null);
  const deck = useRef<DeckGLRef<DeckMapView>>(null);
  /** Names move in the same frame as the map below them. */
  const write = useCallback(() => {
    const viewport = deck.current?.deck?.isInitialized === true ? deck.current.deck.getViewports()[0] : undefined;
    if (letters.current !== null && viewport !== undefined) writeLabels(letters.current, labels, geometry, viewport as WebMercatorViewport, window.devicePixelRatio);
  }, [labels, geometry]);
  useEffect(write, [write]);

  // a map with a missing layer would mislead, so that any error takes the whole of it away
  const fail = (error: Error): void => {
    setFailed(true);
    props.onFailure?.(`${error.name}: ${error.message}`);
  };
  useLostContext(frame, drawing, () => fail(new Error('WebGL context lost')));

  return (
    <div
      ref={frame}
      className={['city-map', ...(pointing && placing === undefined ? ['city-map-pointing'] : []), ...(placing === undefined ? [] : ['city-map-placing'])].join(' ')}
      role="application"
      tabIndex={0}
      aria-label={translate('map.name', { city: city.manifest.city, areas: lookupOf(city).level(level)?.plural ?? '' })}
      aria-describedby={hint}
      onKeyDown={onKeyDown}
      onPointerMoveCapture={onPointerMove}
      onPointerLeave={onPointerLeave}
      onPointerDownCapture={onPointerDown}
      onPointerUpCapture={onPointerUp}
    >
      <p id={hint} className="only-read-aloud">
        {translate('map.keyboardHint')}
      </p>
      <p className="only-read-aloud" role="status" aria-live="polite">
        {spoken}
      </p>
      {size !== undefined && view !== undefined && !failed && (
        <DeckGL
          key={drawing}
          ref={deck}
          id="city-map"
          views={VIEW}
          viewState={view}
          controller={CONTROLLER}
          layers={[...layers]}
          onViewStateChange={({ viewState, interactionState }) => {
            // the drawing library reports a new size of the window too; that is nobody's wish to look elsewhere
            if (isMoving(interactionState)) follow(viewState as MapView);
          }}
          onError={fail}
          getCursor={cursorOf}
          onAfterRender={write}
          useDevicePixels
        />
      )}
      <canvas ref={letters} className="city-map-letters" aria-hidden="true" hidden={failed} />
      {failed && (
        <div className="map-failed" role="alert">
          <p className="map-failed-what">{translate('map.failed.what')}</p>
          <p>{translate('map.failed.safe')}</p>
          <button
            type="button"
            className="map-control map-control-wide"
            onClick={() => {
              setFailed(false);
              setDrawing(drawing + 1);
            }}
          >
            {translate('map.failed.again')}
          </button>
        </div>
      )}
    </div>
  );
}

/** The stylesheet decides: what is pointed at is known to the map, not to the drawing library. */
const cursorOf = ({ isDragging }: { readonly isDragging: boolean }): string => (isDragging ? 'grabbing' : 'inherit');

const isMoving = ({ isDragging, isPanning, isZooming, inTransition }: InteractionState): boolean => [isDragging, isPanning, isZooming, inTransition].includes(true);

function hoverOf(hit: MapHit, x: number, y: number, membersOf: (key: number) => MapHover['institutions']): MapHover {
  switch (hit.kind) {
    case 'area':
      return { area: hit.area, x, y };
    case 'institution':
      return { institution: hit.institution, x, y };
    case 'cluster':
      return { institutions: membersOf(hit.key) ?? [], x, y };
  }
}

function boxOf(target: FlyTarget, geometry: ReturnType<typeof mapGeometryOf>): BoundingBox | undefined {
  if ('bounds' in target) return target.bounds;
  if ('area' in target) return geometry.area(target.area)?.box;
  const point = 'point' in target ? target.point : geometry.institution(target.institution)?.position;
  return point === undefined ? undefined : { minX: point[0], minY: point[1], maxX: point[0], maxY: point[1] };
}

/** An area that is flown to keeps some of its surroundings. */
const withAir = (padding: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number }) => ({
  top: padding.top + 56,
  right: padding.right + 56,
  bottom: padding.bottom + 56,
  left: padding.left + 56,
});

/** Areas whose anchor is on the screen, in reading order. */
function visibleOrder(areas: readonly { readonly id: AreaId; readonly anchor: readonly [number, number] }[], view: MapView, size: Size): readonly AreaId[] {
  const viewport = viewportOf(view, size);
  const places = areas.map((area) => {
    const [x = 0, y = 0] = viewport.project([area.anchor[0], area.anchor[1]]);
    return { id: area.id, x, y };
  });
  return readingOrder(
    places.filter(({ x, y }) => x >= 0 && y >= 0 && x <= size.width && y <= size.height),
    ROW_HEIGHT,
  );
}

/**
 * Two habits of the drawing library are put right here: it makes its own element a tab stop (the map is one), and says nothing
 * when the graphics card takes its context away.
 */
function useLostContext(frame: { readonly current: HTMLDivElement | null }, drawing: number, onLost: () => void): void {
  const lost = useRef(onLost);
  useEffect(() => {
    lost.current = onLost;
  });
  useEffect(() => {
    const node = frame.current;
    if (node === null) return undefined;
    const onContextLost = (event: Event): void => {
      event.preventDefault();
      lost.current();
    };
    // the event does not bubble, so it is caught on its way down
    node.addEventListener('webglcontextlost', onContextLost, true);
    const oneTabStop = new MutationObserver(() => {
      for (const inner of node.querySelectorAll('.deck-events-root[tabindex="0"]')) inner.setAttribute('tabindex', '-1');
    });
    oneTabStop.observe(node, { subtree: true, childList: true, attributes: true, attributeFilter: ['tabindex'] });
    return () => {
      node.removeEventListener('webglcontextlost', onContextLost, true);
      oneTabStop.disconnect();
    };
  }, [frame, drawing]);
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
