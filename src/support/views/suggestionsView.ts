import type { Content } from '../../content/content.js';
import { choice, type CardView } from '../reply.js';
import { sayIn } from '../strings.js';
import { plainText } from './answerView.js';
import { numbered, topicChoices } from './choices.js';

/** "Did you mean…": up to three topics, and "none of these". */
export function suggestionsView(
  content: Content,
  topicIds: readonly string[],
  language: string,
): CardView {
  const say = sayIn(content, language);
  const choices = numbered(topicChoices(content, topicIds, language));
  const none = choice(say('noneOfThese'), 'none-of-these', { language });
  return {
    card: 'suggestions',
    language,
    data: {
      fallback: plainText([
        say('didYouMean'),
        ...choices.map(({ text }) => text),
        say('didYouMeanHint'),
      ]),
      choices,
      others: [none],
    },
  };
}
