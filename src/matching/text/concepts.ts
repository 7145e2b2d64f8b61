/** The concepts of the lexicon that the matcher knows by their id; others only mean themselves. */
export const CONCEPT = {
  /** It only joins: it says where a second problem may begin, and nothing about either. */
  joining: 'and-also',
  /** It marks messages that go on about what was said before. */
  followUp: 'follow-up',
} as const;
