import type { Contact, Content } from '../../content/content.js';
import { describeHours } from '../openingHours.js';
import { sayIn } from '../strings.js';

/** A helpdesk as a card shows it; a field that is not known is an empty string. */
export interface ContactCard {
  name: string;
  purpose: string;
  phone: string;
  email: string;
  hours: string;
  note: string;
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

function contactCard(content: Content, contact: Contact, language: string, now: Date): ContactCard {
  const say = sayIn(content, language);
  const hours =
    contact.hours.length > 0 && contact.timeZone !== undefined
      ? describeHours(
          {
            periods: contact.hours,
            timeZone: contact.timeZone,
            holidays: contact.holidays.flatMap((id) => content.holidays[id] ?? []),
          },
          now,
          language,
          say,
        )
      : '';
  return {
    name: contact.name[language] ?? contact.id,
    purpose: contact.purpose[language] ?? '',
    phone: contact.phones.map((phone) => phone.display).join(' · '),
    email: contact.email ?? '',
    hours: hours === '' && contact.phones.length > 0 ? say('hoursUnknown') : hours,
    note: [contact.note?.[language] ?? '', contact.confirm ? say('numberToConfirm') : '']
      .filter((part) => part !== '')
      .join(' '),
  };
}
