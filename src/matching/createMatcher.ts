import { createReader, type Reading } from './createReader.js';
import { decide } from './decide.js';
import { detectLanguage } from './detectLanguage.js';
import type { Model } from './model.js';
import { splitProblems } from './splitProblems.js';
import { tokenize } from './tokenize.js';
import type {
  Explanation,
  Matcher,
  MatchRequest,
  MatchSettings,
  TopicMatch,
  Understanding,
} from './types.js';

/** Evidence shown for each topic of an explanation. */
const EVIDENCE_SHOWN = 12;
/** A lexicon concept with this id marks messages that go on about what was said before. */
const FOLLOW_UP = 'follow-up';
/** Longer messages have content of their own. */
const FOLLOW_UP_WORDS = 12;
/** A message longer than this is read up to here: a page of text is no question. */
const LONGEST_TEXT = 2000;

/**
 * Makes a matcher of a trained model. `match` is synchronous, keeps nothing between calls and
 * takes well under a millisecond.
 */
export function createMatcher(model: Model, settings: MatchSettings): Matcher {
  const reader = createReader(model);

  const understand = (request: MatchRequest) => {
    const text = request.text.slice(0, LONGEST_TEXT);
    const tokens = tokenize(text);
    const language = detectLanguage(reader.languageScores(text), model, settings, {
      tokens,
      locale: request.locale,
    });
    const reading = reader.read(tokens, language);
    const followUp =
      request.lastTopic !== undefined &&
      model.topics.includes(request.lastTopic) &&
      isFollowUp(reading, settings);
    const ranked = rankTopics(model, reading);
    const parts = splitProblems(text, (part) => {
      const partReading = reader.read(tokenize(part), language);
      return rankTopics(model, partReading)[0];
    });
    const { outcome, topics } = decide(
      {
        ranked,
        parts,
        followUpOf: followUp ? request.lastTopic : undefined,
        addressed: request.addressed,
        words: tokens.length,
      },
      settings,
    );
    const understanding: Understanding = { language, outcome, topics };
    return { understanding, tokens, reading };
  };

  return {
    match: (request) => understand(request).understanding,

    explain(request): Explanation {
      const { understanding, tokens, reading } = understand(request);
      return {
        ...understanding,
        repaired: reading.repaired,
        known: reading.known,
        reasons: understanding.topics.slice(0, 2).map(({ id }) => ({
          topic: id,
          evidence: reader
            .evidence(tokens, understanding.language, model.topics.indexOf(id))
            .slice(0, EVIDENCE_SHOWN),
        })),
      };
    },
  };
}

function rankTopics(model: Model, { chances }: Reading): TopicMatch[] {
  return model.topics
    .map((id, k) => ({ id, confidence: chances[k]! }))
    .sort((a, b) => b.confidence - a.confidence);
}

function isFollowUp(reading: Reading, settings: MatchSettings): boolean {
  if (reading.words > FOLLOW_UP_WORDS) return false;
  if (reading.concepts.includes(FOLLOW_UP)) return true;
  const best = Math.max(...reading.chances.subarray(0, -1));
  return reading.words <= 4 && best < settings.bands.suggest;
}
