import type { JsonPath } from './contentFile.js';

/** As much of JSON Schema (draft 7) as the content room looks at itself. */
export interface JsonSchema {
  [keyword: string]: unknown;
  $ref?: string;
  description?: string;
  properties?: Record<string, JsonSchema>;
  additionalProperties?: JsonSchema | boolean;
  propertyNames?: JsonSchema;
  items?: JsonSchema;
  definitions?: Record<string, JsonSchema>;
}

/** The schema that a `$ref` to `#/definitions/…` stands for; the schema itself where it is none. */
export function resolveSchema(part: JsonSchema, root: JsonSchema): JsonSchema {
  const name = part.$ref?.replace('#/definitions/', '');
  return (name === undefined ? undefined : root.definitions?.[name]) ?? part;
}

/** A block whose names are languages, such as a label in every language. */
export interface LanguageMap {
  path: JsonPath;
  texts: Readonly<Record<string, unknown>>;
}

/**
 * Every block in `data` that its schema declares as one text per language (`propertyNames` refers
 * to the definition `language`), so that no rule has to list such blocks by hand.
 */
export function* languageMaps(
  data: unknown,
  part: JsonSchema,
  root: JsonSchema = part,
  path: JsonPath = [],
): Generator<LanguageMap> {
  const schema = resolveSchema(part, root);
  if (typeof data !== 'object' || data === null) return;
  if (Array.isArray(data)) {
    if (!schema.items) return;
    for (const [index, item] of data.entries()) {
      yield* languageMaps(item, schema.items, root, [...path, index]);
    }
    return;
  }
  if (schema.propertyNames?.$ref === '#/definitions/language') {
    yield { path, texts: data as Record<string, unknown> };
  }
  for (const [key, value] of Object.entries(data)) {
    const rest = schema.additionalProperties;
    const next = schema.properties?.[key] ?? (typeof rest === 'object' ? rest : undefined);
    if (next) yield* languageMaps(value, next, root, [...path, key]);
  }
  // Choices such as "oneOf" by type of step: what fits no branch yields nothing.
  for (const choice of ['oneOf', 'anyOf', 'allOf']) {
    const branches = schema[choice];
    if (!Array.isArray(branches)) continue;
    for (const branch of branches as JsonSchema[]) {
      if (admits(resolveSchema(branch, root), data)) {
        yield* languageMaps(data, branch, root, path);
      }
    }
  }
}

/** Whether the constants of a branch agree with the data: enough to tell branches apart. */
function admits(branch: JsonSchema, data: object): boolean {
  return Object.entries(branch.properties ?? {}).every(
    ([key, { const: constant }]) =>
      constant === undefined || (data as Record<string, unknown>)[key] === constant,
  );
}

/** Every text in a value, with the way to it. */
export function* textsIn(value: unknown, path: JsonPath = []): Generator<[JsonPath, string]> {
  if (typeof value === 'string') yield [path, value];
  else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* textsIn(item, [...path, index]);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) yield* textsIn(item, [...path, key]);
  }
}
