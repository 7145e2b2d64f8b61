import { createContext, use } from 'react';
import type { JsonSchema } from '../../../../content/jsonSchema.js';
import type { KnownIds } from '../schema/knownIds.js';
import type { Path } from '../schema/schemaAt.js';
import type { FieldWords } from './fieldWords.js';

/** What every field of a form may need. */
export interface FormParts {
  schema: JsonSchema;
  /** What the file holds. */
  data: unknown;
  ids: KnownIds;
  words: FieldWords;
  /** Of what stands in every language, this one is shown. */
  language: string;
  defaultLanguage: string;
  /** Writes a value in the file; `undefined` deletes it, an index behind the last one adds. */
  write(path: Path, value: unknown): void;
}

export const FormContext = createContext<FormParts | undefined>(undefined);

/** What the fields of a form share. @throws Error outside of a form */
export function useForm(): FormParts {
  const form = use(FormContext);
  if (!form) throw new Error('useForm must be called below a FormContext.');
  return form;
}
