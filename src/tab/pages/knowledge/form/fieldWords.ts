import en from '../../../strings/fields/en.json';
import { onceByLanguage } from '../../../lib/onceByLanguage.js';
import { descriptionOf, type SchemaPart } from '../schema/schemaAt.js';

/** What the fields of files are called, and what is said about them, in the tab's language. */
export interface FieldWords {
  /** @param parts what the schema says of the object that the field belongs to */
  nameOf(name: string, parts: readonly SchemaPart[]): string;
  /** @param parts what the schema says of the field */
  hintOf(parts: readonly SchemaPart[]): { hint?: string };
  /** A hint of the schemas, which are in English. */
  hintIn(english: string): string;
  /**
   * What one of the few values that may stand in a place is called; an id is its own name.
   * @param parts what the schema says of the place
   */
  choiceOf(value: string, parts: readonly SchemaPart[]): string;
}

interface Words {
  /** By the field's name, or by "definition.name" where it means something of its own there. */
  names: Readonly<Record<string, string>>;
  /** By the value that stands in the file. */
  choices: Readonly<Record<string, string>>;
  /** By the English hint, which stands in the schemas: a hint that changes is translated anew. */
  hints: Readonly<Record<string, string>>;
}

const LOADERS: Readonly<Record<string, () => Promise<{ default: Words }>>> = {
  fr: () => import('../../../strings/fields/fr.json'),
  de: () => import('../../../strings/fields/de.json'),
};

export const fieldWordsIn = onceByLanguage(async (language): Promise<FieldWords> => {
  const load = LOADERS[language] ?? (() => Promise.resolve({ default: en }));
  return createFieldWords((await load()).default);
});

function createFieldWords({ names, choices, hints }: Words): FieldWords {
  const hintIn = (english: string): string => hints[english] ?? english;
  return {
    hintIn,
    nameOf(name, parts) {
      const keys = parts
        .filter(({ properties = {} }) => name in properties)
        .map(({ definition }) => `${definition ?? ''}.${name}`);
      const key = [...keys, name].find((each) => each in names);
      return key === undefined ? name : (names[key] ?? name);
    },
    hintOf(parts) {
      const hint = descriptionOf(parts);
      return hint === undefined ? {} : { hint: hintIn(hint) };
    },
    choiceOf(value, parts) {
      const isFixed = parts.some((part) => (part['enum'] ?? part['const']) !== undefined);
      return (isFixed ? choices[value] : undefined) ?? value;
    },
  };
}
