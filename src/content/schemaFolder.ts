import { fileURLToPath } from 'node:url';

/** The schemas that the program was built with: the content's types come from the same files. */
export const schemaFolder = fileURLToPath(new URL('../../knowledge/schema/', import.meta.url));
