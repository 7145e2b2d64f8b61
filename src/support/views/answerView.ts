import type { Content } from '../../content/content.js';
import type { Topic } from '../../content/types.generated.js';
import { choice, type CardView } from '../reply.js';
import { sayIn } from '../strings.js';
import { contactCards } from './contactCards.js';
import { otherLanguages, textOf, topicChoices } from './choices.js';
import { nextChoices } from './nextChoices.js';

export interface AnswerOptions {
  now: Date;
  /** The id of the PMO office that is offered first. */
  nearestOffice?: string | undefined;
  /** 'ask' shows the two feedback buttons, 'thanks' a word of thanks in their place. */
  feedback?: 'ask' | 'thanks';
}

/** The card that answers with a topic: answer, steps, links, what to do next, related questions. */
export function answerView(
  content: Content,
  topic: Topic,
  language: string,
  { now, nearestOffice, feedback = 'ask' }: AnswerOptions,
): CardView {
  const say = sayIn(content, language);
  const text = textOf(topic, language);
  const here = { topic: topic.id, language };
  const steps = text.steps.map((step, index) => ({ number: `${index + 1}.`, text: step }));
  const links = (topic.links ?? []).map(({ url, label }) => ({
    url,
    title: label[language] ?? Object.values(label)[0] ?? url,
  }));
  // In answers about help the helpdesks are what was asked for; elsewhere they follow when needed.
  const contacts =
    topic.group === 'help'
      ? contactCards(content, topic.handOff?.contacts ?? [], language, now)
      : [];
  return {
    card: 'answer',
    language,
    data: {
      fallback: plainText([
        text.title,
        text.answer,
        ...steps.map((step) => `${step.number} ${step.text}`),
        text.note ?? '',
        ...links.map((link) => `${link.title}: ${link.url}`),
        ...contacts.map(({ plain }) => plain),
      ]),
      title: text.title,
      answer: text.answer,
      steps,
      note: text.note ?? '',
      links,
      next: nextChoices(content, topic, language, nearestOffice),
      contacts,
      related: topicChoices(content, topic.related, language),
      feedbackPrompt: say(feedback === 'ask' ? 'didThisHelp' : 'thanksForFeedback'),
      feedback:
        feedback === 'ask'
          ? [
              choice(say('helped'), 'helped', here, `✓ ${say('helped')}`),
              choice(say('notHelped'), 'not-helped', here, `✗ ${say('notHelped')}`),
            ]
          : [],
      languages: otherLanguages(content, language, 'in-language', { topic: topic.id }),
    },
  };
}

/** Lines of plain text, the empty ones left out: what is read aloud and shown without cards. */
export function plainText(lines: readonly string[]): string {
  return lines.filter((line) => line !== '').join('\n');
}
