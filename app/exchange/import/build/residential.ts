import { intersectionOf, unionOf } from '#app/domain/geometry/overlay.ts';
import type { MultiPolygon } from '#app/domain/geometry/shapes.ts';
import type { RecipeLevel } from '../recipe/recipe-schema.ts';
import type { PlacingContext } from './build-context.ts';
import { placedShapes } from './placed-shapes.ts';
import { plainText } from '#app/domain/source/columns.ts';
import { columnIndex, layerIn, openRows } from './rows.ts';
import type { ShapedArea } from './shaped-area.ts';
import { lookupIn } from './table-areas.ts';

/** Where people live inside each area: the level's residential layer, cut with the area. Areas without any are listed. `otherIds`: areas of the other levels. */
export function withResidential(context: PlacingContext, level: RecipeLevel, areas: readonly ShapedArea[], otherIds: ReadonlySet<string>): readonly ShapedArea[] {
  if (level.residential === undefined) return areas;
  if (level.residential.area !== undefined) return withOwnShapes(context, level, areas, level.residential.area, otherIds);
  const place = { part: 'areas', subject: level.id } as const;
  const layer = layerIn(context, level.residential, place);
  const placed = layer && placedShapes(context, { file: level.residential.file, layer, features: layer.features, labelOf: String, repair: true }, place);
  if (placed === undefined) return areas;
  const lived = unionOf(placed.shapes.filter((shape) => shape !== undefined));
  const cut = areas.map((area): ShapedArea => {
    const residential = intersectionOf(area.shape, lived);
    return { ...area, residential: residential.length === 0 ? undefined : residential };
  });
  reportWithout(context, level, cut);
  return cut;
}

/**
 * Inhabited land that says itself whose it is: taken as it is, several shapes of one area together. Shapes of other levels are no concern of this one; keys that
 * are no area at all and areas without land are listed.
 */
function withOwnShapes(context: PlacingContext, level: RecipeLevel, areas: readonly ShapedArea[], column: string, otherIds: ReadonlySet<string>): readonly ShapedArea[] {
  const place = { part: 'areas', subject: level.id } as const;
  const source = openRows(context, level.residential!, place);
  const keyAt = source?.layer && columnIndex(source, column, context, place);
  if (source?.layer === undefined || keyAt === undefined) return areas;
  const keys = source.rows.map(({ cells }) => plainText(cells[keyAt]));
  const placed = placedShapes(context, { file: level.residential!.file, layer: source.layer, features: source.rows.map(({ feature }) => feature!), labelOf: (index) => keys[index]!, repair: true }, place);
  if (placed === undefined) return areas;
  const find = lookupIn({ level, areas }, { by: 'key', prefix: '', assign: {}, ignore: [] });
  const byArea = new Map<string, MultiPolygon[]>();
  const unknown = new Set<string>();
  keys.forEach((key, index) => {
    if (otherIds.has(key)) return;
    const found = find(key);
    const shape = placed.shapes[index];
    if (found.kind !== 'area') unknown.add(key === '' ? `(${index + 1})` : key);
    else if (shape !== undefined) byArea.set(found.id, [...(byArea.get(found.id) ?? []), shape]);
  });
  if (unknown.size > 0) context.log.warning('areas', level.id, 'residentialNowhere', { column, count: unknown.size }, [...unknown]);
  const withLand = areas.map((area): ShapedArea => {
    const shapes = byArea.get(area.id);
    return { ...area, residential: shapes?.length === 1 ? shapes[0] : shapes && unionOf(shapes) };
  });
  reportWithout(context, level, withLand);
  return withLand;
}

function reportWithout({ log }: PlacingContext, { id: level }: RecipeLevel, areas: readonly ShapedArea[]): void {
  const without = areas.filter(({ residential }) => residential === undefined);
  if (without.length > 0) log.warning('areas', level, 'withoutResidential', {}, without.map(({ id, name }) => `${id} ${name}`));
}
