import MiniSearch from 'minisearch';
import { bestGuess, NOTHING } from './bestGuess.mjs';

const NEIGHBOURS = 10;

/** Of shorter words too much begins or sounds alike: it costs accuracy, and twice the time. */
const isLong = (word) => word.length > 3;

/** Full-text search over the phrases, with fuzzy and prefix matching: the nearest phrases vote. */
export async function train(rows) {
  const index = new MiniSearch({
    fields: ['text'],
    searchOptions: { fuzzy: (word) => isLong(word) && 0.2, prefix: isLong },
  });
  index.addAll(rows.map(({ text }, id) => ({ id, text })));
  return (text) => {
    const votes = new Map();
    for (const { id, score } of index.search(text).slice(0, NEIGHBOURS)) {
      const intent = rows[id].intent ?? NOTHING;
      votes.set(intent, (votes.get(intent) ?? 0) + score);
    }
    return bestGuess(votes);
  };
}
