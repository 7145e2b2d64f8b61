import type { Press } from '../question.js';
import type { Say } from '../strings.js';
import type { Actor } from './case.js';

/** Whoever pressed or wrote, as a case knows them. */
export function actorOf({ personId, personName }: Pick<Press, 'personId' | 'personName'>): Actor {
  return { id: personId, name: personName ?? '' };
}

/** A moderator, by the id that the tab knows them by as well, where Teams tells it. */
export function moderatorOf(press: Pick<Press, 'personId' | 'personName' | 'entraId'>): Actor {
  return { ...actorOf(press), id: press.entraId ?? press.personId };
}

/** What makes links and emphasis of a text; no name needs it. */
const MARKDOWN = /[\\`*_~[\]<>]/g;

/**
 * A name to show, also where a card reads Markdown; "somebody else" where Teams told none, or the
 * person was forgotten.
 */
export function nameOf(actor: Actor | undefined, say: Say): string {
  return actor?.name.replace(MARKDOWN, '').trim() || say('caseSomebody');
}
