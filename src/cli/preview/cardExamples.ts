import type { Content } from '../../content/content.js';
import type { CardView } from '../../support/reply.js';
import { answerView } from '../../support/views/answerView.js';
import { apologyView } from '../../support/views/apologyView.js';
import { languageChoiceView } from '../../support/views/languageChoiceView.js';
import { notFoundView } from '../../support/views/notFoundView.js';
import { suggestionsView } from '../../support/views/suggestionsView.js';
import { welcomeView } from '../../support/views/welcomeView.js';
import { whatNextView } from '../../support/views/whatNextView.js';

/** A card to look at: `name` is also the name of its picture. */
export interface CardExample {
  name: string;
  card: string;
  language: string;
  data: Record<string, unknown>;
}

/** Long and short ones, with and without notes, links and guided dialogs. */
const ANSWERS = ['account-locked', 'no-sms', 'mobile-app', 'jsis-access-delay', 'contact-helpdesk'];
const SUGGESTED = ['account-locked', 'forgotten-password', 'which-username'];

/** Every card with its sample, and cards as the bot really sends them. */
export function cardExamples(
  content: Content,
  language: string,
  botName: string,
  now: Date,
): CardExample[] {
  const samples = [...content.cards].map(([card, { sample }]) => ({
    name: `sample-${card}`,
    card,
    language,
    data: sample ?? {},
  }));
  const answers = ANSWERS.map((id) => content.topics.get(id)).filter(
    (topic) => topic !== undefined,
  );
  const real: [string, CardView][] = [
    ...answers.map((topic): [string, CardView] => [
      `answer-${topic.id}`,
      answerView(content, topic, language, { now }),
    ]),
    ['suggestions', suggestionsView(content, SUGGESTED, language)],
    ['not-found', notFoundView(content, language, 'channel', now)],
    ['welcome-team', welcomeView(content, language, 'channel', 'welcome', botName)],
    ['language-choice', languageChoiceView(content, language)],
    ['apology', apologyView(content, language, 'A1B2C3D4', now)],
  ];
  const first = answers[0];
  if (first) {
    real.push(
      [`thanks-${first.id}`, answerView(content, first, language, { now, feedback: 'thanks' })],
      [`what-next-${first.id}`, whatNextView(content, first, language, now)],
    );
  }
  return [...samples, ...real.map(([name, view]) => ({ name, ...view }))];
}
