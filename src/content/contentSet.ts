import type { Content } from './content.js';
import type { ContentFile } from './contentFile.js';
import type { KindName } from './contentKinds.js';
import type { ContentTypes } from './types.generated.js';

/** The files of one check, as linters see them. */
export interface ContentSet {
  /** The files of a kind whose data fits its schema, in the order of their paths. */
  files<K extends KindName>(kind: K): readonly ContentFile<ContentTypes[K]>[];
  /**
   * The ids of a kind by file name, broken files included: a topic with a missing comma is still
   * a topic, and nobody should be told that it does not exist.
   */
  ids(kind: KindName): ReadonlySet<string>;
  /** The languages of settings.json; empty while that file is broken. */
  readonly languages: readonly string[];
  /** The day of the check as YYYY-MM-DD. */
  readonly today: string;
  /** The JSON Schema of a kind. */
  schema(kind: KindName): JsonSchema | undefined;
  /** All good files put together; undefined while one that must exist once is missing. */
  readonly content: Content | undefined;
}

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
