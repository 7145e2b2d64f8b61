import type { JsonSchema } from '../../../../content/jsonSchema.js';

/** Keys and indices that lead from a file's root to a value in it. */
export type Path = readonly (string | number)[];

/** A part of a schema, its `$ref` followed. */
export interface SchemaPart extends JsonSchema {
  /** The name of the definition it was, such as `topicId`: it says what a text refers to. */
  definition?: string;
}

/**
 * What a schema says about the value at `path`: one part, and one more for each kind that the value
 * may yet be of (such as the kinds of a dialog's steps, while its "type" is not written).
 */
export function schemasAt(root: JsonSchema, data: unknown, path: Path): SchemaPart[] {
  let parts = kindsOf(root, root, data);
  let value = data;
  for (const key of path) {
    value = childOf(value, key);
    parts = parts.flatMap((part) => {
      const next = partOf(part, key);
      return next ? kindsOf(next, root, value) : [];
    });
  }
  return parts;
}

/** The properties that an object may have, with what the schema says about each. */
export function propertiesOf(parts: readonly SchemaPart[]): Map<string, JsonSchema> {
  return new Map(parts.flatMap(({ properties = {} }) => Object.entries(properties)));
}

/** Whether an object holds one text (or list) for each language. */
export function isByLanguage(parts: readonly SchemaPart[]): boolean {
  return parts.some(({ propertyNames }) => propertyNames?.$ref === '#/definitions/language');
}

/** What the schema says, in English, of what belongs in a place. */
export function descriptionOf(parts: readonly SchemaPart[]): string | undefined {
  return parts.map(({ description }) => description).find((text) => text !== undefined);
}

function partOf({ properties, additionalProperties, items }: SchemaPart, key: string | number) {
  if (typeof key === 'number') return items;
  const open = typeof additionalProperties === 'object' ? additionalProperties : undefined;
  return properties?.[key] ?? open;
}

/** The part itself, and those of its alternatives that the value may be of. */
function kindsOf(part: JsonSchema, root: JsonSchema, value: unknown): SchemaPart[] {
  const own = resolve(part, root);
  const alternatives = [own['oneOf'], own['anyOf']].flatMap((list) =>
    Array.isArray(list) ? (list as JsonSchema[]) : [],
  );
  return [
    own,
    ...alternatives.map((each) => resolve(each, root)).filter((each) => fits(each, value)),
  ];
}

function resolve(part: JsonSchema, root: JsonSchema): SchemaPart {
  const { $ref, ...own } = part;
  const definition = $ref?.replace('#/definitions/', '');
  if (definition === undefined) return part;
  // What a place says about a definition is nearer to the point than what the definition says.
  return { ...root.definitions?.[definition], ...own, definition };
}

/** Whether nothing in the value contradicts the constants by which kinds are told apart. */
function fits({ properties = {} }: SchemaPart, value: unknown): boolean {
  return Object.entries(properties).every(([key, { const: constant }]) => {
    const given = childOf(value, key);
    return constant === undefined || given === undefined || given === constant;
  });
}

function childOf(value: unknown, key: string | number): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return (value as Record<string | number, unknown>)[key];
}
