import type { Understanding } from '../matching/types.js';
import type { Cases } from './cases/cases.js';
import { withCase } from './cases/handOver.js';
import { createChatSettings } from './chatSettings.js';
import { commandNamed } from './commands.js';
import { createGuidance, type CheckBackDesk, type Guided } from './dialogs/guidance.js';
import type { Knowledge } from './knowledge.js';
import { languageOfLocale } from './languageOfLocale.js';
import { createFormDrafts } from './forms/formDrafts.js';
import { createNearestOffice, officeFor } from './nearestOffice.js';
import type { ComposedCheckBack, DueCheckBack } from './checkBacks.js';
import type { QuestionCounter } from './insights/createQuestionCounter.js';
import type { Clock, FeedbackStore, Memory } from './ports.js';
import type { Guard } from './privacy/createGuard.js';
import { PressError } from './pressError.js';
import { pressHandlers } from './presses.js';
import type { Place, Press, Question } from './question.js';
import { recollect, type Recollection } from './recollect.js';
import { replyIn, summaryOf, type Reply } from './reply.js';
import { maySpeakUninvited } from './silence.js';
import { sayIn } from './strings.js';
import { createThreadMemory, joinThread, withTopic, type Thread } from './threadMemory.js';
import { fold } from './fold.js';
import { typedChoice } from './typed.js';
import { noticeView } from './views/noticeView.js';
import { outcomeView } from './views/outcomeView.js';
import { apologyView } from './views/apologyView.js';
import { welcomeView } from './views/welcomeView.js';

export interface AssistantParts {
  /** Asked for at every turn, so that published content takes effect at once. */
  knowledge: () => Knowledge;
  memory: Memory;
  feedback: FeedbackStore;
  clock: Clock;
  /** The name by which people mention the bot. */
  botName: string;
  /** Whatever else stores something about people. */
  forgetting: readonly { forget(personId: string): Promise<void> }[];
  /** Warns those who write secrets. */
  guard: Pick<Guard, 'watch'>;
  /** Questions that wait for a person. */
  cases: Cases;
  /** Counts what becomes of questions. */
  counter: Pick<QuestionCounter, 'replied' | 'keptSilent'>;
  /** Keeps wishes to be asked again. */
  checkBacks: CheckBackDesk;
}

/** Whether a topic's answer helped somebody. */
export interface Vote {
  topic: string;
  language: string;
  helped: boolean;
  personId: string;
  place: Place;
}

/** The domain's front door: messages and presses go in, replies come out. */
export interface Assistant {
  /** The reply to a message, or undefined when silence is the right one. */
  ask(question: Question): Promise<Reply | undefined>;
  /**
   * The reply to a button, meant to take the place of the card it was on.
   * @throws PressError when the button means nothing.
   */
  press(press: Press): Promise<Reply>;
  /** Counts a vote that was not given with a button on a card. */
  rate(vote: Vote): Promise<void>;
  /** Remembers who brought the bot to a place. */
  installed(place: Place, personId: string): Promise<void>;
  /** What the bot says when it arrives, or undefined if it has said it there before. */
  welcome(place: Place, locale: string | undefined): Promise<Reply | undefined>;
  /** What a check-back says that has come due; undefined when the person has moved on. */
  checkBack(due: DueCheckBack): Promise<ComposedCheckBack | undefined>;
  /** What a person sees when something broke; `reference` finds the log entry. */
  apologise(reference: string, locale: string | undefined): Reply;
  /** A short message on a card, with nothing to decide; `key` names the string. */
  notice(key: string, locale: string | undefined): Reply;
  /** A short sentence where no card fits; `key` names the string. */
  sentence(key: string, locale: string | undefined, values?: Record<string, string>): string;
}

const YEAR_MS = 365 * 24 * 60 * 60 * 1000;

/** Puts the front door together from what stands behind it. */
export function createAssistant(parts: AssistantParts): Assistant {
  const { knowledge, memory, feedback, clock, botName, cases, counter } = parts;
  const threads = createThreadMemory(memory);
  const chatSettings = createChatSettings(memory);
  const nearestOffice = createNearestOffice(memory);
  const guidance = createGuidance(parts);
  const formDrafts = createFormDrafts(memory);

  const forget = async (who: Pick<Press, 'personId' | 'entraId' | 'place'>): Promise<void> => {
    // Moderators have acted, and drafted, under the other id.
    for (const id of [who.personId, ...(who.entraId === undefined ? [] : [who.entraId])]) {
      await memory.forgetPerson(id);
      for (const store of parts.forgetting) await store.forget(id);
    }
    await chatSettings.chooseLanguage(who, 'auto');
  };

  const press = async (pressed: Press): Promise<Reply> => {
    const { content, matcher } = knowledge();
    const { verb } = pressed;
    const handler = Object.hasOwn(pressHandlers, verb) ? pressHandlers[verb] : undefined;
    if (!handler) throw new PressError(`there is no button "${verb}"`);
    const thread = await threads.thread(pressed);
    const result = await handler(pressed, {
      content,
      matcher,
      chatSettings,
      feedback,
      formDrafts,
      nearestOffice,
      guidance,
      clock,
      botName,
      cases,
      forget,
      problem: thread.problem,
    });
    const reply: Reply = {
      ...replyIn(pressed.place, result.view, result.topic),
      outcome: 'button',
      ...(result.apart === true ? { apart: true } : {}),
    };
    // What stands in a dialog is not in the thread.
    if (pressed.inDialog === true) {
      return result.closes === true ? { ...reply, closes: true } : reply;
    }
    if (result.forgets === true) return { ...reply, forgets: true };
    const topic = content.topics.get(result.topic ?? '');
    const moved = topic !== undefined && thread.lastTopic !== topic.id;
    // Together, so that the store can commit them as one.
    await Promise.all([
      moved && threads.save(pressed, withTopic(thread, topic)),
      threads.showed(pressed, result.view),
    ]);
    return reply;
  };

  const showGuided = async (question: Question, { view, topic }: Guided): Promise<Reply> => {
    await threads.showed(question, view);
    return { ...replyIn(question.place, view, topic), outcome: 'dialog' };
  };

  /** The language chosen in a chat, else that of the text; of the reader's locale where it is too short. */
  const languageOf = async (question: Question): Promise<string> =>
    (await chatSettings.language(question.place)) ?? knowledge().matcher.match(question).language;

  /** What to do when the text stands for a command or a button; undefined when it does not. */
  const readTyped = async (
    question: Question,
    { card, going, chosenLanguage }: Recollection,
  ): Promise<(() => Promise<Reply>) | undefined> => {
    const { content } = knowledge();
    const folded = fold(question.text);
    const choice = card && typedChoice(content, card.choices, folded);
    if (choice) return () => press({ ...question, verb: choice.verb, data: choice.data });
    // A dialog that is going has shown a card.
    const guided = card && (await guidance.type(content, question, going));
    if (guided) return () => showGuided(question, guided);
    const command = question.addressed ? commandNamed(content, folded) : undefined;
    if (!command) return undefined;
    return async () => {
      const language =
        chosenLanguage ?? card?.language ?? knowledge().matcher.match(question).language;
      const view = guidance.withWayBack(
        content,
        going,
        await command.run(question, { content, chatSettings, language, botName, cases }),
      );
      await threads.showed(question, view);
      return replyIn(question.place, view);
    };
  };

  /** Whether to answer a message that was not addressed to the bot. */
  const mayBreakIn = async (
    question: Question,
    thread: Thread,
    { outcome }: Understanding,
  ): Promise<boolean> => {
    if (outcome !== 'answer') return false;
    const quiet = await chatSettings.isQuiet(question.place);
    return maySpeakUninvited(knowledge().content, question, thread, quiet);
  };

  /** A mention and nothing else: whoever knocks is told what can be asked. */
  const greet = async (question: Question, chosen: string | undefined): Promise<Reply> => {
    const { content } = knowledge();
    const language = chosen ?? languageOfLocale(content, question.locale);
    const { scope } = question.place;
    const view = welcomeView(content, language, scope, 'capabilities', botName);
    await threads.showed(question, view);
    return replyIn(question.place, view);
  };

  return {
    async ask(question) {
      if (question.quoted !== true) {
        await parts.guard.watch(question, () => languageOf(question));
      }
      const known = await recollect(question, { threads, guidance, chatSettings, nearestOffice });
      const { thread: before, going, chosenLanguage } = known;
      const thread = joinThread(before, question);
      const saveThread = async (): Promise<void> => {
        if (thread !== before) await threads.save(question, thread);
      };
      // Once others have joined, a bare "no" is more likely meant for them.
      if (question.addressed || !(question.forSomebodyElse || thread.othersJoined)) {
        const typed = await readTyped(question, known);
        if (typed) {
          await saveThread();
          return typed();
        }
      }
      const { content, matcher } = knowledge();
      if (question.addressed && question.text === '') return greet(question, chosenLanguage);
      const understood = matcher.match({ ...question, lastTopic: thread.lastTopic });
      if (!question.addressed && !(await mayBreakIn(question, thread, understood))) {
        await saveThread();
        counter.keptSilent(understood);
        return undefined;
      }
      const guided = await guidance.hear(content, question, going, understood.outcome);
      if (guided) {
        await saveThread();
        return showGuided(question, guided);
      }
      const language = chosenLanguage ?? understood.language;
      const taken = { ...understood, language };
      const { view: found, topic } = outcomeView(content, taken, {
        scope: question.place.scope,
        now: clock(),
        nearestOffice: officeFor(content, question, known.askedOffice),
        botName,
      });
      const handOver = cases.handOver.about(question, taken, topic);
      const opened = await handOver.consider();
      const shown = opened ? withCase(found, opened, sayIn(content, language)) : found;
      const view = guidance.withWayBack(content, going, shown);
      const answered = content.topics.get(topic ?? '');
      // Together, so that the store can commit them as one.
      await Promise.all([
        handOver.remember(),
        threads.showed(question, view),
        threads.save(question, {
          ...(answered ? withTopic(thread, answered) : thread),
          uninvitedAnswers: thread.uninvitedAnswers + (question.addressed ? 0 : 1),
        }),
      ]);
      const outcome = understood.outcome === 'silent' ? 'unresolved' : understood.outcome;
      counter.replied({ ...taken, outcome }, topic);
      return { ...replyIn(question.place, view, topic), outcome };
    },

    press,

    async rate({ place, ...vote }) {
      const { content } = knowledge();
      if (!content.topics.has(vote.topic)) return;
      const { conversationId } = place;
      await feedback.record({ ...vote, revision: content.digest, conversationId });
    },

    async installed({ teamId }, personId) {
      if (teamId !== undefined) await cases.moderators.installedBy(teamId, personId);
    },

    async welcome(place, locale) {
      if (!(await memory.claim('welcome', place.roomId, YEAR_MS))) return undefined;
      const { content } = knowledge();
      const language = languageOfLocale(content, locale);
      return replyIn(place, welcomeView(content, language, place.scope, 'welcome', botName));
    },

    async checkBack(due) {
      const guided = await guidance.checkBack(knowledge().content, due);
      return (
        guided && {
          reply: replyIn(due.place, guided.view, guided.topic),
          sent: async () => {
            await guided.sent();
            await threads.showed(due, guided.view);
          },
        }
      );
    },

    apologise(reference, locale) {
      const { content } = knowledge();
      const view = apologyView(content, languageOfLocale(content, locale), reference, clock());
      return { view, summary: summaryOf(view) };
    },

    notice(key, locale) {
      const { content } = knowledge();
      const language = languageOfLocale(content, locale);
      const view = noticeView(language, sayIn(content, language)(key));
      return { view, summary: summaryOf(view) };
    },

    sentence(key, locale, values) {
      const { content } = knowledge();
      return sayIn(content, languageOfLocale(content, locale))(key, values);
    },
  };
}
