/** Nobody asks in a whole page. */
export const LONGEST_PHRASE = 300;

/**
 * A person's words, masked already, as the knowledge may hold them: one line of at most 300
 * characters, cut between words.
 */
export function asPhrase(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= LONGEST_PHRASE) return line;
  // Half a word would be learnt as one.
  const end = line.lastIndexOf(' ', LONGEST_PHRASE);
  return line.slice(0, end > 0 ? end : LONGEST_PHRASE);
}
