import { intersectionOf, unionOf } from '#app/domain/geometry/overlay.ts';
import type { RecipeLevel } from '../recipe/recipe-schema.ts';
import type { PlacingContext } from './build-context.ts';
import { placedShapes } from './placed-shapes.ts';
import { plainText } from '../recognise/columns.ts';
import { columnIndex, layerIn, openRows } from './rows.ts';
import type { ShapedArea } from './shaped-area.ts';

/** Where people live inside each area: the level's residential layer, cut with the area. Areas without any are listed. */
export function withResidential(context: PlacingContext, level: RecipeLevel, areas: readonly ShapedArea[]): readonly ShapedArea[] {
  if (level.residential === undefined) return areas;
  if (level.residential.area !== undefined) return withOwnShapes(context, level, areas, level.residential.area);
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

/** Inhabited land that says itself whose it is: taken as it is. Shapes of other levels are no concern of this one. */
function withOwnShapes(context: PlacingContext, level: RecipeLevel, areas: readonly ShapedArea[], column: string): readonly ShapedArea[] {
  const place = { part: 'areas', subject: level.id } as const;
  const source = openRows(context, level.residential!, place);
  const keyAt = source?.layer && columnIndex(source, column, context, place);
  if (source?.layer === undefined || keyAt === undefined) return areas;
  const keys = source.rows.map(({ cells }) => plainText(cells[keyAt]));
  const placed = placedShapes(context, { file: level.residential!.file, layer: source.layer, features: source.rows.map(({ feature }) => feature!), labelOf: (index) => keys[index]!, repair: true }, place);
  if (placed === undefined) return areas;
  const byKey = new Map(keys.map((key, index) => [key, placed.shapes[index]]));
  return areas.map((area) => ({ ...area, residential: byKey.get(area.id) }));
}
