import card from '../../../../../knowledge/schema/card.schema.json';
import contacts from '../../../../../knowledge/schema/contacts.schema.json';
import dialog from '../../../../../knowledge/schema/dialog.schema.json';
import lexicon from '../../../../../knowledge/schema/lexicon.schema.json';
import offices from '../../../../../knowledge/schema/offices.schema.json';
import phrases from '../../../../../knowledge/schema/phrases.schema.json';
import sample from '../../../../../knowledge/schema/sample.schema.json';
import settings from '../../../../../knowledge/schema/settings.schema.json';
import strings from '../../../../../knowledge/schema/strings.schema.json';
import topic from '../../../../../knowledge/schema/topic.schema.json';
import type { JsonSchema } from '../../../../content/jsonSchema.js';

const SCHEMAS = {
  card,
  contacts,
  dialog,
  lexicon,
  offices,
  phrases,
  sample,
  settings,
  strings,
  topic,
} as unknown as Readonly<Record<string, JsonSchema>>;

/** The JSON Schema that a file names in `$schema`; an empty one where it names none of ours. */
export function schemaOf(text: string): JsonSchema {
  const name = /"\$schema"\s*:\s*"[^"]*?([a-z]+)\.schema\.json"/.exec(text)?.[1];
  return SCHEMAS[name ?? ''] ?? {};
}
