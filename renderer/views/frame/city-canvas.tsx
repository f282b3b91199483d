import { useEffect, useMemo, useRef, useState } from 'react';
import type { City } from '#app/domain/city/city.ts';
import { lookupOf } from '#app/domain/city/city-lookup.ts';
import { toLongitudeLatitude } from '#app/domain/geometry/crs.ts';
import type { Coordinate } from '#app/domain/geometry/shapes.ts';
import { asId, type AreaId, type CategoryId, type InstitutionId } from '#shared/ids.ts';
import { placeTask } from '../../commands/register.ts';
import { clearSelection, selectArea, selectInstitution } from '../../commands/select.ts';
import { useLanguage, usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import { shown } from '../../state/results.ts';
import { toggled } from '../../state/view.ts';
import { Attribution } from '../../map/attribution.tsx';
import { CityMap } from '../../map/city-map.tsx';
import type { CityMapHandle, MapHover } from '../../map/city-map-props.ts';
import { HoverCard } from '../../map/hover-card.tsx';
import { MapLegend } from '../../map/legend.tsx';
import { MapControls } from '../../map/map-controls.tsx';
import { ScaleBar } from '../../map/scale-bar.tsx';
import type { MapView } from '../../map/view.ts';
import { centreOf, USUAL_RADIUS, type RegisterState } from '../../state/register.ts';
import { useSearch } from '../register/use-register.ts';
import { schemeFor } from '../scheme-for.ts';
import { HoverWords } from './hover-words.tsx';

/** The city stays clear of controls, scale and source. */
const PADDING = { top: 24, right: 112, bottom: 56, left: 24 };
const PADDING_BESIDE_LEGEND = { ...PADDING, left: 360 };
/** From this width of the window on the legend stands open beside the city; below, the panel of the step explains the colours. */
const WIDE = 1600;

/** The map with its furniture: legend, controls, scale, source. Colours and legend come from the same class object. */
export function CityCanvas({ city }: { readonly city: City }) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const language = useLanguage();
  const level = usePart('view', (state) => state.level);
  const step = usePart('view', (state) => state.step);
  const indicator = usePart('view', (state) => state.indicator);
  const date = usePart('view', (state) => state.date);
  const fly = usePart('view', (state) => state.fly);
  const zoom = usePart('view', (state) => state.zoom);
  const filters = usePart('view', (state) => state.filters);
  const cityTab = usePart('view', (state) => state.cityTab);
  const onMap = usePart('selection', (state) => state.onMap);
  const results = usePart('results', (state) => state);
  const task = usePart('register', (state) => state.task);
  const near = usePart('register', (state) => state.filters.near);
  const metresAStep = usePart('register', (state) => state.step);
  const mode = usePart('register', (state) => state.mode);
  const found = useSearch();
  const handle = useRef<CityMapHandle>(null);
  const [view, setView] = useState<MapView>();
  const [hover, setHover] = useState<MapHover>();
  const [pointedOut, setPointedOut] = useState<string>();
  const reducedMotion = useMemo(() => window.matchMedia('(prefers-reduced-motion: reduce)').matches, []);

  const index = shown(results.index);
  const coverage = step === 'coverage' ? shown(results.coverage) : undefined;
  const scheme = useMemo(
    () => (level === undefined ? undefined : schemeFor(city, { step, level, indicator, date }, index, coverage)),
    [city, level, step, indicator, date, index, coverage],
  );
  const inTab = step === 'city' && cityTab === 'institutions';
  const inRegister = inTab && mode === 'search';
  const wholeRegister = inTab && mode !== 'search';
  const categories = useMemo(() => shownCategories(city, wholeRegister ? [] : filters.categories, coverage?.request.categories, inTab), [city, filters.categories, coverage, inTab, wholeRegister]);
  // a coverage shows the offers it counted, check and comparison the whole register; everywhere else the map shows what the search finds
  const only = useMemo(() => (coverage !== undefined || wholeRegister || found === undefined ? undefined : new Set(found.hits.map(({ institution }) => institution.id))), [coverage, found, wholeRegister]);
  const circle = useMemo(() => circleOf(city, task, inRegister ? near : undefined), [city, task, near, inRegister]);
  const placing = useMemo(() => {
    if (task.kind !== 'move' && task.kind !== 'add' && task.kind !== 'near') return undefined;
    return { at: task.at, step: metresAStep, onPlace: (at: Coordinate) => placeTask(workspace, at) };
  }, [task, metresAStep, workspace]);
  const highlight = useMemo(
    () => (pointedOut === undefined || scheme === undefined ? [] : [...scheme.classOf].filter(([, mapClass]) => mapClass.key === pointedOut).map(([area]) => area)),
    [pointedOut, scheme],
  );
  const selection = useMemo(
    () => (onMap.kind === 'area' ? { area: onMap.id } : onMap.kind === 'institution' ? { institution: onMap.id } : {}),
    [onMap],
  );

  useEffect(() => {
    if (fly === undefined) return;
    const lookup = lookupOf(city);
    const area = asId<AreaId>(fly.target);
    if (lookup.area(area) !== undefined) handle.current?.flyTo({ area });
    else if (lookup.institution(asId<InstitutionId>(fly.target)) !== undefined) handle.current?.flyTo({ institution: asId<InstitutionId>(fly.target) });
  }, [fly, city]);
  // a radius just set is looked at
  const flownTo = useRef('');
  useEffect(() => {
    const wanted = JSON.stringify(circle) ?? '';
    if (task.kind === 'near' || wanted === flownTo.current) return;
    flownTo.current = wanted;
    if (circle !== undefined) handle.current?.flyTo({ bounds: boundsOfCircle(city, circle) });
  }, [circle, city, task.kind]);
  useEffect(() => {
    if (zoom?.direction === 'in') handle.current?.zoomIn();
    else if (zoom?.direction === 'out') handle.current?.zoomOut();
  }, [zoom]);

  if (level === undefined) return undefined;
  const levelEntry = lookupOf(city).level(level);
  return (
    <>
      <CityMap
        ref={handle}
        city={city}
        level={level}
        scheme={scheme}
        outlineLevels={city.levels.filter((other) => other.id === levelEntry?.nestsIn).map((other) => other.id)}
        categories={categories}
        showInstitutions={categories.length > 0}
        onlyInstitutions={only}
        placing={placing}
        circle={circle}
        coverage={coverage}
        selection={selection}
        onSelect={(next) => {
          if (next.institution !== undefined) selectInstitution(workspace, next.institution);
          else if (next.area !== undefined) selectArea(workspace, next.area);
          else clearSelection(workspace);
        }}
        onHover={setHover}
        highlightAreas={highlight}
        language={language}
        translate={t}
        padding={window.innerWidth >= WIDE ? PADDING_BESIDE_LEGEND : PADDING}
        reducedMotion={reducedMotion}
        onViewChange={setView}
      />
      {hover === undefined || placing !== undefined ? undefined : <HoverPlace hover={hover} city={city} />}
      <div className="map-corner bottom-left">
        <MapLegend
          // a map without a theme has nothing to explain but its signs
          scheme={scheme?.classes.some((mapClass) => mapClass.key !== 'plain') === true ? scheme : undefined}
          initiallyOpen={window.innerWidth >= WIDE}
          translate={t}
          language={language}
          categories={city.categories.filter((category) => categories.includes(category.id))}
          reachMetres={coverage?.request.metres}
          areasPlural={levelEntry?.plural}
          onPointOut={(mapClass) => setPointedOut(mapClass?.key)}
          onToggleCategory={(category) => workspace.stores.view.setState((state) => ({ filters: { ...state.filters, categories: toggled(state.filters.categories, category) } }))}
        />
      </div>
      <div className="map-corner top-right">
        <MapControls translate={t} onZoomIn={() => handle.current?.zoomIn()} onZoomOut={() => handle.current?.zoomOut()} onFitCity={() => handle.current?.fitCity()} />
      </div>
      <div className="map-corner bottom-right">
        {view === undefined ? undefined : <ScaleBar latitude={view.latitude} zoom={view.zoom} language={language} translate={t} />}
        <Attribution city={city} date={coverage?.populationDate ?? index?.date} language={language} translate={t} />
      </div>
    </>
  );
}

function HoverPlace({ hover, city }: { readonly hover: MapHover; readonly city: City }) {
  const frame = document.querySelector('.city-map');
  const size = { width: frame?.clientWidth ?? 0, height: frame?.clientHeight ?? 0 };
  return (
    <HoverCard x={hover.x} y={hover.y} map={size}>
      <HoverWords hover={hover} city={city} />
    </HoverCard>
  );
}

/** What the filter asks for; in a coverage its own offers; beside the list of institutions all of them, elsewhere nothing that was not asked for. */
function shownCategories(city: City, filtered: readonly CategoryId[], covered: readonly CategoryId[] | undefined, all: boolean): readonly CategoryId[] {
  if (covered !== undefined) return covered;
  if (filtered.length > 0) return filtered;
  return all ? city.categories.map((category) => category.id) : [];
}

function boundsOfCircle(city: City, { centre: [x, y], metres }: { readonly centre: Coordinate; readonly metres: number }) {
  const convert = toLongitudeLatitude(city.manifest.crs);
  const [[minX, minY], [maxX, maxY]] = [convert([x - metres, y - metres]), convert([x + metres, y + metres])];
  return { minX, minY, maxX, maxY };
}

/** The radius that is searched in, or the one that is being set. */
function circleOf(city: City, task: RegisterState['task'], near: RegisterState['filters']['near']): { readonly centre: Coordinate; readonly metres: number } | undefined {
  if (task.kind === 'near') return { centre: task.at, metres: near?.metres ?? USUAL_RADIUS };
  const centre = near === undefined ? undefined : centreOf(city, near.from);
  return near === undefined || centre === undefined ? undefined : { centre, metres: near.metres };
}
