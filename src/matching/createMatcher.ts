import { createReader } from './createReader.js';
import { decide, leastOfTwo } from './decide.js';
import { createLanguageDetector } from './language/detectLanguage.js';
import { findFollowUp } from './followUp.js';
import type { Model } from './model.js';
import { splitProblems } from './splitProblems.js';
import { tokenize } from './text/tokenize.js';
import type { Explanation, Matcher, MatchRequest, MatchSettings, Understanding } from './types.js';

/** Evidence shown for each topic of an explanation. */
const EVIDENCE_SHOWN = 12;
/** A message longer than this is read up to here: a page of text is no question. */
const LONGEST_TEXT = 2000;

/**
 * Makes a matcher of a trained model. `match` is synchronous, keeps nothing between calls and
 * takes well under a millisecond.
 */
export function createMatcher(model: Model, settings: MatchSettings): Matcher {
  const reader = createReader(model);
  const detect = createLanguageDetector(model, settings);

  const understand = ({ text: typed, addressed, locale, lastTopic }: MatchRequest) => {
    const text = typed.slice(0, LONGEST_TEXT);
    const tokens = tokenize(text);
    const { reading: language, answering } = detect(tokens, locale);
    const words = reader.words(tokens, language);
    const reading = reader.read(words);
    const known = lastTopic !== undefined && model.topics.includes(lastTopic);
    const decision = decide(
      {
        ranked: reading.ranked,
        none: reading.none,
        two: addressed
          ? splitProblems(words, reader, leastOfTwo(reading.ranked, settings.bands))
          : undefined,
        followUp: known ? findFollowUp(lastTopic, words, reader) : undefined,
        addressed,
        words: words.length,
      },
      settings,
    );
    const understanding: Understanding = { language: answering, ...decision };
    return { understanding, words, reading };
  };

  return {
    match: (request) => understand(request).understanding,

    explain(request): Explanation {
      const { understanding, words, reading } = understand(request);
      return {
        ...understanding,
        repaired: reading.repaired,
        known: reading.known,
        reasons: understanding.topics.slice(0, 2).map(({ id }) => ({
          topic: id,
          evidence: reader.evidence(words, id).slice(0, EVIDENCE_SHOWN),
        })),
      };
    },
  };
}
