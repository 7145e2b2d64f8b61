import type { Contact, Content } from '../../content/content.js';
import type { Phone } from '../../content/types.generated.js';
import { describeHours } from '../hours/describeHours.js';
import { scheduleOf } from '../hours/openingHours.js';
import { sayIn, type Say } from '../strings.js';

/** A helpdesk as a card shows it, in Markdown; a field that is not known is an empty string. */
export interface ContactCard {
  name: string;
  purpose: string;
  /** Links that dial. */
  phone: string;
  /** A link that writes. */
  email: string;
  /** A link to its page. */
  web: string;
  hours: string;
  haveAtHand: string;
  note: string;
  /** Name, numbers, address and hours as plain text: for reading aloud and without cards. */
  plain: string;
}

/** The helpdesks of these ids, in this order, in the reader's language. */
export function contactCards(
  content: Content,
  ids: readonly string[],
  language: string,
  now: Date,
): ContactCard[] {
  return ids
    .map((id) => content.contacts.get(id))
    .filter((contact) => contact !== undefined)
    .map((contact) => contactCard(content, contact, language, now));
}

/** Numbers as links that dial when tapped, and that are readable where links are not shown. */
export function phoneLinks(phones: readonly Phone[]): string {
  return phones.map(({ number, display }) => `[${display}](tel:${number})`).join(' · ');
}

/** Numbers as plain text. */
export function phoneText(phones: readonly Phone[]): string {
  return phones.map(({ display }) => display).join(' · ');
}

/** Lines as a list in Markdown. */
export function bulletList(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n');
}

function contactCard(content: Content, contact: Contact, language: string, now: Date): ContactCard {
  const say = sayIn(content, language);
  const name = contact.name[language] ?? contact.id;
  const hours = hoursOf(content, contact, language, now, say);
  const email = contact.email ?? '';
  return {
    name,
    purpose: contact.purpose[language] ?? '',
    phone: phoneLinks(contact.phones),
    email: email === '' ? '' : `[${email}](mailto:${email})`,
    web: contact.url === undefined ? '' : `[${say('contactWeb')}](${contact.url})`,
    hours,
    haveAtHand: bulletList(contact.haveAtHand[language] ?? []),
    note: [contact.note?.[language] ?? '', contact.confirm ? say('numberToConfirm') : '']
      .filter((part) => part !== '')
      .join(' '),
    plain: `${name}: ${[phoneText(contact.phones), email, contact.url ?? '', hours]
      .filter((part) => part !== '')
      .join(', ')}`,
  };
}

function hoursOf(
  content: Content,
  { hours, timeZone, holidays, phones }: Contact,
  language: string,
  now: Date,
  say: Say,
): string {
  if (hours.length === 0 || timeZone === undefined) {
    return phones.length > 0 ? say('hoursUnknown') : '';
  }
  return describeHours(scheduleOf(content, hours, { timeZone, holidays }), now, language, say);
}
