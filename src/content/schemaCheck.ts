import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Ajv as AjvClass, ValidateFunction } from 'ajv';
import type { ContentFile } from './contentFile.js';
import { contentKinds, type KindName } from './contentKinds.js';
import type { JsonSchema } from './jsonSchema.js';
import type { Finding } from './findings.js';
import { schemaFolder } from './schemaFolder.js';
import { explainErrors } from './explainErrors.js';

/** More findings than this in one file help nobody. */
const maxFindingsPerFile = 50;

export interface SchemaCheck {
  /** What in the file does not fit the schema of its kind; an empty list where all does. */
  check(file: ContentFile): Finding[];
}

const schemas = new Map<KindName, JsonSchema>();

/** The JSON Schema of a kind, read once. */
export function schemaOf(kind: KindName): JsonSchema {
  let schema = schemas.get(kind);
  if (!schema) {
    const file = join(schemaFolder, `${contentKinds[kind].schema}.schema.json`);
    schema = JSON.parse(readFileSync(file, 'utf8')) as JsonSchema;
    schemas.set(kind, schema);
  }
  return schema;
}

/** Compiles each schema when a file first needs it, and once. */
export function createSchemaCheck(): SchemaCheck {
  // Loaded here and not at import: a start with content that is known to be good needs no ajv.
  const { Ajv } = createRequire(import.meta.url)('ajv') as { Ajv: typeof AjvClass };
  const ajv = new Ajv({
    allErrors: true,
    verbose: true,
    discriminator: true,
    // Compiling is most of the cost of a check. What is left out here gains nothing on files of
    // this size, and the schemas themselves are held to ajv's strict mode by a test.
    strict: false,
    validateSchema: false,
    code: { optimize: false },
  });
  const validators = new Map<KindName, ValidateFunction>();
  return {
    check(file) {
      let validate = validators.get(file.kind);
      if (!validate) {
        validate = ajv.compile(schemaOf(file.kind));
        validators.set(file.kind, validate);
      }
      if (validate(file.data)) return [];
      return explainErrors(validate.errors ?? [], schemaOf(file.kind), file.data)
        .slice(0, maxFindingsPerFile)
        .map(({ path, part, ...message }) => ({
          level: 'error',
          file: file.path,
          ...file.locate(path, part),
          ...message,
        }));
    },
  };
}
