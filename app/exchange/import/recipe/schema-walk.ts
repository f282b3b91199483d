import type { z } from '#shared/zod.ts';

/** The few parts of a zod schema that are needed to say what is allowed at a place. */
type Definition = {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly items?: readonly z.ZodType[];
  readonly entries?: Readonly<Record<string, string>>;
  readonly values?: readonly unknown[];
};
export const definitionOf = (schema: z.ZodType): Definition => schema.def as unknown as Definition;

/** Wrappers (defaults, optional values, transforms) taken off. */
export function bareSchema(schema: z.ZodType): z.ZodType {
  const definition = definitionOf(schema);
  const inner = definition.innerType ?? definition.in;
  return inner === undefined ? schema : bareSchema(inner);
}

/** Every schema that may stand at the path. Where several shapes are allowed, those whose fixed words (`by`) the value contradicts are left out. */
export function schemasAt(schema: z.ZodType, path: readonly PropertyKey[], value: unknown): readonly z.ZodType[] {
  const bare = bareSchema(schema);
  const definition = definitionOf(bare);
  if (definition.options !== undefined) {
    const fitting = definition.options.filter((option) => !contradicts(option, value));
    return (fitting.length > 0 ? fitting : definition.options).flatMap((option) => schemasAt(option, path, value));
  }
  const [step, ...rest] = path;
  if (step === undefined) return [bare];
  const next = definition.type === 'object' ? definition.shape?.[String(step)] : (definition.element ?? definition.valueType ?? definition.items?.[Number(step)]);
  return next === undefined ? [] : schemasAt(next, rest, propertyOf(value, step));
}

/** Keys an object at the path may have. */
export const knownKeys = (schema: z.ZodType, path: readonly PropertyKey[], value: unknown): readonly string[] =>
  [...new Set(schemasAt(schema, path, value).flatMap((found) => Object.keys(definitionOf(found).shape ?? {})))];

/** Words a text at the path may be. */
export const knownWords = (schema: z.ZodType, path: readonly PropertyKey[], value: unknown): readonly string[] =>
  [...new Set(schemasAt(schema, path, value).flatMap((found) => {
    const { entries, values } = definitionOf(found);
    return entries === undefined ? (values ?? []).map(String) : Object.values(entries);
  }))];

export const propertyOf = (value: unknown, key: PropertyKey): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Record<PropertyKey, unknown>)[key] : undefined;

export const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown => path.reduce<unknown>(propertyOf, value);

function contradicts(option: z.ZodType, value: unknown): boolean {
  const shape = definitionOf(bareSchema(option)).shape;
  if (shape === undefined) return typeof value === 'object' && value !== null;
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(shape).some(([key, part]) => {
    const allowed = definitionOf(part);
    const words = allowed.type === 'literal' ? allowed.values : allowed.type === 'enum' ? Object.values(allowed.entries ?? {}) : undefined;
    return words !== undefined && Object.hasOwn(value, key) && !words.includes(propertyOf(value, key));
  });
}
