import type { Content } from '../content/content.js';
import type { Dialog, DialogHandOff } from '../content/types.generated.js';

export type {
  Dialog,
  DialogChoice,
  DialogField,
  DialogHandOff,
} from '../content/types.generated.js';
export type Step = Dialog['steps'][string];
/** The kinds of step on which a person rests; the others only lead on. */
export type RestingStep = Exclude<Step, { type: 'branch' | 'topic' | 'dialog' }>;

/** What the runner reads of the content: all dialogs, and the words that may be typed. */
export type DialogBook = Pick<Content, 'dialogs' | 'strings' | 'settings'>;

/** A step of a dialog. */
export interface Position {
  dialog: string;
  step: string;
}

/** How far a person has come; plain JSON. */
export interface DialogState extends Position {
  /** "dialog/step" → id of the choice. */
  answers: Record<string, string>;
  /** "dialog/step" → field → text. */
  forms: Record<string, Record<string, string>>;
  /** The steps before this one, oldest first: where Back leads. */
  history: Position[];
}

/** What a person does; every button says which step it stood on. */
export type DialogInput =
  | { kind: 'start'; dialog: string }
  | ({ kind: 'choice'; choice: string } & Position)
  | ({ kind: 'form'; values: Record<string, string> } & Position)
  | ({ kind: 'back' | 'startOver' | 'resume' } & Partial<Position>)
  | { kind: 'stop' };

/** What is wrong with a field of a form. */
export interface FieldProblem {
  field: string;
  problem: 'missing' | 'too-long' | 'wrong-form';
}

/** What is to happen beside the step being shown. */
export type DialogEffect =
  /** Show this topic's answer; the dialog waits where it was. */
  | { kind: 'topic'; id: string }
  | { kind: 'solved' }
  | ({ kind: 'handOff' } & DialogHandOff)
  | { kind: 'stopped' }
  /** Come back after a while, by choosing "waited" on this step. */
  | ({ kind: 'remind'; afterMinutes: number } & Position)
  | { kind: 'notUnderstood' }
  | { kind: 'invalid'; problems: FieldProblem[] }
  /** The dialog or step does not exist any more, and there is no other to show. */
  | { kind: 'gone' };

export interface DialogOutcome {
  /** Undefined when no dialog is going (any more). */
  state: DialogState | undefined;
  effects: DialogEffect[];
}
