import type { Content } from '../../content/content.js';
import { choice, type CardView } from '../reply.js';
import { sayIn } from '../strings.js';
import { plainText } from './answerView.js';
import { otherLanguages } from './choices.js';

/** Every language in its own name, and "as I write". */
export function languageChoiceView(content: Content, language: string): CardView {
  const say = sayIn(content, language);
  const choices = [
    ...otherLanguages(content, '', 'choose-language'),
    choice(say('languageAutomatic'), 'choose-language', { language: 'auto' }),
  ];
  return {
    card: 'language-choice',
    language,
    data: {
      fallback: plainText([say('chooseLanguage'), ...choices.map(({ title }) => title)]),
      choices,
    },
  };
}
