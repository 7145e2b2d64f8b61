import { stemWord } from './text/stem.js';
import { tokenize } from './text/tokenize.js';
import type { Matcher, MatchRequest, MatchSettings, TopicMatch, Understanding } from './types.js';

/** From this similarity (cosine, 0 to 1) on, two texts say nearly the same. */
const NEARLY_THE_SAME = 0.9;
/** Nobody is surer than that of a text that merely resembles another. */
const MOST_CONFIDENT = 0.99;
const SHORTEST_PART = 3;

/** A phrase with what it stands for. */
export interface LabelledPhrase<Label = string> {
  text: string;
  language: string;
  label: Label;
}

export interface Similar<Label> {
  phrase: LabelledPhrase<Label>;
  /** Cosine, from 0 to 1. */
  similarity: number;
}

/** Finds phrases that say nearly the same as a text, the most similar first. */
export type FindSimilar<Label> = (text: string) => Similar<Label>[];

/** Prepares phrases for being found; each is compared in its own language. */
export function indexPhrases<Label>(phrases: Iterable<LabelledPhrase<Label>>): FindSimilar<Label> {
  const indexed = [...phrases].map((phrase) => ({
    phrase,
    profile: profileOf(phrase.text, phrase.language),
  }));
  const languages = new Set(indexed.map(({ phrase }) => phrase.language));
  return (text) => {
    const profiles = new Map([...languages].map((each) => [each, profileOf(text, each)]));
    return indexed
      .map(({ phrase, profile }) => {
        const own = profiles.get(phrase.language) ?? new Map<string, number>();
        return { phrase, similarity: cosine(own, profile) };
      })
      .filter(({ similarity }) => similarity >= NEARLY_THE_SAME)
      .sort((a, b) => b.similarity - a.similarity);
  };
}

/**
 * A matcher that knows phrases which its model has yet to learn: whoever asks nearly the same gets
 * their topic.
 */
export function withTaught(
  matcher: Matcher,
  taught: Iterable<LabelledPhrase>,
  { bands, ambientMinWords, smallTalk }: MatchSettings,
): Matcher {
  const find = indexPhrases(taught);
  const teach = <T extends Understanding>(
    { text, addressed }: MatchRequest,
    understanding: T,
    [best]: Similar<string>[],
  ): T => {
    if (!best) return understanding;
    const confidence = Math.min(MOST_CONFIDENT, best.similarity);
    const topic: TopicMatch = { id: best.phrase.label, confidence };
    const others = understanding.topics
      .filter(({ id }) => id !== topic.id)
      .map(({ id, confidence: own }) => ({ id, confidence: Math.min(own, confidence) }));
    const isInvited =
      confidence >= bands.ambient &&
      tokenize(text).length >= ambientMinWords &&
      !smallTalk.includes(topic.id);
    return {
      ...understanding,
      outcome: addressed || isInvited ? 'answer' : understanding.outcome,
      topics: [topic, ...others],
    };
  };
  return {
    match: (request) => teach(request, matcher.match(request), find(request.text)),
    explain(request) {
      const similar = find(request.text);
      const explained = teach(request, matcher.explain(request), similar);
      const [best] = similar;
      if (!best) return explained;
      const { phrase, similarity } = best;
      const evidence = [{ feature: `“${phrase.text}”`, weight: similarity }];
      return { ...explained, reasons: [{ topic: phrase.label, evidence }, ...explained.reasons] };
    },
  };
}

/** How often each three letters in a row stand in the stems of a text, scaled to length 1. */
function profileOf(text: string, language: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { surface, folded } of tokenize(text)) {
    const stem = folded.startsWith('#') ? folded : stemWord(surface, language);
    const padded = ` ${stem} `;
    for (let at = 0; at + SHORTEST_PART <= padded.length; at++) {
      const part = padded.slice(at, at + SHORTEST_PART);
      counts.set(part, (counts.get(part) ?? 0) + 1);
    }
  }
  const length = Math.hypot(...counts.values());
  for (const [part, count] of counts) counts.set(part, count / length);
  return counts;
}

function cosine(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [part, weight] of one) sum += weight * (other.get(part) ?? 0);
  return sum;
}
