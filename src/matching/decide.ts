import type { FollowUp } from './followUp.js';
import type { TwoProblems } from './splitProblems.js';
import type { Bands, MatchSettings, Outcome, TopicMatch } from './types.js';

/** From this confidence on, each half of a message names a problem of its own. */
const OWN_PROBLEM = 0.8;
/** Where the message as a whole is unclear anyway, halves need not be as sure. */
const OWN_PROBLEM_IF_UNCLEAR = 0.5;
/** From this probability of "none of these" on, a short message does not lean on the last topic. */
const LIKELY_NONE = 0.5;
/** Topics listed beyond the suggestions, for logs and explanations. */
const LISTED_BEYOND = 2;
/** A topic under this confidence is not worth a line. */
const LEAST_LISTED = 0.01;

export interface Findings {
  /** Every topic, best first. */
  ranked: TopicMatch[];
  /** Probability that no topic answers it. */
  none: number;
  /** The message read as two problems that are sure enough, where it can be; see `leastOfTwo`. */
  two: TwoProblems | undefined;
  /** The topic that the message goes on about, where it has little content of its own. */
  followUp: FollowUp | undefined;
  addressed: boolean;
  words: number;
}

/** What to do with a message, and which topics to name. */
export interface Decision {
  outcome: Outcome;
  topics: TopicMatch[];
  /** Set where the message was read as going on about the last topic. */
  followsUp?: true;
}

/** How sure both halves of a message must be to count as problems of their own. */
export function leastOfTwo(ranked: readonly TopicMatch[], bands: Bands): number {
  const isClear = (ranked[0]?.confidence ?? 0) >= bands.answer;
  return isClear ? OWN_PROBLEM : OWN_PROBLEM_IF_UNCLEAR;
}

/** Decides what to do with a message. */
export function decide(
  { ranked, none, two, followUp, addressed, words }: Findings,
  { bands, suggestions, ambientMinWords, smallTalk }: MatchSettings,
): Decision {
  const sure = ranked[0]?.confidence ?? 0;
  const problems = ownProblems(two, smallTalk);
  const goesOn =
    followUp &&
    !smallTalk.includes(followUp.topic) &&
    (followUp.certain || (sure < bands.answer && none < LIKELY_NONE));
  const leading = goesOn ? [leaningOn(followUp, sure, bands)] : problems;
  const topics = [...leading, ...ranked.filter(({ id }) => leading.every((x) => x.id !== id))]
    .filter(({ confidence }) => confidence >= LEAST_LISTED)
    .slice(0, suggestions + LISTED_BEYOND);
  const decision: Decision = { outcome: 'silent', topics };
  if (goesOn) decision.followsUp = true;
  const top = topics[0];
  if (!addressed) {
    const certain =
      top && !goesOn && top.confidence >= bands.ambient && !smallTalk.includes(top.id);
    return certain && words >= ambientMinWords ? { ...decision, outcome: 'answer' } : decision;
  }
  // Against "none of these" alone: three topics that share a message's chances are worth offering.
  const chance = top ? top.confidence / (top.confidence + none) : 0;
  if (!top || (leading.length === 0 && chance < bands.suggest)) {
    return { ...decision, outcome: 'unresolved' };
  }
  const clear = leading.length < 2 && top.confidence >= bands.answer;
  return { ...decision, outcome: clear ? 'answer' : 'suggest' };
}

/** A certain follow-up is answered; a short message merely has the last topic suggested first. */
function leaningOn({ topic, certain }: FollowUp, sure: number, bands: Bands): TopicMatch {
  return { id: topic, confidence: Math.max(certain ? bands.answer : bands.suggest, sure) };
}

function ownProblems(two: TwoProblems | undefined, smallTalk: readonly string[]): TopicMatch[] {
  if (!two || two.problems.some(({ id }) => smallTalk.includes(id))) return [];
  return [...two.problems].sort((a, b) => b.confidence - a.confidence);
}
