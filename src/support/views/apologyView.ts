import type { Content } from '../../content/content.js';
import type { CardView } from '../reply.js';
import { sayIn } from '../strings.js';
import { contactCards } from './contactCards.js';
import { CONTACT } from '../namedIds/namedIds.js';

/** Something broke: an apology, and the reference under which the log has the context. */
export function apologyView(
  content: Content,
  language: string,
  reference: string,
  now: Date,
): CardView {
  const say = sayIn(content, language);
  return {
    card: 'apology',
    language,
    data: {
      fallback: say('apologyShort', { reference }),
      reference,
      contacts: contactCards(content, [CONTACT.central], language, now),
    },
  };
}
