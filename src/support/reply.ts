import type { Place } from './question.js';

/** A button: what it says and what pressing it sends back. */
export interface Choice {
  /** At most about 25 characters: telephones cut longer labels. */
  title: string;
  verb: string;
  data: Record<string, string>;
  /** What is shown: mostly the title, or more, such as "1 · Account locked". */
  text: string;
}

/** A button; shown as its title unless `text` says otherwise. */
export function choice(
  title: string,
  verb: string,
  data: Record<string, string>,
  text: string = title,
): Choice {
  return { title, verb, data, text };
}

/** A card by its template's name, with the data that fills it. */
export interface CardView {
  card: string;
  language: string;
  /** Values for the template; `fallback` is the whole message as plain text. */
  data: { fallback: string } & Record<string, unknown>;
}

/** What a reply is to whoever asked, for the figures. */
export type ReplyOutcome = 'answer' | 'suggest' | 'unresolved' | 'command' | 'button' | 'dialog';

/** What the bot says. */
export interface Reply {
  view: CardView;
  /** One line for notifications. */
  summary: string;
  /** "command" where left out. */
  outcome?: ReplyOutcome;
  /** The topic that was answered. */
  topic?: string;
  /** The card that was pressed is somebody else's: it stays, and this is a message of its own. */
  apart?: true;
  /** The person was forgotten: nothing is remembered of this either. */
  forgets?: true;
  /** Nothing more to do: a dialog closes. */
  closes?: boolean;
}

/** A card as a reply in a place; where others read along, some buttons open a dialog instead. */
export function replyIn(
  { scope }: Pick<Place, 'scope'>,
  { data, ...view }: CardView,
  topic?: string,
): Reply {
  const shared = { ...view, data: { ...data, shared: scope !== 'personal' } };
  return { view: shared, summary: summaryOf(shared), ...(topic === undefined ? {} : { topic }) };
}

/** The first line of a card as text. */
export function summaryOf({ data }: CardView): string {
  return data.fallback.split('\n', 1)[0] ?? '';
}
