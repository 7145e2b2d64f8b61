import type { Content } from '../../content/content.js';
import { PressError } from '../pressError.js';
import type { PressContext } from '../presses.js';
import type { Press } from '../question.js';
import { choice } from '../reply.js';
import type { Say } from '../strings.js';
import { textOf } from '../views/choices.js';
import { moderatorOf } from './actors.js';
import type { Actor, Case } from './case.js';
import type { CaseDesk } from './caseDesk.js';
import type { Cases } from './cases.js';

/** What a moderator's button works with, once it is certain that a moderator pressed it. */
export interface ModeratorPress {
  press: Press;
  content: Content;
  desk: CaseDesk;
  by: Actor;
  id: string;
  version: number | undefined;
  language: string;
  say: Say;
  context: PressContext;
}

/** Not a topic: the draft of a new one. */
export const NEW_TOPIC = '_new';

/**
 * Who pressed, and what moderators work with.
 * @throws PressError where the person is none of them
 */
export async function requireModerator(
  press: Press,
  { cases }: PressContext,
  say: Say,
): Promise<{ cases: Cases; by: Actor }> {
  if (await cases.moderators.isModerator(press.personId)) return { cases, by: moderatorOf(press) };
  throw new PressError(`"${press.verb}" was refused`, say('caseNotModerator'));
}

/** All topics to choose from, the likely ones first. */
export function topicOptions(
  content: Content,
  { guesses }: Pick<Case, 'guesses'>,
  language: string,
) {
  const likely = guesses.map(({ id }) => id).filter((id) => content.topics.has(id));
  const rest = [...content.topics.values()]
    .filter(({ id, group }) => group !== 'small-talk' && !likely.includes(id))
    .map(({ id }) => id);
  return [...likely, ...rest].flatMap((id) => {
    const topic = content.topics.get(id);
    return topic ? [{ value: id, title: textOf(topic, language).title }] : [];
  });
}

/** A button on a case's card or dialog. */
export function caseChoice(
  { id, version, language, say }: ModeratorPress,
  key: string,
  verb: string,
  more: Record<string, string> = {},
) {
  const seen = version === undefined ? {} : { version: String(version) };
  return choice(say(key), verb, { case: id, language, ...seen, ...more });
}
