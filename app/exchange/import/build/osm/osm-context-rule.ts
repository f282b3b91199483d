import type { ContextKind } from '#app/domain/city/city.ts';

/** A layer of the map ground: which OpenStreetMap tags belong to it, drawn as areas or as lines. */
export type ContextRule = {
  readonly kind: ContextKind;
  /** Name of the layer in the bundle: data of a German city, so German. */
  readonly name: string;
  readonly areas?: Readonly<Record<string, readonly string[]>>;
  readonly lines?: Readonly<Record<string, readonly string[]>>;
};

/** In the order they are drawn. The first rule that fits takes a shape. Lines in tunnels are not drawn, nor tracks inside yards. */
export const CONTEXT_RULES: readonly ContextRule[] = [
  { kind: 'builtUp', name: 'Wohnbauflächen', areas: { landuse: ['residential'] } },
  { kind: 'builtUp', name: 'Gewerbe und Handel', areas: { landuse: ['industrial', 'commercial', 'retail'] } },
  { kind: 'green', name: 'Wälder', areas: { landuse: ['forest'], natural: ['wood'] } },
  { kind: 'green', name: 'Wiesen und Heiden', areas: { landuse: ['meadow', 'grass', 'orchard'], natural: ['grassland', 'heath', 'scrub'] } },
  { kind: 'green', name: 'Parks und Friedhöfe', areas: { leisure: ['park', 'golf_course', 'common'], landuse: ['cemetery', 'recreation_ground', 'village_green'], amenity: ['grave_yard'] } },
  { kind: 'green', name: 'Kleingärten', areas: { landuse: ['allotments'] } },
  {
    kind: 'water', name: 'Gewässer',
    areas: { natural: ['water'], waterway: ['riverbank', 'dock'], landuse: ['reservoir', 'basin'] }, lines: { waterway: ['river', 'canal', 'stream'] },
  },
  { kind: 'rail', name: 'Bahnanlagen', lines: { railway: ['rail', 'light_rail', 'tram', 'subway', 'narrow_gauge', 'monorail', 'funicular'] } },
  { kind: 'mainRoad', name: 'Hauptstraßen', lines: { highway: ['motorway', 'motorway_link', 'trunk', 'trunk_link', 'primary', 'primary_link', 'secondary', 'secondary_link'] } },
];
