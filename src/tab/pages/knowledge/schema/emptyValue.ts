import type { JsonSchema } from '../../../../content/jsonSchema.js';
import { isByLanguage, propertiesOf, schemasAt } from './schemaAt.js';

/** The least that can stand in a place, for its author to fill in. */
export function emptyValue(
  part: JsonSchema,
  root: JsonSchema,
  languages: readonly string[],
): unknown {
  const parts = schemasAt({ ...part, definitions: root.definitions ?? {} }, undefined, []);
  const first = <T>(keyword: string): T | undefined =>
    parts.map((each) => each[keyword] as T | undefined).find((value) => value !== undefined);
  const constant = first('const') ?? first<unknown[]>('enum')?.[0];
  if (constant !== undefined) return constant;
  switch (first('type')) {
    case 'array':
      return [];
    case 'boolean':
      return false;
    case 'integer':
    case 'number':
      return first('minimum') ?? 0;
    case 'object': {
      const [own = {}, ...kinds] = parts;
      const kind = kinds[0] ?? own;
      if (isByLanguage(parts)) {
        const { additionalProperties: text } = own;
        const inOne = () => (typeof text === 'object' ? emptyValue(text, root, languages) : '');
        return Object.fromEntries(languages.map((language) => [language, inOne()]));
      }
      const properties = propertiesOf([own, kind]);
      const required = [own, kind].flatMap(({ required: names = [] }) => names as string[]);
      return Object.fromEntries(
        [...new Set(required)].map((name) => [
          name,
          emptyValue(properties.get(name) ?? {}, root, languages),
        ]),
      );
    }
    default:
      return '';
  }
}
