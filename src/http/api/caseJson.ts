import { askersOf, type Asking, type Case } from '../../support/cases/case.js';

/** A case as the list shows it. */
export function caseLine(shown: Case) {
  const { id, version, state, text, language, claimedBy, guesses, openedAt, changedAt } = shown;
  const present = askersOf(shown);
  return {
    id,
    version,
    state,
    text,
    language,
    people: present.length,
    languages: [...new Set(present.map((asking) => asking.language))],
    claimedBy: claimedBy?.name,
    claimedById: claimedBy?.id,
    guess: guesses[0],
    openedAt,
    changedAt,
  };
}

/** A case with everything that helps to answer it. */
export function caseDetails(shown: Case) {
  const { guesses, answer, askings } = shown;
  return { ...caseLine(shown), guesses, answer, askings: askings.map(askingJson) };
}

/** Where somebody asked is for the bot to know; who asked in a chat of their own is nobody's matter. */
function askingJson({ id, person, place, text, language, reason, topic, askedAt, state }: Asking) {
  const { scope } = place;
  const name = scope === 'channel' ? person.name : undefined;
  return { id, name, scope, text, language, reason, topic, askedAt, state };
}
