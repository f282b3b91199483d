import type { ContextLayer, ContextShape } from '#app/domain/city/city.ts';
import type { Coordinate, MultiPolygon } from '#app/domain/geometry/shapes.ts';
import type { Ground } from './ground/ground.ts';
import { offsetLine, type Line } from './ground/polyline.ts';
import { roundTo } from './ground/shapes-of-labels.ts';
import { basins, greenPlaces, stationYard, type GreenKind } from './names/landscape.ts';
import { absoluteLine, absoluteShape } from './origin.ts';

/** The quiet map under the data: river and lakes, green, railway, built-up land, main roads. */
export function contextLayers(ground: Ground): ContextLayer[] {
  const area = (name: string, shape: MultiPolygon): ContextShape => ({ type: 'area', shape: absoluteShape(shape), name });
  const line = (name: string, points: Ground['river']): ContextShape => ({ type: 'line', line: absoluteLine(points), name });
  const greenOf = (...wanted: GreenKind[]) => greenPlaces.filter((place) => wanted.includes(place.kind)).map((place) => area(place.name, ground.green.get(place.name) ?? []));
  return [
    { kind: 'builtUp', name: 'Bebaute Flächen', shapes: [area('Bebaute Flächen', ground.builtUp)] },
    { kind: 'green', name: 'Parks und Friedhöfe', shapes: greenOf('park', 'cemetery') },
    { kind: 'green', name: 'Flussauen', shapes: greenOf('meadow') },
    { kind: 'green', name: 'Wälder', shapes: greenOf('wood') },
    { kind: 'green', name: 'Kleingärten', shapes: greenOf('allotment') },
    { kind: 'water', name: 'Gewässer', shapes: [area('Halm', riverShape(ground)), ...basins.map((basin) => area(basin.name, closed(basin.line))), ...ground.streams.map((stream) => line(stream.name, stream.line)), ...greenOf('lake')] },
    { kind: 'rail', name: 'Bahnanlagen', shapes: [area('Hauptbahnhof', closed(stationYard)), line('Hauptstrecke', ground.rail), line('Hafenbahn', ground.harbourRail)] },
    { kind: 'mainRoad', name: 'Hauptstraßen', shapes: ground.roads.map((road) => line(road.name, road.line)) },
    { kind: 'other', name: 'Gewerbe und Hafen', shapes: [...ground.works].map(([name, shape]) => area(name, shape)) },
  ];
}

export function riverShape(ground: Ground): MultiPolygon {
  return ribbon(ground.river, ground.riverHalfWidth);
}

/** A line with a width, as an area. */
function ribbon(line: Line, halfWidth: (index: number) => number): MultiPolygon {
  return closed([...offsetLine(line, (i) => -halfWidth(i)), ...offsetLine(line, halfWidth).reverse()]);
}

function closed(corners: Line): MultiPolygon {
  const ring = corners.map(([x, y]): Coordinate => [roundTo(x), roundTo(y)]);
  return [[[...ring, ring[0] as Coordinate]]];
}
