import { applyEdits, modify } from 'jsonc-parser';
import type { Path } from '../schema/schemaAt.js';

const AS_PRETTIER = { insertSpaces: true, tabSize: 2, eol: '\n' };

/**
 * Changes one value in a JSON text and leaves the rest as it was written.
 * @param value `undefined` deletes it; an index behind the last one adds to a list
 */
export function writeValue(text: string, path: Path, value: unknown): string {
  return applyEdits(text, modify(text, [...path], value, { formattingOptions: AS_PRETTIER }));
}
