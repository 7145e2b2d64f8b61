/** Where a message was written. */
export interface Place {
  scope: 'personal' | 'group' | 'channel';
  /** The conversation as Teams names it; in a channel it includes the thread. */
  conversationId: string;
  /** The channel, or the conversation itself outside channels: silence is a matter of a channel. */
  roomId: string;
  /** The team that a channel belongs to. */
  teamId?: string | undefined;
  /** How to reach it again later; only `teams/` looks inside. */
  address?: unknown;
}

/** A message on its way through the domain: nothing of Teams' activity is left in it. */
export interface Question {
  /** What was typed, without the bot's mention. */
  text: string;
  personId: string;
  /** As Teams shows it; missing where Teams does not tell. */
  personName?: string | undefined;
  /** By which Entra knows the person, and so the tab; missing where Teams does not tell. */
  entraId?: string | undefined;
  place: Place;
  /** The bot was mentioned, or this is a 1:1 chat. */
  addressed: boolean;
  /** The message answers another person, or mentions one. */
  forSomebodyElse: boolean;
  /** Somebody else wrote it, and the person asks the bot about it. */
  quoted?: true;
  /** It opens a thread, rather than replying in one. */
  opensThread: boolean;
  /** The reader's locale as Teams reports it, such as "fr-BE". */
  locale?: string | undefined;
  /** The reader's IANA time zone as Teams reports it, such as "Europe/Brussels". */
  timeZone?: string | undefined;
}

/** A button that was pressed, or typed; nothing in it is trusted. */
export interface Press {
  verb: string;
  data: unknown;
  /** It was pressed in a dialog that nobody else sees, and the reply will be shown there. */
  inDialog?: boolean;
  personId: string;
  personName?: string | undefined;
  /** By which Entra knows the person, and so the tab; missing where Teams does not tell. */
  entraId?: string | undefined;
  place: Place;
  locale?: string | undefined;
  timeZone?: string | undefined;
}
