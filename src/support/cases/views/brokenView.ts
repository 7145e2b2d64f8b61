import type { CardView, Choice } from '../../reply.js';
import type { Say } from '../../strings.js';
import type { BrokenPhrase } from '../teacher.js';
import { messageView } from './messageView.js';

/** Enough to decide by. */
const MOST_SHOWN = 5;

/** What would get another answer if something were learnt, and what to do about it. */
export function brokenView(
  language: string,
  say: Say,
  broken: readonly BrokenPhrase[],
  choices: readonly Choice[],
): CardView {
  return messageView(language, {
    title: say('caseTeachWarning'),
    lines: broken.slice(0, MOST_SHOWN).map(({ phrase }) => `– ${phrase}`),
    choices,
  });
}
