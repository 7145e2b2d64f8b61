import type { Memory } from '../ports.js';
import type { Press } from '../question.js';
import type { FormValues } from './checkForm.js';
import type { FormKind } from './formKinds.js';

/** What somebody has filled in so far. */
export interface FormDraft {
  form: FormKind;
  /** The trouble that it is about. */
  topic?: string | undefined;
  values: FormValues;
}

/** Long enough to find a reference and come back; then it is forgotten. */
const DRAFT_LIFETIME_MS = 60 * 60 * 1000;

/** Forms on their way to an e-mail: one for each person and place. */
export function createFormDrafts(memory: Memory) {
  const keyOf = ({ place, personId }: Press): string => `${place.conversationId}|${personId}`;
  return {
    read: (press: Press): Promise<FormDraft | undefined> =>
      memory.read<FormDraft>('form-draft', keyOf(press)),
    write: (press: Press, draft: FormDraft): Promise<void> =>
      memory.write('form-draft', keyOf(press), draft, DRAFT_LIFETIME_MS, press.personId),
    forget: (press: Press): Promise<void> => memory.forget('form-draft', keyOf(press)),
  };
}

export type FormDrafts = ReturnType<typeof createFormDrafts>;
