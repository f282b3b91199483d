import { unionOf } from '#app/domain/geometry/overlay.ts';
import { withoutSlivers } from '#app/domain/geometry/without-slivers.ts';
import { asId } from '#shared/ids.ts';
import type { RecipeLevel } from '../recipe/recipe-schema.ts';
import { plainText } from '#app/domain/source/columns.ts';
import { keyOf } from './area-keys.ts';
import type { PlacingContext } from './build-context.ts';
import type { ShapedArea } from './shaped-area.ts';

/** Areas made of finer ones: one for all, or one for each key that the finer ones give as their parent. */
export function dissolvedAreas({ recipe, log }: PlacingContext, level: RecipeLevel, shaped: ReadonlyMap<string, readonly ShapedArea[]>): readonly ShapedArea[] {
  if (!('dissolve' in level.areas)) return [];
  const { dissolve, whole, names, nameColumn } = level.areas;
  const finer = shaped.get(dissolve) ?? [];
  if (finer.length === 0) return [];
  const groups = new Map<string, ShapedArea[]>();
  const withoutGroup: string[] = [];
  const rule = recipe.levels.find(({ id }) => id === dissolve)?.areas.parent;
  for (const area of finer) {
    const key = whole?.key ?? (rule?.by === 'column' ? keyOf(area.attributeOf(rule.column), rule) : rule?.by === 'key' ? area.id.slice(0, rule.characters) : '');
    if (key === '') withoutGroup.push(`${area.id} ${area.name}`);
    else groups.set(key, [...(groups.get(key) ?? []), area]);
  }
  if (withoutGroup.length > 0) log.error('areas', level.id, 'areaWithoutGroup', { level: dissolve }, withoutGroup);
  const nameless: string[] = [];
  const areas = [...groups].map(([key, parts]): ShapedArea => {
    const named = whole?.name ?? (names && Object.hasOwn(names, key) ? names[key] : undefined) ?? (nameColumn === undefined ? undefined : plainText(parts[0]!.attributeOf(nameColumn)));
    if (named === undefined || named === '') nameless.push(key);
    const name = named === undefined || named === '' ? key : named;
    return {
      id: asId(key),
      level: asId(level.id),
      name,
      shortName: name,
      parent: undefined,
      validFrom: parts.map(({ validFrom }) => validFrom).sort().at(-1),
      validTo: undefined,
      shape: withoutSlivers(unionOf(parts.map(({ shape }) => shape))),
      residential: undefined,
      fileKey: key,
      attributeOf: parts[0]!.attributeOf,
    };
  });
  if (nameless.length > 0) log.warning('areas', level.id, 'areaWithoutName', {}, nameless);
  log.decision('areas', level.id, 'dissolved', { level: dissolve, count: areas.length });
  log.areas.push({ level: level.id, count: areas.length, repaired: 0 });
  return areas;
}
