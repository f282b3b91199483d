import type { Area, AreaLevel, City, PopulationCells, StreetNetwork } from '#app/domain/city/city.ts';
import type { MultiPolygon } from '#app/domain/geometry/shapes.ts';
import { asId } from '#shared/ids.ts';
import { contextLayers } from './context.ts';
import { layGround, type Ground } from './ground/ground.ts';
import { distance } from './ground/polyline.ts';
import { catalogue } from './indicators/catalogue.ts';
import { publishedClasses } from './indicators/published-classes.ts';
import { countAll, latestAges } from './indicators/quarter-counts.ts';
import { sources, targetGroups, topics } from './indicators/sources.ts';
import { areaCounts } from './indicators/area-counts.ts';
import { referenceValuesOf, valuesOf } from './indicators/values.ts';
import { dateOf, latestYear } from './indicators/years.ts';
import { settleInstitutions, type PlacedInstitution } from './institutions/institutions.ts';
import { categories } from './institutions/kinds.ts';
import { districts, labourDistricts, quarters } from './names/quarters.ts';
import { absolute, absoluteShape, origin } from './origin.ts';
import { ageGroups } from './people/ages.ts';
import { populationCells, type PeopleCell } from './people/population-cells.ts';
import { cityId, districtId, quarterId } from './area-ids.ts';
import type { Walk } from './streets/draft.ts';
import { walkingNetwork } from './streets/walking-network.ts';

/** The invented city of Halmstedt, the same on every run. Nothing in it describes a real place, person or provider. */
export function demoCity(): City {
  const ground = layGround();
  const walk = walkingNetwork(ground);
  const people = populationCells(ground, latestAges(), origin);
  const placed = settleInstitutions(ground, walk, people);
  const counts = areaCounts(countAll((quarter, year) => kitaPlaces(placed, quarter, year)), people);
  const entries = catalogue();
  const values = valuesOf(entries, counts);
  return {
    manifest: {
      bundleId: asId('halmstedt-demo-2025'), city: 'Halmstedt', ags: '03999017', edition: '2025', title: 'Halmstedt – Demostadt (erfundene Daten)', licence: 'CC0-1.0', producer: 'Quartierwerk, tools/demo-city',
      created: '2026-04-15T09:00:00Z', schemaVersion: 1, crs: 'EPSG:25832', demo: true, contentHash: '',
    },
    levels,
    areas: areasOf(ground),
    topics,
    indicators: entries.map((entry) => entry.indicator),
    values,
    referenceValues: referenceValuesOf(values, cityId),
    publishedClasses: publishedClasses(counts),
    categories,
    targetGroups,
    institutions: placed.map(({ institution }) => ({ ...institution, location: institution.location === undefined ? undefined : absolute(institution.location) })),
    population: populationOf(people),
    streets: streetsOf(walk),
    context: contextLayers(ground),
    addresses: undefined,
    sources,
    importRecord: undefined,
    takenOver: [],
  };
}

const levels: readonly AreaLevel[] = [
  { id: asId('city'), name: 'Stadt', singular: 'Stadt', plural: 'Stadt', order: 0, nestsIn: undefined },
  { id: asId('sozialraum'), name: 'Sozialräume', singular: 'Sozialraum', plural: 'Sozialräume', order: 1, nestsIn: asId('city') },
  { id: asId('sozialquartier'), name: 'Sozialquartiere', singular: 'Sozialquartier', plural: 'Sozialquartiere', order: 2, nestsIn: asId('sozialraum') },
  { id: asId('arbeitsmarktbezirk'), name: 'Arbeitsmarktbezirke', singular: 'Arbeitsmarktbezirk', plural: 'Arbeitsmarktbezirke', order: 1, nestsIn: undefined },
];

function areasOf(ground: Ground): Area[] {
  const area = (id: string, level: string, name: string, shortName: string, parent: string | undefined, shape: MultiPolygon | undefined, residential?: MultiPolygon): Area => ({
    id: asId(id), level: asId(level), name, shortName, parent: parent === undefined ? undefined : asId(parent), validFrom: undefined, validTo: undefined,
    shape: absoluteShape(shape ?? []), residential: residential === undefined ? undefined : absoluteShape(residential),
  });
  return [
    area(cityId, 'city', 'Halmstedt', 'Halmstedt', undefined, ground.city),
    ...districts.map((plan) => area(districtId(plan.key), 'sozialraum', plan.name, plan.shortName, cityId, ground.districts.get(plan.key))),
    ...quarters.map((plan) => area(quarterId(plan.key), 'sozialquartier', plan.name, plan.shortName, districtId(plan.district), ground.quarters.get(plan.key), ground.residential.get(plan.key) ?? [])),
    ...labourDistricts.map((plan) => area(plan.key, 'arbeitsmarktbezirk', plan.name, plan.name, undefined, ground.labourDistricts.get(plan.key))),
  ];
}

/** Places of the Kitas open at the end of the year. */
function kitaPlaces(placed: readonly PlacedInstitution[], quarter: string, year: number): number {
  const end = dateOf(year);
  return placed
    .filter((one) => one.quarter === quarter && one.institution.category === 'kita')
    .filter(({ institution: { openedOn, closedOn } }) => (openedOn === undefined || openedOn <= end) && (closedOn === undefined || closedOn > end))
    .reduce((sum, { institution }) => sum + (institution.capacity ?? 0), 0);
}

function populationOf(people: readonly PeopleCell[]): PopulationCells {
  const centres = people.map((cell) => absolute(cell.centre));
  return {
    date: dateOf(latestYear), cellSize: 100, ageGroups, x: Float64Array.from(centres, ([x]) => x), y: Float64Array.from(centres, ([, y]) => y),
    counts: ageGroups.map((_, group) => Float64Array.from(people, (cell) => cell.counts[group] ?? 0)),
  };
}

function streetsOf(walk: Walk): StreetNetwork {
  const nodes = walk.nodes.map((node) => absolute(node.at));
  const metres = (start: number, end: number) => {
    const [a, b] = [nodes[start], nodes[end]];
    return a === undefined || b === undefined ? 0 : Math.ceil((distance(a, b) + 0.02) * 10) / 10;
  };
  return {
    nodeX: Float64Array.from(nodes, ([x]) => x), nodeY: Float64Array.from(nodes, ([, y]) => y), start: Uint32Array.from(walk.edges, (edge) => edge.start), end: Uint32Array.from(walk.edges, (edge) => edge.end),
    metres: Float32Array.from(walk.edges, (edge) => metres(edge.start, edge.end)), walkable: Uint8Array.from(walk.edges, () => 1), cyclable: Uint8Array.from(walk.edges, (edge) => (edge.cyclable ? 1 : 0)),
    steps: new Uint8Array(walk.edges.length), cycleOneway: new Uint8Array(walk.edges.length),
  };
}
