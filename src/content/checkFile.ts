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
    const values = { example: 'knowledge/topics/no-sms.json' };
    const at = { file: path, line: 1, column: 1 };
    return {
      file: undefined,
      findings: [{ level: 'error', ...at, fault: 'noContentFile', values }],
    };
  }
  const { file, findings } = readContentFile(path, kind, new TextEncoder().encode(text));
  schemaCheck ??= createSchemaCheck();
  const all = file ? [...findings, ...schemaCheck.check(file)] : findings;
  return { file: all.length === 0 ? file : undefined, findings: all };
}
