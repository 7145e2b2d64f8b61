import type { Content } from '../../content/content.js';
import type { Topic } from '../../content/types.generated.js';
import { choice, type CardView, type Choice } from '../reply.js';
import { sayIn } from '../strings.js';
import { plainText } from './answerView.js';
import { contactCards } from './contactCards.js';
import { topicChoices } from './choices.js';
import { formChoice } from './formChoice.js';
import { nextChoices } from './nextChoices.js';
import { CONTACT, TOPIC } from '../namedIds/namedIds.js';

/** The answer did not help: the guided dialog, the related topics, and the people to ask. */
export function whatNextView(
  content: Content,
  topic: Topic,
  language: string,
  now: Date,
): CardView {
  const say = sayIn(content, language);
  const contacts = contactCards(
    content,
    topic.handOff?.contacts ?? [CONTACT.euLogin],
    language,
    now,
  );
  const choices: Choice[] = [
    ...nextChoices(content, topic, language),
    ...topicChoices(
      content,
      [
        ...topic.related,
        ...(topic.handOff?.offices === true && topic.id !== TOPIC.offices ? [TOPIC.offices] : []),
        TOPIC.person,
      ],
      language,
    ),
    ...(topic.group !== 'help' && topic.handOff?.contacts.includes(CONTACT.central) === true
      ? [formChoice(content, 'incident', language, topic.id)]
      : []),
    choice(say('backToAnswer'), 'show-topic', { topic: topic.id, language }),
  ];
  return {
    card: 'not-found',
    language,
    data: {
      fallback: plainText([
        say('whatNextTitle'),
        say('whatNextMessage'),
        ...contacts.map(({ plain }) => plain),
      ]),
      title: say('whatNextTitle'),
      message: say('whatNextMessage'),
      steps: [],
      contacts,
      choices: uniqueByTopic(choices),
    },
  };
}

/** A topic may be related and the way to a person at once: one button is enough. */
function uniqueByTopic(choices: readonly Choice[]): Choice[] {
  const seen = new Set<string>();
  return choices.filter(({ verb, data }) => {
    const key = `${verb} ${data['topic'] ?? ''} ${data['office'] ?? ''}`;
    return seen.has(key) ? false : seen.add(key);
  });
}
