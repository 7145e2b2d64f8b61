import type { Content } from '../../content/content.js';
import type { Place } from '../question.js';
import type { CardView } from '../reply.js';
import { sayIn } from '../strings.js';
import { plainText } from './answerView.js';
import { otherLanguages, textOf, topicChoices } from './choices.js';

/** Questions that nearly everybody has, offered as examples. */
const EXAMPLES = ['account-locked', 'forgotten-password', 'no-sms', 'jsis-access-delay'];

/** 'welcome' when the bot arrives; 'greeting' and 'capabilities' when somebody says hello or asks. */
export type WelcomeOccasion = 'welcome' | 'greeting' | 'capabilities';

/** Who the bot is, how to ask it, and a few examples to press. */
export function welcomeView(
  content: Content,
  language: string,
  scope: Place['scope'],
  occasion: WelcomeOccasion,
  botName: string,
): CardView {
  const say = sayIn(content, language);
  const topic = occasion === 'welcome' ? undefined : content.topics.get(occasion);
  const text = topic && textOf(topic, language);
  const title = text?.title ?? say('welcomeTitle', { bot: botName });
  const message =
    text?.answer ?? say(scope === 'personal' ? 'welcomePersonal' : 'welcomeTeam', { bot: botName });
  const languages = content.settings.languages
    .map((each) => sayIn(content, each)('languageName'))
    .join(', ');
  const hint = say(scope === 'personal' ? 'personalHint' : 'mentionHint', {
    bot: botName,
    languages,
  });
  return {
    card: 'welcome',
    language,
    data: {
      fallback: plainText([title, message, hint]),
      title,
      message,
      choices: topicChoices(content, EXAMPLES, language),
      hint,
      languages: otherLanguages(content, language, 'in-language'),
    },
  };
}
