/** The class that peers learn texts about nothing as. */
export const NOTHING = 'None';

/**
 * The best guess that is not "nothing", from `[intent, score]` pairs.
 * @param {Iterable<[string, number]>} scores
 */
export function bestGuess(scores) {
  let best = { intent: undefined, score: -Infinity };
  for (const [intent, score] of scores) {
    if (intent !== NOTHING && score > best.score) best = { intent, score };
  }
  return best;
}
