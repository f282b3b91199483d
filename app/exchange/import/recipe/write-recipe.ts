import type { z } from '#shared/zod.ts';
import { recipeSchema } from './recipe-schema.ts';
import type { Recipe } from './recipe-schema.ts';
import { bareSchema, definitionOf } from './schema-walk.ts';

/**
 * A recipe as text that people read and compare: keys in the order of the manual, what has its default left out, short lists and objects on
 * one line. The same recipe always gives the same bytes; reading them gives the same recipe.
 */
export const writeRecipe = (recipe: Recipe): Uint8Array => new TextEncoder().encode(`${formatted(withoutDefaults(recipeSchema, recipe), '')}\n`);

/** Plain values in the order of the schema's keys, without what reading would fill in again. */
function withoutDefaults(schema: z.ZodType, value: unknown): unknown {
  const bare = optionFor(schema, value);
  const { shape, element, valueType } = definitionOf(bare);
  if (Array.isArray(value)) return element === undefined ? value : value.map((item) => withoutDefaults(element, item));
  if (typeof value !== 'object' || value === null) return value;
  if (valueType !== undefined || shape === undefined) return value;
  const record = value as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries(shape).flatMap(([key, part]) => {
      const given = record[key];
      if (given === undefined || isDefault(part, given)) return [];
      return [[key, withoutDefaults(part, given)]];
    }),
  );
}

/** Of several shapes the one that reads the value without complaint. */
function optionFor(schema: z.ZodType, value: unknown): z.ZodType {
  const bare = bareSchema(schema);
  const { options } = definitionOf(bare);
  if (options === undefined) return bare;
  const fitting = options.find((option) => option.safeParse(value).success);
  return fitting === undefined ? bare : optionFor(fitting, value);
}

function isDefault(schema: z.ZodType, value: unknown): boolean {
  const filledIn = schema.safeParse(undefined);
  return filledIn.success && JSON.stringify(filledIn.data) === JSON.stringify(value);
}

const LINE = 140;

function formatted(value: unknown, indent: string): string {
  const flat = onOneLine(value);
  if (flat.length + indent.length <= LINE && depthOf(value) <= 2) return flat;
  const inner = `${indent}  `;
  if (Array.isArray(value)) return `[\n${value.map((item) => `${inner}${formatted(item, inner)}`).join(',\n')}\n${indent}]`;
  if (typeof value !== 'object' || value === null) return flat;
  return `{\n${Object.entries(value).map(([key, item]) => `${inner}${JSON.stringify(key)}: ${formatted(item, inner)}`).join(',\n')}\n${indent}}`;
}

function onOneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value);
  return entries.length === 0 ? '{}' : `{ ${entries.map(([key, item]) => `${JSON.stringify(key)}: ${onOneLine(item)}`).join(', ')} }`;
}

const depthOf = (value: unknown): number => (typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0);
