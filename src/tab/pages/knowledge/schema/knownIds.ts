import { asFields, asItems, asTexts } from './readAs.js';

export const SETTINGS = 'knowledge/settings.json';

/** What a text may refer to, by the name of its definition in the schemas. */
export type KnownIds = Readonly<Record<string, readonly string[]>>;

/**
 * The ids that content files may name.
 * @param paths of all files
 * @param dataOf what a file holds; undefined where it is no JSON
 * @param open the file that is written in
 */
export function knownIds(
  paths: readonly string[],
  dataOf: (path: string) => unknown,
  open: string,
): KnownIds {
  const namesIn = (folder: string): string[] =>
    paths
      .filter((path) => path.startsWith(folder) && !path.slice(folder.length).includes('/'))
      .map((path) => path.slice(folder.length, -'.json'.length));
  const { contacts } = asFields(dataOf('knowledge/contacts.json'));
  return {
    topicId: namesIn('knowledge/topics/'),
    dialogId: namesIn('dialogs/'),
    contactId: asTexts(asItems(contacts).map((contact) => asFields(contact)['id'])),
    calendarId: keysIn(dataOf('knowledge/offices.json'), 'holidays'),
    stepId: keysIn(dataOf(open), 'steps'),
    language: languagesIn(dataOf(SETTINGS)),
  };
}

function keysIn(data: unknown, name: string): string[] {
  return Object.keys(asFields(asFields(data)[name]));
}

/** The languages that the bot speaks by these settings. */
export function languagesIn(settings: unknown): readonly string[] {
  return asTexts(asFields(settings)['languages']);
}
