import * as v from 'valibot';
import type { Content } from '../../content/content.js';
import { knownLanguage, Language, parse } from '../pressData.js';
import { PressError } from '../pressError.js';
import type { PressContext, PressHandler } from '../presses.js';
import type { Press } from '../question.js';
import type { CardView } from '../reply.js';
import { sayIn } from '../strings.js';
import { noticeView } from '../views/noticeView.js';
import { actorOf, nameOf } from './actors.js';
import { isClosed, type Case } from './case.js';
import type { CaseDesk } from './caseDesk.js';
import { CaseNotFoundError } from './caseErrors.js';
import { waitingChoices } from './handOver.js';

const CasePress = v.object({ case: v.string(), language: Language });

/** The buttons of whoever waits for an answer, or has got one. */
export const askerPresses: Record<string, PressHandler> = {
  'case-status': async (press, context) => {
    const { id, language, desk } = read(press, context);
    return { view: statusView(context.content, [await ownCase(desk, id, press)], language) };
  },

  'case-withdraw': async (press, context) => {
    const { id, language, desk, say } = read(press, context);
    await orNothing(desk.withdraw(id, actorOf(press)));
    return { view: noticeView(language, say('caseWithdrawn')) };
  },

  'case-helped': async (press, context) => {
    const { id, language, desk, say } = read(press, context);
    await ownCase(desk, id, press);
    return { view: noticeView(language, say('thanksForFeedback')) };
  },

  'case-not-helped': async (press, context) => {
    const { id, language, desk, say } = read(press, context);
    await orNothing(desk.notHelped(id, actorOf(press)));
    return {
      view: noticeView(language, say('caseAgain'), { choices: waitingChoices(id, language, say) }),
    };
  },
};

/** How a person's questions stand; without any, a word about that. */
export function statusView(content: Content, own: readonly Case[], language: string): CardView {
  const say = sayIn(content, language);
  const [latest] = own;
  if (!latest) return noticeView(language, say('caseStatusNone'));
  const lines = own.map((each) => {
    const title = say('caseStatusTitle', { reference: each.id });
    return own.length === 1
      ? stateSentence(each, content, language)
      : `**${title}** ${stateSentence(each, content, language)}`;
  });
  return noticeView(language, lines.join('\n\n'), {
    ...(own.length === 1 ? { title: say('caseStatusTitle', { reference: latest.id }) } : {}),
    choices: isClosed(latest) ? [] : waitingChoices(latest.id, language, say),
  });
}

function stateSentence({ state, claimedBy }: Case, content: Content, language: string): string {
  const say = sayIn(content, language);
  switch (state) {
    case 'open':
    case 'reopened':
      return say('caseStatusWaiting');
    case 'claimed':
      return say('caseStatusClaimed', { name: nameOf(claimedBy, say) });
    case 'answered':
      return say('caseStatusAnswered');
    case 'dismissed':
      return say('caseStatusDismissed');
  }
}

function read(press: Press, { content, cases }: PressContext) {
  const data = parse(CasePress, press);
  const language = knownLanguage(content, data.language);
  return { id: data.case, language, desk: cases.desk, say: sayIn(content, language) };
}

/** @throws PressError unless the person is one of those who asked */
async function ownCase(desk: CaseDesk, id: string, { personId }: Press): Promise<Case> {
  const own = await desk.ofPerson(personId);
  const found = own.find((each) => each.id === id);
  if (!found) throw new PressError(`case ${id} is not theirs`);
  return found;
}

/** @throws PressError where there is nothing of that person's to change */
async function orNothing(change: Promise<Case>): Promise<void> {
  try {
    await change;
  } catch (err) {
    if (err instanceof CaseNotFoundError) throw new PressError(err.message);
    throw err;
  }
}
