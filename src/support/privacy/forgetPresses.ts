import { knownLanguage, LanguagePress, parse } from '../pressData.js';
import type { PressHandler } from '../presses.js';
import type { Content } from '../../content/content.js';
import { choice, type CardView } from '../reply.js';
import { sayIn } from '../strings.js';
import { noticeView } from '../views/noticeView.js';

/** Asks whether somebody means it. */
export function forgetQuestion(content: Content, language: string): CardView {
  const say = sayIn(content, language);
  return noticeView(language, say('forgetMessage'), {
    title: say('forgetTitle'),
    choices: [
      choice(say('forgetYes'), 'forget-yes', { language }),
      choice(say('forgetNo'), 'forget-no', { language }),
    ],
  });
}

/** The two answers to it; each speaks for whoever presses, whosever card it is. */
export const forgetPresses: Record<string, PressHandler> = {
  'forget-yes': async (press, { content, forget }) => {
    const language = knownLanguage(content, parse(LanguagePress, press).language);
    await forget(press);
    return { view: noticeView(language, sayIn(content, language)('forgetDone')), forgets: true };
  },
  'forget-no': async (press, { content }) => {
    const language = knownLanguage(content, parse(LanguagePress, press).language);
    return { view: noticeView(language, sayIn(content, language)('forgetKept')) };
  },
};
