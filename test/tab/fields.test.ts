import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../../src/content/jsonSchema.js';
import {
  isByLanguage,
  propertiesOf,
  schemasAt,
  type Path,
  type SchemaPart,
} from '../../src/tab/pages/knowledge/schema/schemaAt.js';

interface FieldWords {
  names: Record<string, string>;
  choices: Record<string, string>;
  hints: Record<string, string>;
}

/** A field that the form shows: its name as a key of the words, and what the schemas say of it. */
interface Field {
  /** The most particular key first. */
  keys: string[];
  hints: string[];
  /** The values that the schema itself names. */
  choices: string[];
  place: string;
}

const read = <T>(path: string) =>
  JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')) as T;
const wordsIn = (language: string) => read<FieldWords>(`src/tab/strings/fields/${language}.json`);
const schemas = readdirSync(new URL('../../knowledge/schema/', import.meta.url)).map(
  (file) => [file, read<JsonSchema>(`knowledge/schema/${file}`)] as const,
);
const fields = schemas.flatMap(([file, schema]) => [...fieldsOf(file, schema, [])]);
const english = wordsIn('en');
const translated = [wordsIn('fr'), wordsIn('de')];

/** Every field that files of a schema may have, as the form looks for them. */
function* fieldsOf(file: string, schema: JsonSchema, path: Path): Iterable<Field> {
  const parts = schemasAt(schema, undefined, path);
  for (const [name] of propertiesOf(parts)) {
    if (name === '$schema') continue;
    const own = [...path, name];
    const definitions = parts
      .filter(({ properties = {} }) => name in properties)
      .flatMap(({ definition }) => (definition === undefined ? [] : `${definition}.${name}`));
    yield {
      keys: [...definitions, name],
      hints: hintsOf(schemasAt(schema, undefined, own)),
      choices: [
        ...choicesOf(schemasAt(schema, undefined, own)),
        ...choicesOf(schemasAt(schema, undefined, [...own, 0])),
      ],
      place: `${file}: ${own.join('.')}`,
    };
    yield* fieldsOf(file, schema, own);
  }
  for (const part of parts) {
    if (part.items) yield* fieldsOf(file, schema, [...path, 0]);
    if (typeof part.additionalProperties !== 'object') continue;
    const own = [...path, '*'];
    // What an entry is called its author says.
    const hints = isByLanguage(parts) ? [] : hintsOf(schemasAt(schema, undefined, own));
    yield { keys: [], hints, choices: [], place: `${file}: ${own.join('.')}` };
    yield* fieldsOf(file, schema, own);
  }
}

/** Numbers, such as a version, are their own names. */
function choicesOf(parts: readonly SchemaPart[]): string[] {
  return parts
    .flatMap((part) => part['enum'] ?? part['const'] ?? [])
    .filter((value): value is string => typeof value === 'string' && !/^[\d.]+$/.test(value));
}

function hintsOf(parts: readonly SchemaPart[]): string[] {
  return parts.flatMap(({ description }) => description ?? []);
}

describe('the words of the form', () => {
  it('name every field in every language of the tab, and no other', () => {
    const needed = fields.filter(({ keys }) => keys.length > 0);
    for (const { names } of [english, ...translated]) {
      const nameless = needed.filter(({ keys }) => !keys.some((key) => names[key]?.trim()));
      expect(nameless.map(({ place }) => place)).toEqual([]);
      const used = new Set(needed.flatMap(({ keys }) => keys.find((key) => key in names) ?? []));
      expect(Object.keys(names).filter((key) => !used.has(key))).toEqual([]);
    }
  });

  it('say something about every field, in the schemas', () => {
    const silent = fields.filter(({ keys, hints }) => keys.length > 0 && hints.length === 0);
    expect(silent.map(({ place }) => place)).toEqual([]);
  });

  it('name every value to choose from, and no other', () => {
    const values = new Set(fields.flatMap((field) => field.choices));
    for (const { choices } of [english, ...translated]) {
      expect(Object.keys(choices).sort()).toEqual([...values].sort());
    }
  });

  it('translate every hint of the schemas as it stands there now, and no other', () => {
    const hints = [...new Set(fields.flatMap((field) => field.hints))].sort();
    for (const words of translated) {
      expect(Object.keys(words.hints).sort()).toEqual(hints);
      for (const text of Object.values(words.hints)) expect(text.trim()).not.toBe('');
    }
    expect(english.hints).toEqual({});
  });
});
