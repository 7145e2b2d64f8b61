import type { Content } from '../../../content/content.js';
import { choice, type CardView } from '../../reply.js';
import { sayIn } from '../../strings.js';
import { textOf, topicChoice } from '../../views/choices.js';
import type { Actor, Asking, CaseAnswer } from '../case.js';
import { messageView, type PersonMessage } from './messageView.js';

/** What an asker sees of a moderator's answer, in the asker's language. */
export function answerToAsker(
  content: Content,
  { id, by }: { id: string; by: Actor | undefined },
  asking: Asking,
  answer: CaseAnswer,
  more: Pick<PersonMessage, 'choices' | 'title'> | undefined = undefined,
): CardView {
  const { language } = asking;
  const say = sayIn(content, language);
  const here = { case: id, language };
  const topic = answer.kind === 'topic' ? content.topics.get(answer.topic) : undefined;
  const known = topic && textOf(topic, language);
  const lines =
    answer.kind === 'text'
      ? answer.text.split('\n')
      : known === undefined
        ? []
        : [known.answer, ...known.steps.map((step, index) => `${index + 1}. ${step}`)];
  return messageView(language, {
    title: more?.title ?? say('caseAnswerTitle'),
    quote: asking.text === '' ? '' : say('caseAnswerAsked', { question: asking.text }),
    lines,
    by: by?.name ? say('caseAnswerBy', { name: by.name }) : '',
    mention: asking.place.scope === 'personal' ? undefined : asking.person,
    choices: more?.choices ?? [
      ...(topic ? [topicChoice(topic, language)] : []),
      choice(say('helped'), 'case-helped', here, `✓ ${say('helped')}`),
      choice(say('notHelped'), 'case-not-helped', here, `✗ ${say('notHelped')}`),
    ],
  });
}
