import { isResting } from '../../dialogs/steps.js';
import type { Dialog, DialogState } from '../../dialogs/types.js';
import { createDialogMemory, type GoingDialogs } from '../dialogs/dialogMemory.js';
import { createGuidance } from '../dialogs/guidance.js';
import type { Press } from '../question.js';
import type { CardView } from '../reply.js';
import { answerView } from '../views/answerView.js';
import type { Occasion } from './scene.js';

/** A button of a card, as it was pressed. */
export type PressedButton = Pick<Press, 'verb'> & { data: Readonly<Record<string, unknown>> };

/** How far somebody has come in a preview, and what they pressed there. */
export interface Walk {
  state?: DialogState | undefined;
  press?: PressedButton | undefined;
}

/** A card of a dialog, and how far the person has come with it; undefined where it is over. */
export interface Walked {
  view: CardView;
  state: DialogState | undefined;
  /** The button leads to what is no part of dialogs: the step stays where it is. */
  leadsOut?: true;
}

/** As much fits into a list to choose from. */
const MAX_TITLE = 48;

/** Whoever looks at a preview, to the dialogs. */
const WHO: Pick<Press, 'place' | 'personId'> = {
  personId: 'preview',
  place: { scope: 'personal', conversationId: 'preview', roomId: 'preview' },
};

/**
 * Carries a dialog on as people would: from what the walk says, and nothing of it is kept.
 * @throws PressError where a button means nothing
 */
export async function walkDialog(
  { id: dialog }: Pick<Dialog, 'id'>,
  { state: before, press: { verb, data } = { verb: 'resume-dialog', data: { dialog } } }: Walk,
  { content, language, now }: Occasion,
): Promise<Walked> {
  const memory = forOneWalk();
  const going = createDialogMemory(memory);
  const checkBacks = { plan: async () => now, cancel: async () => undefined };
  const guidance = createGuidance({ memory, clock: () => now, checkBacks });
  if (before) await going.keep(WHO, { state: before, language });

  const led = async (pressed: Press): Promise<Pick<Walked, 'view' | 'leadsOut'>> => {
    switch (pressed.verb) {
      case 'dialog':
        return guidance.press(content, pressed);
      case 'start-dialog':
        return guidance.start(content, pressed);
      case 'resume-dialog':
        return guidance.resume(content, pressed);
    }
    const topic = pressed.verb === 'show-topic' && content.topics.get(String(data['topic']));
    if (!topic) {
      const { view } = await guidance.resume(content, { ...pressed, data: { dialog, language } });
      return { view, leadsOut: true };
    }
    const view = answerView(content, topic, language, { now });
    return { view: guidance.withWayBack(content, await going.recall(WHO), view) };
  };
  const { view, leadsOut } = await led({ ...WHO, verb, data: { ...data, language } });
  const state = (await going.recall(WHO))?.state;
  return { view, state, ...(leadsOut && { leadsOut }) };
}

/** The steps on which a person may rest, in the order of the file, each with how its text begins. */
export function restingSteps({ steps }: Dialog, language: string): { id: string; title: string }[] {
  return Object.entries(steps).flatMap(([id, step]) => {
    if (!isResting(step)) return [];
    const text = step.text[language] ?? '';
    const begins = text.length > MAX_TITLE ? `${text.slice(0, MAX_TITLE).trimEnd()}…` : text;
    return [{ id, title: begins === '' ? id : `${id}: ${begins}` }];
  });
}

/** Holds the one document of a walk. */
function forOneWalk(): GoingDialogs {
  let document: unknown;
  return {
    read: async <T>() => document as T | undefined,
    write: async (_kind, _id, value) => void (document = value),
    forget: async () => void (document = undefined),
  };
}
