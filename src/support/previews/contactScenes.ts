import type { Contacts } from '../../content/types.generated.js';
import type { CardView } from '../reply.js';
import { sayIn } from '../strings.js';
import { apologyView } from '../views/apologyView.js';
import { contactCards } from '../views/contactCards.js';
import { notFoundView } from '../views/notFoundView.js';
import { whatNextView } from '../views/whatNextView.js';
import type { Occasion, Scene } from './scene.js';

/** A reference as the log would have it. */
export const REFERENCE = 'A1B2C3D4';

/** Each helpdesk on a card that sends people to it, and the cards that always name some. */
export function contactScenes({ contacts }: Contacts, at: Occasion): Scene[] {
  const { content, language, now } = at;
  return [
    ...contacts.map(({ id, name }) => ({
      id,
      title: name[language] ?? id,
      view: () => cardNaming(id, at),
    })),
    { id: 'not-found', view: () => notFoundView(content, language, 'channel', now) },
    { id: 'apology', view: () => apologyView(content, language, REFERENCE, now) },
  ];
}

/** What follows an answer that did not help; the helpdesk by itself where no topic names it. */
function cardNaming(id: string, { content, language, now }: Occasion): CardView {
  const topics = [...content.topics.values()];
  const topic =
    topics.find(({ handOff }) => handOff?.contacts[0] === id) ??
    topics.find(({ handOff }) => handOff?.contacts.includes(id));
  if (topic) return whatNextView(content, topic, language, now);
  const title = sayIn(content, language)('contactsTitle');
  const contacts = contactCards(content, [id], language, now);
  const fallback = [title, ...contacts.map(({ plain }) => plain)].join('\n');
  const data = { fallback, title, message: '', steps: [], contacts, choices: [] };
  return { card: 'not-found', language, data };
}
