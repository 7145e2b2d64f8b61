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
export function languageMaps(data: unknown, schema: JsonSchema): LanguageMap[] {
  const found: LanguageMap[] = [];
  const search = (value: unknown, part: JsonSchema, path: JsonPath): void => {
    const { items, propertyNames, properties, additionalProperties, ...rest } = resolveSchema(
      part,
      schema,
    );
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      if (items) value.forEach((item, index) => search(item, items, [...path, index]));
      return;
    }
    if (propertyNames?.$ref === '#/definitions/language') {
      found.push({ path, texts: value as Record<string, unknown> });
    }
    for (const [key, item] of Object.entries(value)) {
      // Texts are leaves, and most of what there is.
      if (typeof item !== 'object') continue;
      const open = typeof additionalProperties === 'object' ? additionalProperties : undefined;
      const next = properties?.[key] ?? open;
      if (next) search(item, next, [...path, key]);
    }
    // Choices, such as a kind of step for each "type": the constants tell which one is meant.
    for (const branches of [rest['oneOf'], rest['anyOf'], rest['allOf']]) {
      if (!Array.isArray(branches)) continue;
      for (const branch of branches as JsonSchema[]) {
        if (admits(resolveSchema(branch, schema), value)) search(value, branch, path);
      }
    }
  };
  search(data, schema, []);
  return found;
}

function admits(branch: JsonSchema, data: object): boolean {
  return Object.entries(branch.properties ?? {}).every(
    ([key, { const: constant }]) =>
      constant === undefined || (data as Record<string, unknown>)[key] === constant,
  );
}

/** Calls back for every text in a value, with the way to it. */
export function forEachText(
  value: unknown,
  path: JsonPath,
  visit: (text: string, path: JsonPath) => void,
): void {
  if (typeof value === 'string') visit(value, path);
  else if (Array.isArray(value)) {
    value.forEach((item, index) => forEachText(item, [...path, index], visit));
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) forEachText(item, [...path, key], visit);
  }
}
