import type {
  CardSample,
  CardTemplate,
  Contacts,
  Dialog,
  Lexicon,
  Offices,
  Settings,
  Text,
  Topic,
} from './types.generated.js';

export type TopicText = Text;
export type Office = Offices['offices'][number];
export type Holiday = Offices['holidays'][string][number];
export type Contact = Contacts['contacts'][number];

/** A card as it stands in `cards/`, with the data that `cards/samples/` shows it with. */
export interface Card {
  readonly template: CardTemplate;
  readonly sample?: CardSample['data'];
}

/**
 * A checked set of content: what the bot says, asks and knows. Deeply frozen, so that it can be
 * handed to anyone and swapped as a whole.
 */
export interface Content {
  /** SHA-256 of every file's path and text, in hexadecimal: equal digests mean equal content. */
  readonly digest: string;
  /** Topic id → topic. */
  readonly topics: ReadonlyMap<string, Topic>;
  /** Language → topic id → how people ask it in that language. */
  readonly phrases: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;
  /** Language → messages that no topic answers. */
  readonly none: ReadonlyMap<string, readonly string[]>;
  /** Concept id → language → words that mean it. */
  readonly lexicon: Lexicon['concepts'];
  readonly offices: readonly Office[];
  /** Calendar id → days on which an office or helpdesk is closed. */
  readonly holidays: Readonly<Record<string, readonly Holiday[]>>;
  /** Contact id → helpdesk, in the order of the file. */
  readonly contacts: ReadonlyMap<string, Contact>;
  readonly settings: Settings;
  /** Card name → template and sample. */
  readonly cards: ReadonlyMap<string, Card>;
  /** Language → key → text. */
  readonly strings: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Dialog id → dialog. */
  readonly dialogs: ReadonlyMap<string, Dialog>;
}
