import type { ContentFile } from './contentFile.js';
import { kindOfPath } from './contentKinds.js';
import type { Finding } from './findings.js';
import { readContentFile } from './readContentFile.js';
import { createSchemaCheck, type SchemaCheck } from './schemaCheck.js';

let schemaCheck: SchemaCheck | undefined;

/**
 * Checks one file by itself, fast enough for every key stroke: syntax and schema, not the linters,
 * which need the whole content.
 * @returns the file where it is good
 */
export function checkFile(
  path: string,
  text: string,
): { file: ContentFile | undefined; findings: Finding[] } {
  const kind = kindOfPath(path);
  if (!kind) {
    const problem = 'No content file stands in this place.';
    const mend = 'Give it the name of a content file, such as knowledge/topics/no-sms.json.';
    return {
      file: undefined,
      findings: [{ level: 'error', file: path, line: 1, column: 1, problem, mend }],
    };
  }
  const { file, findings } = readContentFile(path, kind, new TextEncoder().encode(text));
  schemaCheck ??= createSchemaCheck();
  const all = file ? [...findings, ...schemaCheck.check(file)] : findings;
  return { file: all.length === 0 ? file : undefined, findings: all };
}
