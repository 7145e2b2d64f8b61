import type { Activity } from 'botbuilder';

export interface ReadMentions {
  /** The text without the bot's mentions, people's mentions kept as their names. */
  text: string;
  botMentioned: boolean;
  /** Somebody other than the bot is mentioned. */
  othersMentioned: boolean;
}

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** Far more than is read of a message, tags included: no text may cost more than that. */
const MOST_READ = 20_000;

/** Separates what was typed from whom it was addressed to. */
export function readMentions(activity: Activity): ReadMentions {
  let text = (activity.text ?? '').slice(0, MOST_READ);
  let botMentioned = false;
  let othersMentioned = false;
  for (const { mentionedId, mentionText } of mentionsOf(activity)) {
    const isBot = mentionedId !== '' && mentionedId === activity.recipient?.id;
    if (isBot) botMentioned = true;
    else othersMentioned = true;
    if (isBot && mentionText !== '') text = text.split(mentionText).join(' ');
  }
  const botName = activity.recipient?.name;
  text = text.replace(/<at\b[^<>]*>([^<]*)<\/at>/gi, (_whole, name: string) =>
    name === botName ? ' ' : name,
  );
  return { text: plain(text), botMentioned, othersMentioned };
}

function mentionsOf(activity: Activity): { mentionedId: string; mentionText: string }[] {
  const found = [];
  // Entities come from outside: nothing about their shape is certain.
  for (const entity of (activity.entities ?? []) as unknown[]) {
    if (typeof entity !== 'object' || entity === null) continue;
    const { type, mentioned, text } = entity as Record<string, unknown>;
    if (type !== 'mention') continue;
    const id = (mentioned as { id?: unknown } | null | undefined)?.id;
    found.push({
      mentionedId: typeof id === 'string' ? id : '',
      mentionText: typeof text === 'string' ? text : '',
    });
  }
  return found;
}

/** What remains when tags and entities of HTML are taken for what they mean. */
function plain(html: string): string {
  return html
    .replace(/<br\s*\/?>|<\/(?:p|div|li)>/gi, '\n')
    .replace(/<\/?[a-z][^<>]*>/gi, ' ')
    .replace(/&(amp|lt|gt|quot|apos|nbsp);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .replace(/&#(\d{1,6});/g, (_whole, code: string) => safeCodePoint(Number(code)))
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
}

function safeCodePoint(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
}
