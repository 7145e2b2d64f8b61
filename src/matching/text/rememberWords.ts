/** Forgetting everything now and then costs less than keeping order. */
const MOST_WORDS = 8000;
/** What is longer is seldom a word, and hardly comes again. */
const LONGEST_WORD = 40;

/** The same function, which remembers what it found for the words that come again and again. */
export function rememberWords<Found>(find: (word: string) => Found): (word: string) => Found {
  const known = new Map<string, Found>();
  return (word) => {
    let found = known.get(word);
    if (found === undefined) {
      found = find(word);
      if (word.length > LONGEST_WORD) return found;
      if (known.size >= MOST_WORDS) known.clear();
      known.set(word, found);
    }
    return found;
  };
}
