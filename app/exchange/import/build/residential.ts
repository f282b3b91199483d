import { intersectionOf, unionOf } from '#app/domain/geometry/overlay.ts';
import type { RecipeLevel } from '../recipe/recipe-schema.ts';
import type { PlacingContext } from './build-context.ts';
import { placedShapes } from './placed-shapes.ts';
import { layerIn } from './rows.ts';
import type { ShapedArea } from './shaped-area.ts';

/** Where people live inside each area: the level's residential layer, cut with the area. Areas without any are listed. */
export function withResidential(context: PlacingContext, level: RecipeLevel, areas: readonly ShapedArea[]): readonly ShapedArea[] {
  if (level.residential === undefined) return areas;
  const place = { part: 'areas', subject: level.id } as const;
  const layer = layerIn(context, level.residential, place);
  const placed = layer && placedShapes(context, { file: level.residential.file, layer, features: layer.features, labelOf: String, repair: true }, place);
  if (placed === undefined) return areas;
  const lived = unionOf(placed.shapes.filter((shape) => shape !== undefined));
  const cut = areas.map((area): ShapedArea => {
    const residential = intersectionOf(area.shape, lived);
    return { ...area, residential: residential.length === 0 ? undefined : residential };
  });
  const without = cut.filter(({ residential }) => residential === undefined);
  if (without.length > 0) context.log.warning('areas', level.id, 'withoutResidential', {}, without.map(({ id, name }) => `${id} ${name}`));
  return cut;
}
