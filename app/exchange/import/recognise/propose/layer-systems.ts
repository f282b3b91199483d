import type { Geometry, Position } from 'geojson';
import { crsFinding, fittingSystems, middleInDegrees, NEARBY_METRES } from '#app/domain/geometry/crs-finding.ts';
import type { FittingSystem, Nearby } from '#app/domain/geometry/crs-finding.ts';
import type { SourceLayer } from '../../source/source.ts';
import { isPolygonLayer } from './proposal-parts.ts';
import type { FileInput, Question, RecogniseSource } from './proposal-parts.ts';

/** A file whose coordinates contradict what it says of their system, or that says nothing: the system that fits, and the others that would as well. */
export type SystemProposal = FittingSystem & { readonly others: readonly FittingSystem[]; readonly code: 'layerCrs' | 'layerCrsMissing'; readonly declared: string };

export type LayerSystems = {
  /** The files with their layers in the proposed systems, northing behind easting. */
  readonly sources: readonly RecogniseSource[];
  /** By file. */
  readonly proposals: ReadonlyMap<string, SystemProposal>;
  /** Where the city lies, by the first outlines whose system is told and fits. */
  readonly nearby: Nearby | undefined;
};

const MOST_OTHERS = 4;

/**
 * Holds the system of every layer against its coordinates, near the outlines that tell a fitting system themselves. A file is proposed another system only where all its layers need
 * the same; what the recipe says of a file is never doubted (`decided`).
 */
export function layerSystems(sources: readonly RecogniseSource[], decided: ReadonlySet<string>): LayerSystems {
  const nearby = placeOfCity(sources);
  const proposals = new Map<string, SystemProposal>();
  const straight = sources.map((source): RecogniseSource => {
    if (source.content.kind !== 'layers' || decided.has(source.file)) return source;
    const proposal = proposalFor(source.content.layers, nearby);
    if (proposal === undefined) return source;
    proposals.set(source.file, proposal);
    return { file: source.file, content: { ...source.content, layers: source.content.layers.map((layer) => inSystem(layer, proposal)) } };
  });
  return { sources: straight, proposals, nearby };
}

/** The entry of a file with its proposed system. */
export const inFile = (file: FileInput, proposal: SystemProposal | undefined): FileInput => (proposal === undefined ? file : { ...file, crs: proposal.crs, ...(proposal.swapAxes ? { swapAxes: true } : {}) });

/** Asks which system a file is in, where the file is the recipe's at this place. */
export function systemQuestion(file: FileInput, at: number, proposal: SystemProposal): Question {
  const { crs, declared, others, code } = proposal;
  const swaps = [proposal, ...others].some(({ swapAxes }) => swapAxes);
  return {
    code,
    path: swaps ? ['files', at] : ['files', at, 'crs'],
    details: { file: file.path, declared, crs },
    choices: [proposal, ...others].map((one) => ({ value: swaps ? { ...file, crs: one.crs, swapAxes: one.swapAxes } : one.crs, label: one.swapAxes ? 'crsSwapped' : 'crs', details: { crs: one.crs } })),
  };
}

const geometriesOf = ({ features }: SourceLayer): readonly (Geometry | undefined)[] => features.map(({ geometry }) => geometry);

/** Systems that a file tells come before those that hold because it tells none. */
function placeOfCity(sources: readonly RecogniseSource[]): Nearby | undefined {
  const layers = sources.flatMap(({ content }) => (content.kind === 'layers' ? content.layers.filter(isPolygonLayer) : []));
  const told = layers.filter(({ crs }) => crs.kind === 'known' && crs.from !== 'default');
  for (const layer of [...told, ...layers.filter((one) => !told.includes(one))]) {
    if (layer.crs.kind !== 'known' || crsFinding(layer.crs, geometriesOf(layer)).code !== 'fits') continue;
    const place = middleInDegrees(layer.crs.code, geometriesOf(layer));
    if (place !== undefined) return { place, metres: NEARBY_METRES };
  }
  return undefined;
}

function proposalFor(layers: readonly SourceLayer[], nearby: Nearby | undefined): SystemProposal | undefined {
  const needed = layers.map((layer) => ({ layer, finding: crsFinding(layer.crs, geometriesOf(layer), nearby) })).filter(({ finding }) => finding.code !== 'noCoordinates');
  const [first] = needed;
  const suggested = first?.finding.suggested;
  if (first === undefined || suggested === undefined) return undefined;
  const { swapAxes } = first.finding;
  if (!needed.every(({ finding }) => finding.suggested === suggested && finding.swapAxes === swapAxes)) return undefined;
  const { crs } = first.layer;
  const near = fittingSystems(geometriesOf(first.layer), nearby);
  const anywhere = fittingSystems(geometriesOf(first.layer));
  const others: FittingSystem[] = [];
  for (const one of [...near, ...anywhere]) {
    if ((one.crs === suggested && one.swapAxes === swapAxes) || others.some((other) => other.crs === one.crs && other.swapAxes === one.swapAxes)) continue;
    others.push(one);
  }
  return { crs: suggested, swapAxes, others: others.slice(0, MOST_OTHERS), code: crs.kind === 'missing' ? 'layerCrsMissing' : 'layerCrs', declared: crs.kind === 'known' ? crs.code : crs.kind === 'unknown' ? crs.text : '' };
}

const inSystem = (layer: SourceLayer, { crs, swapAxes }: FittingSystem): SourceLayer => ({
  ...layer,
  crs: { kind: 'known', code: crs, from: 'choice' },
  features: swapAxes ? layer.features.map((feature) => (feature.geometry === undefined ? feature : { ...feature, geometry: swapped(feature.geometry) })) : layer.features,
});

function swapped(geometry: Geometry): Geometry {
  if (geometry.type === 'GeometryCollection') return { ...geometry, geometries: geometry.geometries.map(swapped) };
  return { ...geometry, coordinates: turned(geometry.coordinates) } as Geometry;
}

type Nested = Position | readonly Nested[];
function turned(coordinates: Nested): Nested {
  if (typeof coordinates[0] === 'number') {
    const [x, y, ...rest] = coordinates as Position;
    return [y!, x!, ...rest];
  }
  return (coordinates as readonly Nested[]).map(turned);
}
