import type { SymbolAtlas } from '../symbol-atlas.ts';
import type { FlatPolygon } from '../map-geometry.ts';

/** Flat, closed, already checked polygons in longitude and latitude: the drawing library need not look at them again. */
export const polygonProps = <Row>(polygonOf: (row: Row) => FlatPolygon) => ({
  getPolygon: (row: Row) => {
    const { positions, holeIndices } = polygonOf(row);
    return { positions, holeIndices: [...holeIndices] };
  },
  positionFormat: 'XY' as const,
  _normalize: false,
  extruded: false,
});

/** The library takes a drawn canvas as atlas; its types name only addresses and textures. */
export const pictureProps = ({ picture, mapping }: SymbolAtlas) => ({ iconAtlas: picture as unknown as string, iconMapping: { ...mapping } });
