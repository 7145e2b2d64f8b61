import { createHash } from 'node:crypto';
import * as v from 'valibot';
import type { DialogState } from '../../dialogs/types.js';
import type { Memory } from '../ports.js';
import type { Question } from '../question.js';

/** A dialog left alone for a day is forgotten. */
const LIFETIME_MS = 24 * 60 * 60 * 1000;

type Who = Pick<Question, 'place' | 'personId'>;

/** How far a person has come in a thread, and in which language. */
export interface GoingDialog {
  state: DialogState;
  language: string;
}

/** What keeps how far people have come. */
export type GoingDialogs = Pick<Memory, 'read' | 'write' | 'forget'>;

const Position = v.object({ dialog: v.string(), step: v.string() });

/** The shape of a state that comes from outside; whether its steps exist is the runner's business. */
export const StateShape = v.object({
  ...Position.entries,
  answers: v.record(v.string(), v.string()),
  forms: v.record(v.string(), v.record(v.string(), v.string())),
  history: v.array(Position),
});
const Stored = v.object({ language: v.string(), state: StateShape });

/** Where everybody is, kept in the store so that a restart or another replica knows it. */
export function createDialogMemory(memory: GoingDialogs) {
  return {
    async recall(who: Who): Promise<GoingDialog | undefined> {
      const stored = await memory.read<unknown>('dialog', keyOfPerson(who));
      const read = v.safeParse(Stored, stored);
      return read.success ? read.output : undefined;
    },

    async keep(who: Who, going: GoingDialog): Promise<void> {
      await memory.write('dialog', keyOfPerson(who), going, LIFETIME_MS, who.personId);
    },

    async forget(who: Who): Promise<void> {
      await memory.forget('dialog', keyOfPerson(who));
    },
  };
}

/**
 * Tells whose steps are on a card, without naming the person to those who can read the card's
 * source: somebody else's press must not move them.
 */
export function ownerMark(who: Who): string {
  return createHash('sha256').update(keyOfPerson(who)).digest('hex').slice(0, 12);
}

function keyOfPerson({ place, personId }: Who): string {
  return `${place.conversationId}|${personId}`;
}
