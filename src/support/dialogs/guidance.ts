import type { Content } from '../../content/content.js';
import { advance } from '../../dialogs/advance.js';
import { readText } from '../../dialogs/readText.js';
import { restingStepAt, isEnd, WAITED } from '../../dialogs/steps.js';
import type { DialogInput, DialogOutcome } from '../../dialogs/types.js';
import type { Understanding } from '../../matching/types.js';
import type { CheckBackWish, DueCheckBack } from '../checkBacks.js';
import type { Clock } from '../ports.js';
import { PressError } from '../pressError.js';
import type { Press, Question } from '../question.js';
import { choice, type CardView, type Choice } from '../reply.js';
import { sayIn } from '../strings.js';
import { answerView } from '../views/answerView.js';
import { dialogView } from '../views/dialogView.js';
import { noticeView } from '../views/noticeView.js';
import {
  createDialogMemory,
  ownerMark,
  type GoingDialog,
  type GoingDialogs,
} from './dialogMemory.js';
import { readDialogPress, readStartPress } from './readDialogPress.js';

/** Keeps wishes to be asked again. */
export interface CheckBackDesk {
  plan(wish: CheckBackWish): Promise<Date>;
  /** The person stopped, or has moved on by themselves. */
  cancel(who: Pick<Question, 'place' | 'personId'>): Promise<void>;
}

export interface GuidanceParts {
  memory: GoingDialogs;
  clock: Clock;
  checkBacks: CheckBackDesk;
}

/** What a step in a dialog shows. */
export interface Guided {
  view: CardView;
  /** The topic that the dialog led to. */
  topic?: string;
  /** The card that was pressed belongs to somebody else: this is said in a message of its own. */
  apart?: true;
}

type Who = Pick<Question, 'place' | 'personId'> & { timeZone?: string | undefined };

/** Starts guided dialogs and carries them on, for each person in each thread. */
export function createGuidance({ memory, clock, checkBacks }: GuidanceParts) {
  const going = createDialogMemory(memory);

  const carryOn = async (
    content: Content,
    who: Who,
    before: GoingDialog | undefined,
    input: DialogInput,
    language: string,
  ): Promise<Guided> => {
    const outcome = advance(content, before?.state, input);
    await keep(who, before, outcome, language);
    return show(content, who, outcome, language);
  };

  const keep = async (
    who: Who,
    before: GoingDialog | undefined,
    { state, effects }: DialogOutcome,
    language: string,
  ): Promise<void> => {
    if (state) await going.keep(who, { state, language });
    else if (before) await going.forget(who);
    for (const effect of effects) {
      if (effect.kind === 'remind') {
        const { afterMinutes, dialog, step } = effect;
        const { place, personId, timeZone } = who;
        const payload = { kind: 'dialog', dialog, step, language };
        await checkBacks.plan({ place, personId, timeZone, afterMinutes, payload });
      }
      if (effect.kind === 'stopped') await checkBacks.cancel(who);
    }
  };

  const show = (
    content: Content,
    who: Who,
    { state, effects }: DialogOutcome,
    language: string,
  ): Guided => {
    const now = clock();
    const led = effects.find(({ kind }) => kind === 'topic');
    const topic = content.topics.get(led?.kind === 'topic' ? led.id : '');
    if (topic && state) {
      const view = withWayBack(answerView(content, topic, language, { now }), {
        content,
        language,
        dialog: state.dialog,
      });
      return { view, topic: topic.id };
    }
    if (!state && effects.some(({ kind }) => kind === 'stopped')) {
      return { view: noticeView(language, sayIn(content, language)('dialogStopped')) };
    }
    const view =
      state && dialogView(content, state, { language, now, effects, owner: ownerMark(who) });
    if (!view) throw new PressError('this dialog is gone');
    return { view };
  };

  return {
    /** The button that leads into a dialog. @throws PressError when there is no such dialog. */
    async start(content: Content, press: Press): Promise<Guided> {
      const { dialog, language } = readStartPress(content, press);
      const before = await going.recall(press);
      return carryOn(content, press, before, { kind: 'start', dialog }, language);
    },

    /** A button of a step. @throws PressError when neither it nor its dialog exists any more. */
    async press(content: Content, press: Press): Promise<Guided> {
      const { input, language, owner } = readDialogPress(content, press);
      const before = await going.recall(press);
      const guided = await carryOn(content, press, before, input, language);
      const foreign = owner !== undefined && owner !== ownerMark(press);
      return foreign && press.place.scope !== 'personal' ? { ...guided, apart: true } : guided;
    },

    /** "Back to the steps": shows the step where the person is. */
    async resume(content: Content, press: Press): Promise<Guided> {
      const { dialog, language } = readStartPress(content, press);
      const before = await going.recall(press);
      return carryOn(content, press, before, { kind: 'resume', dialog }, language);
    },

    /** The dialog that is going for a person in a thread; it is given to what asks about it. */
    recall: going.recall,

    /**
     * What a typed text does in the dialog that is going; undefined when none is, or when the text
     * is no answer to its step.
     */
    async type(
      content: Content,
      question: Question,
      before: GoingDialog | undefined,
    ): Promise<Guided | undefined> {
      const input = before && readText(content, before.state, question.text);
      return input && carryOn(content, question, before, input, before.language);
    },

    /**
     * What a text does that is neither a word of the step nor a command. A question with an answer
     * is answered; what may be one is left to the suggestions, unless it begins like an answer to
     * the step; what means nothing at all brings the step again.
     */
    async hear(
      content: Content,
      question: Question,
      before: GoingDialog | undefined,
      outcome: Understanding['outcome'],
    ): Promise<Guided | undefined> {
      if (outcome === 'answer') return undefined;
      if (!before || !isOpen(content, before)) return undefined;
      const { language } = before;
      const meant = readText(content, before.state, question.text, true);
      if (meant) return carryOn(content, question, before, meant, language);
      if (outcome === 'suggest') return undefined;
      const state = before.state;
      return show(content, question, { state, effects: [{ kind: 'notUnderstood' }] }, language);
    },

    /** The view with a button back to the steps, where this person has any to go back to. */
    withWayBack(content: Content, before: GoingDialog | undefined, view: CardView): CardView {
      if (!before || !isOpen(content, before)) return view;
      const { dialog } = before.state;
      return withWayBack(view, { content, language: view.language, dialog });
    },

    /**
     * What a check-back says when its time has come: the step after the wait. Undefined where the
     * person has moved on by themselves. The dialog moves on with `sent`, so that a check-back
     * that could not be delivered can be composed again.
     */
    async checkBack(
      content: Content,
      due: DueCheckBack,
    ): Promise<(Guided & { sent: () => Promise<void> }) | undefined> {
      const { dialog, step, language } = due.payload as Record<string, string | undefined>;
      if (dialog === undefined || step === undefined || language === undefined) return undefined;
      if (!restingStepAt(content, { dialog, step })) return undefined;
      const before = await going.recall(due);
      const moved = before && (before.state.dialog !== dialog || before.state.step !== step);
      if (moved) return undefined;
      const input = { kind: 'choice', dialog, step, choice: WAITED } as const;
      const outcome = advance(content, before?.state, input);
      return {
        ...show(content, due, outcome, language),
        sent: () => keep(due, before, outcome, language),
      };
    },
  };
}

export type Guidance = ReturnType<typeof createGuidance>;

function isOpen(content: Content, { state }: GoingDialog): boolean {
  const step = restingStepAt(content, state);
  return step !== undefined && !isEnd(step);
}

/** Puts the button where the card has a place for one. */
function withWayBack(
  view: CardView,
  { content, language, dialog }: { content: Content; language: string; dialog: string },
): CardView {
  const list = view.card === 'answer' ? 'next' : 'choices';
  const button = choice(sayIn(content, language)('dialogResume'), 'resume-dialog', {
    dialog,
    language,
  });
  const choices = (view.data[list] ?? []) as Choice[];
  return { ...view, data: { ...view.data, [list]: [button, ...choices] } };
}
