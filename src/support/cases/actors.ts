import type { Press } from '../question.js';
import type { Say } from '../strings.js';
import type { Actor } from './case.js';

/** Whoever pressed or wrote, as a case knows them. */
export function actorOf({ personId, personName }: Pick<Press, 'personId' | 'personName'>): Actor {
  return { id: personId, name: personName ?? '' };
}

/** A name to show; "somebody else" where Teams told none, or the person was forgotten. */
export function nameOf(actor: Actor | undefined, say: Say): string {
  return actor?.name || say('caseSomebody');
}
