import { shareInside } from '#app/domain/geometry/overlay.ts';
import { boundsOf, labelPointOf } from '#app/domain/geometry/shape-measures.ts';
import { positionIn } from '#app/domain/geometry/point-in-shape.ts';
import type { AreaId } from '#shared/ids.ts';
import type { RecipeLevel } from '../recipe/recipe-schema.ts';
import { keyOf } from './area-keys.ts';
import type { PlacingContext } from './build-context.ts';
import type { ShapedArea } from './shaped-area.ts';

/** Areas of a level with the area they lie in. A parent that is not there is an error by name; one that lies elsewhere on the map is a warning. */
export function withParents({ log }: PlacingContext, level: RecipeLevel, shaped: ReadonlyMap<string, readonly ShapedArea[]>): readonly ShapedArea[] {
  const areas = shaped.get(level.id) ?? [];
  const parents = level.nestsIn === undefined ? [] : (shaped.get(level.nestsIn) ?? []);
  if (level.nestsIn === undefined || parents.length === 0) return areas;
  const rule = level.areas.parent ?? (parents.length === 1 ? { by: 'whole' as const } : { by: 'overlay' as const, share: 0.98 });
  if (level.areas.parent === undefined) log.decision('areas', level.id, 'parentRule', { by: rule.by, level: level.nestsIn });
  const missing: string[] = [];
  const split: string[] = [];
  const find = finderOf(parents);
  const found = areas.map((area): ShapedArea => {
    const parent = parentOf(area, rule, parents, find, split);
    if (parent === undefined) missing.push(`${area.id} ${area.name}`);
    return { ...area, parent };
  });
  if (missing.length > 0) log.error('areas', level.id, 'parentMissing', { level: level.nestsIn, by: rule.by }, missing);
  if (split.length > 0) log.warning('areas', level.id, 'parentSplit', { level: level.nestsIn }, split);
  if (rule.by === 'column' || rule.by === 'key') reportElsewhere(log, level.id, found, parents);
  return found;
}

type Rule = NonNullable<RecipeLevel['areas']['parent']>;
type Find = (key: string) => ShapedArea | undefined;

function finderOf(parents: readonly ShapedArea[]): Find {
  const byKey = new Map([...parents.map((parent) => [parent.fileKey, parent] as const), ...parents.map((parent) => [parent.id as string, parent] as const)]);
  return (key) => byKey.get(key);
}

function parentOf(area: ShapedArea, rule: Rule, parents: readonly ShapedArea[], find: Find, split: string[]): AreaId | undefined {
  switch (rule.by) {
    case 'whole':
      return parents.length === 1 ? parents[0]!.id : undefined;
    case 'column':
      return (find(keyOf(area.attributeOf(rule.column), rule)) ?? find(keyOf(area.attributeOf(rule.column), { prefix: '' })))?.id;
    case 'key':
      return (find(area.id.slice(0, rule.characters)) ?? find(area.fileKey.slice(0, rule.characters)))?.id;
    case 'overlay': {
      const [best] = sharesIn(area, parents);
      if (best === undefined) return undefined;
      if (best.share < rule.share) split.push(`${area.id} ${area.name}: ${best.parent.id} ${best.parent.name} ${(best.share * 100).toFixed(1)} %`);
      return best.parent.id;
    }
  }
}

/** Parents that overlap with the area, the largest share first. */
function sharesIn(area: ShapedArea, parents: readonly ShapedArea[]): readonly { readonly parent: ShapedArea; readonly share: number }[] {
  const box = boundsOf(area.shape);
  return parents
    .filter(({ shape }) => {
      const other = boundsOf(shape);
      return box !== undefined && other !== undefined && box.minX <= other.maxX && box.maxX >= other.minX && box.minY <= other.maxY && box.maxY >= other.minY;
    })
    .map((parent) => ({ parent, share: shareInside(area.shape, parent.shape) ?? 0 }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share || (a.parent.id < b.parent.id ? -1 : 1));
}

function reportElsewhere(log: PlacingContext['log'], level: string, areas: readonly ShapedArea[], parents: readonly ShapedArea[]): void {
  const byId = new Map(parents.map((parent) => [parent.id, parent]));
  const elsewhere = areas.filter(({ parent, shape }) => {
    const holder = parent && byId.get(parent);
    const point = labelPointOf(shape);
    return holder !== undefined && point !== undefined && positionIn(point, holder.shape) === 'outside';
  });
  if (elsewhere.length > 0) log.warning('areas', level, 'parentElsewhere', {}, elsewhere.map(({ id, name, parent }) => `${id} ${name} → ${parent}`));
}
