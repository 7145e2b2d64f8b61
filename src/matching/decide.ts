import type { MatchSettings, Outcome, TopicMatch } from './types.js';

/** Topics that are never answered uninvited: people greet and thank each other. */
const SMALL_TALK = new Set(['greeting', 'thanks', 'capabilities']);
/** From this confidence on, a sentence by itself names a problem of its own. */
const OWN_PROBLEM = 0.75;
/** Topics listed beyond the suggestions, for logs and explanations. */
const LISTED_BEYOND = 2;
/** A topic under this confidence is not worth a line. */
const LEAST_LISTED = 0.01;

export interface Findings {
  /** Every topic, best first. */
  ranked: TopicMatch[];
  /** Best topic of each sentence, where there are several. */
  parts: TopicMatch[];
  /** The topic that the message goes on about, where it has no content of its own. */
  followUpOf: string | undefined;
  addressed: boolean;
  words: number;
}

/** Decides what to do with a message, and which topics to name. */
export function decide(
  { ranked, parts, followUpOf, addressed, words }: Findings,
  { bands, suggestions, ambientMinWords }: MatchSettings,
): { outcome: Outcome; topics: TopicMatch[] } {
  let order = ranked;
  const best = ranked[0];
  if (followUpOf !== undefined && (best?.confidence ?? 0) < bands.ambient) {
    order = [
      { id: followUpOf, confidence: Math.max(bands.answer, best?.confidence ?? 0) },
      ...ranked.filter(({ id }) => id !== followUpOf),
    ];
  }
  const problems = ownProblems(parts);
  const several = problems.length > 1;
  if (several) {
    order = [...problems, ...order.filter(({ id }) => !problems.some((p) => p.id === id))];
  }
  const topics = order
    .filter(({ confidence }) => confidence >= LEAST_LISTED)
    .slice(0, suggestions + LISTED_BEYOND);
  const top = topics[0];
  if (!addressed) {
    const certain =
      !several &&
      top !== undefined &&
      top.confidence >= bands.ambient &&
      words >= ambientMinWords &&
      !SMALL_TALK.has(top.id);
    return { outcome: certain ? 'answer' : 'silent', topics };
  }
  if (!top || top.confidence < bands.suggest) return { outcome: 'unresolved', topics };
  return { outcome: several || top.confidence < bands.answer ? 'suggest' : 'answer', topics };
}

function ownProblems(parts: TopicMatch[]): TopicMatch[] {
  const strong = parts.filter(
    ({ id, confidence }) => confidence >= OWN_PROBLEM && !SMALL_TALK.has(id),
  );
  const byId = new Map<string, TopicMatch>();
  for (const match of strong) {
    if (match.confidence > (byId.get(match.id)?.confidence ?? 0)) byId.set(match.id, match);
  }
  return [...byId.values()].sort((a, b) => b.confidence - a.confidence);
}
