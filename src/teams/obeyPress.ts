import { PressError } from '../support/pressError.js';
import type { Press } from '../support/question.js';
import type { Reply } from '../support/reply.js';
import type { TurnParts } from './turnParts.js';

/**
 * Does what a button asks for.
 * @returns the reply, or a sentence for the person where the button means nothing (any more)
 */
export async function obeyPress(
  press: Press,
  { assistant, log }: TurnParts,
): Promise<Reply | string> {
  try {
    return await assistant.press(press);
  } catch (err) {
    if (!(err instanceof PressError)) throw err;
    log.warn({ reason: err.message }, 'a button was not obeyed');
    return err.told ?? assistant.sentence('buttonGone', press.locale);
  }
}
