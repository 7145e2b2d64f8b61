import type { Card, Content } from './content.js';
import type { KindName } from './contentKinds.js';
import type { ContentTypes } from './types.generated.js';

/** The valid files of a kind. */
type Parsed = <K extends KindName>(kind: K) => readonly { id: string; data: ContentTypes[K] }[];

/**
 * Puts valid files together; undefined while settings, lexicon, offices or contacts is missing.
 *
 * @param filesOf the files of a kind, each fitting its schema
 */
export function buildContent(filesOf: Parsed, digest: string): Content | undefined {
  const settings = filesOf('settings')[0]?.data;
  const lexicon = filesOf('lexicon')[0]?.data;
  const offices = filesOf('offices')[0]?.data;
  const contacts = filesOf('contacts')[0]?.data;
  if (!settings || !lexicon || !offices || !contacts) return undefined;

  const none = new Map<string, readonly string[]>();
  const phrases = new Map<string, Map<string, readonly string[]>>();
  for (const language of settings.languages) phrases.set(language, new Map());
  for (const { data } of filesOf('phrases')) {
    if (data.topic === '_none') none.set(data.language, data.phrases);
    else phrases.get(data.language)?.set(data.topic, data.phrases);
  }
  const samples = new Map(filesOf('sample').map(({ id, data }) => [id, data.data]));
  const cards = new Map<string, Card>();
  for (const { id, data } of filesOf('card')) {
    const sample = samples.get(id);
    cards.set(id, sample ? { template: data, sample } : { template: data });
  }
  const content: Content = {
    digest,
    topics: new Map(filesOf('topic').map(({ data }) => [data.id, data])),
    phrases,
    none,
    lexicon: lexicon.concepts,
    offices: offices.offices,
    holidays: offices.holidays,
    contacts: new Map(contacts.contacts.map((contact) => [contact.id, contact])),
    settings,
    cards,
    strings: Object.fromEntries(
      filesOf('strings').map(({ data }) => [data.language, data.strings]),
    ),
    dialogs: new Map(filesOf('dialog').map(({ data }) => [data.id, data])),
  };
  return freezeDeep(content);
}

/** Freezes data with all that is in it; what is frozen already costs nothing. */
export function freezeDeep<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const part of value instanceof Map ? value.values() : Object.values(value)) freezeDeep(part);
  return value;
}
