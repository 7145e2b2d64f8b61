import type { Content } from './content.js';
import type { ContentFile } from './contentFile.js';
import type { KindName } from './contentKinds.js';
import type { JsonSchema } from './jsonSchema.js';
import type { ContentTypes } from './types.generated.js';

/** The files of one check, as linters see them. */
export interface ContentSet {
  /** The files of a kind whose data fits its schema, in the order of their paths. */
  files: FilesOf;
  /**
   * The ids of a kind by file name, broken files included: a topic with a missing comma is still
   * a topic, and nobody should be told that it does not exist.
   */
  ids(kind: KindName): ReadonlySet<string>;
  /** Whether a file stands at this path from the content root, broken or not. */
  exists(path: string): boolean;
  /** The JSON Schema of a kind. */
  schema(kind: KindName): JsonSchema;
  /** The languages of settings.json; empty while that file is broken. */
  readonly languages: readonly string[];
  /** The day of the check as YYYY-MM-DD. */
  readonly today: string;
  /** All good files put together; undefined while one that must exist once is missing. */
  readonly content: Content | undefined;
}

export type FilesOf = <K extends KindName>(kind: K) => readonly ContentFile<ContentTypes[K]>[];
