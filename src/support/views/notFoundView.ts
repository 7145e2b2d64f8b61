import type { Content } from '../../content/content.js';
import type { Place } from '../question.js';
import { choice, type CardView } from '../reply.js';
import { sayIn } from '../strings.js';
import { plainText } from './answerView.js';
import { contactCards } from './contactCards.js';
import { topicChoices } from './choices.js';
import { CONTACT, TOPIC } from '../namedIds/namedIds.js';

/** Nothing matched: what the person can do now, and the helpdesk's number and hours. */
export function notFoundView(
  content: Content,
  language: string,
  scope: Place['scope'],
  now: Date,
): CardView {
  const say = sayIn(content, language);
  const steps = [
    say('notFoundStepRephrase'),
    say(scope === 'personal' ? 'notFoundStepColleagues' : 'notFoundStepThread'),
    say('notFoundStepCall'),
  ].map((text, index) => ({ number: `${index + 1}.`, text }));
  const contacts = contactCards(content, [CONTACT.euLogin, CONTACT.central], language, now);
  return {
    card: 'not-found',
    language,
    data: {
      fallback: plainText([
        say('notFoundTitle'),
        ...steps.map((step) => `${step.number} ${step.text}`),
        ...contacts.map(({ plain }) => plain),
      ]),
      title: say('notFoundTitle'),
      message: say('notFoundMessage'),
      steps,
      contacts,
      choices: [
        choice(say('seeEverything'), 'show-menu', { language }),
        ...topicChoices(content, [TOPIC.person], language),
      ],
    },
  };
}
