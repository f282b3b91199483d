import { keyByRule } from '#app/domain/city/key-rule.ts';
import type { Recipe } from '../../recipe/recipe-schema.ts';
import type { SourceLayer } from '../../source/source.ts';
import type { LevelAreas } from '../area-column.ts';
import { plainText } from '#app/domain/source/columns.ts';
import type { RecogniseSource } from './proposal-parts.ts';

const bareName = (name: string): string => name.replace(/^[\d.]+(?:\s*[-–:.]\s*|\s+)(?=\p{L})/u, '');

/** Keys and names of the areas that a recipe's levels take from files; levels whose file is missing are left out. */
export function knownAreas(recipe: Recipe, sourceOf: (fileId: string) => RecogniseSource | undefined): readonly LevelAreas[] {
  return recipe.levels.flatMap((level): LevelAreas[] => {
    const { areas } = level;
    if ('dissolve' in areas) return areas.names === undefined ? [] : [{ level: level.id, areas: Object.entries(areas.names).map(([key, name]) => ({ key, name })) }];
    const layer = layerOf(sourceOf(areas.file), areas.layer);
    if (layer === undefined) return [];
    const wanted = layer.features.filter(({ attributes }) => areas.where.every(({ column, is, isNot }) => {
      const text = plainText(attributes.get(column));
      return (is === undefined || is.includes(text)) && !(isNot ?? []).includes(text);
    }));
    return [{
      level: level.id,
      areas: wanted.map(({ attributes }) => {
        const name = plainText(attributes.get(areas.name.column));
        return { key: keyByRule(plainText(attributes.get(areas.key.column)), areas.key), name: areas.name.withoutNumber ? bareName(name) : name };
      }),
    }];
  });
}

export function layerOf(source: RecogniseSource | undefined, name: string | undefined): SourceLayer | undefined {
  if (source?.content.kind !== 'layers') return undefined;
  return name === undefined ? source.content.layers[0] : source.content.layers.find((layer) => layer.name === name);
}
