import type { Card, Content } from './content.js';
import type { ContentFile } from './contentFile.js';
import { kindOfPath, type KindName } from './contentKinds.js';
import type { ContentTypes, Dialog, Topic } from './types.generated.js';

/** A file in the place of the one that stands there; without a `file`, what stands there is gone. */
export interface FileChange {
  path: string;
  /** Good by itself. */
  file?: ContentFile | undefined;
}

/** Content whose parts may be replaced. */
interface Changing extends Omit<{ -readonly [Part in keyof Content]: Content[Part] }, 'strings'> {
  topics: Map<string, Topic>;
  cards: Map<string, Card>;
  dialogs: Map<string, Dialog>;
  strings: Record<string, Readonly<Record<string, string>>>;
}

type Puts = {
  [Kind in KindName]?: (next: Changing, id: string, data: ContentTypes[Kind] | undefined) => void;
};

/** Where the data of each kind of file goes. How people ask is left out: nothing of it is seen. */
const puts: Puts = {
  topic: ({ topics }, id, data) => setOrDelete(topics, id, data),
  dialog: ({ dialogs }, id, data) => setOrDelete(dialogs, id, data),
  card: ({ cards }, id, data) =>
    setOrDelete(cards, id, data && { ...cards.get(id), template: data }),
  sample({ cards }, id, data) {
    const template = cards.get(id)?.template;
    if (template) cards.set(id, data ? { template, sample: data.data } : { template });
  },
  // A language without any speaks the default language.
  strings({ strings }, id, data) {
    strings[id] = data?.strings ?? {};
  },
  // The bot cannot be without the following: what is deleted of them stays for as long.
  settings(next, _id, data) {
    if (data) next.settings = data;
  },
  offices(next, _id, data) {
    if (data) Object.assign(next, { offices: data.offices, holidays: data.holidays });
  },
  contacts(next, _id, data) {
    if (data) next.contacts = new Map(data.contacts.map((each) => [each.id, each]));
  },
};

/**
 * The content with some of its files changed, for looking at: nobody has checked whether the files
 * agree with one another.
 */
export function withFiles(content: Content, changes: readonly FileChange[]): Content {
  const next: Changing = {
    ...content,
    topics: new Map(content.topics),
    cards: new Map(content.cards),
    dialogs: new Map(content.dialogs),
    strings: { ...content.strings },
  };
  for (const { path, file } of changes) {
    const kind = kindOfPath(path);
    const put = kind && puts[kind.kind];
    // What stands under a kind fits the schema of that kind: the types come from there.
    if (put) put(next, kind.id, file?.data as never);
  }
  return next;
}

function setOrDelete<T>(map: Map<string, T>, key: string, value: T | undefined): void {
  if (value === undefined) map.delete(key);
  else map.set(key, value);
}
