import { PressError } from '../pressError.js';
import type { PressResult } from '../presses.js';
import type { CardView } from '../reply.js';
import { noticeView } from '../views/noticeView.js';
import { asPhrase } from './asPhrase.js';
import type { Case } from './case.js';
import { caseChoice, NEW_TOPIC, type ModeratorPress } from './moderatorPress.js';
import { brokenView } from './views/brokenView.js';

/** What a moderator gives in a dialog: an answer, and what the bot may learn with it. */
export interface GivenAnswer {
  text: string;
  answerLanguage?: string | undefined;
  /** The topic that the question is to be taught to, `NEW_TOPIC`, or '' for none. */
  teach: string;
}

/**
 * Before the answer is sent: what would be turned wrong by what is taught, and the question whether
 * to do it all the same.
 * @throws PressError where there is no such topic to teach
 */
export async function teachingWarning(
  pressed: ModeratorPress,
  seen: Case,
  answer: GivenAnswer,
  more: Record<string, string> = {},
): Promise<CardView | undefined> {
  const { content, context, language, press, say } = pressed;
  const { teach: topic } = answer;
  if (topic === '' || topic === NEW_TOPIC) return undefined;
  if (!content.topics.has(topic)) throw new PressError(`there is no topic "${topic}"`);
  const { sure } = press.data as { sure?: unknown };
  if (sure === 'yes') return undefined;
  const { teacher } = context.cases;
  const broken = await teacher.wouldBreak(asPhrase(seen.text), seen.language, topic);
  if (broken.length === 0) return undefined;
  const kept = {
    text: answer.text,
    answerLanguage: answer.answerLanguage ?? seen.language,
    ...more,
  };
  return brokenView(language, say, broken, [
    caseChoice(pressed, 'caseTeachNotNow', press.verb, { ...kept, teach: '' }),
    caseChoice(pressed, 'caseTeachAnyway', press.verb, { ...kept, teach: topic, sure: 'yes' }),
  ]);
}

/**
 * After the answer is sent: teaches what was asked for. The answer is on its way already, and stays
 * so whatever becomes of the teaching.
 * @returns what the moderator is told; the dialog stays open where it was not learnt
 */
export async function teachAnswered(
  pressed: ModeratorPress,
  seen: Case,
  answer: GivenAnswer,
): Promise<PressResult> {
  const { context, id, language, say } = pressed;
  try {
    await teach(pressed, seen, answer);
  } catch (err) {
    context.cases.log.warn({ err, case: id }, 'a case was answered, but not learnt from');
    return { view: noticeView(language, say('caseDoneNotLearnt')) };
  }
  return { view: noticeView(language, say('caseDone')), closes: true };
}

async function teach(
  { context, by, desk, id }: ModeratorPress,
  { text, language }: Case,
  { teach: topic, text: answer, answerLanguage = language }: GivenAnswer,
): Promise<void> {
  const { teacher } = context.cases;
  const question = asPhrase(text);
  if (topic === '' || question === '') return;
  if (topic === NEW_TOPIC) {
    await teacher.draftTopic(by.id, { question, answer, language: answerLanguage });
    return;
  }
  await teacher.teach(by.name || by.id, question, language, topic);
  await desk.noteTaught(id, by, topic);
}
