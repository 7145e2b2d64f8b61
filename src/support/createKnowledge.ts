import type { Content } from '../content/content.js';
import { withTaught, type LabelledPhrase } from '../matching/taught.js';
import type { Matcher } from '../matching/types.js';
import { matchSettingsOf, type Knowledge } from './knowledge.js';

/** So many that the next model must bring them: comparing costs time at each question. */
const MOST_TAUGHT = 300;

/** Makes matchers of content. */
export interface Learner {
  /** Takes half a minute for content that was never learnt before. */
  learn(content: Content): Promise<Matcher>;
  /** Whether this content was learnt before, and only has to be remembered. */
  remembers(content: Content): Promise<boolean>;
}

export interface LearntKnowledge {
  knowledge(): Knowledge;
  /** What was learnt first: the content, or the spare one. */
  first: Content;
  /** Learns newer content; until then its new phrases are known by heart. */
  follow(content: Content): Promise<void>;
}

/**
 * What is served: the newest content, and the matcher that has learnt it or is about to.
 * @param current the content served now
 * @param spare what may be learnt first where the program would have to wait for the other
 */
export async function createKnowledge(
  current: () => Content,
  spare: Content,
  { learn, remembers }: Learner,
): Promise<LearntKnowledge> {
  const begun = current();
  const isSpareSooner =
    spare.digest !== begun.digest && !(await remembers(begun)) && (await remembers(spare));
  const first = isSpareSooner ? spare : begun;
  let learnt = { content: first, matcher: await learn(first) };
  let served: Knowledge & { by?: Matcher } = learnt;

  const follow = async (content: Content): Promise<void> => {
    const matcher = await learn(content);
    if (content === current()) learnt = { content, matcher };
  };

  return {
    knowledge() {
      const content = current();
      const { matcher: by } = learnt;
      if (served.content !== content || served.by !== by) {
        const taught = newPhrases(learnt.content, content);
        const matcher = taught.length === 0 ? by : withTaught(by, taught, matchSettingsOf(content));
        served = { content, matcher, by };
      }
      return served;
    },
    first,
    follow,
  };
}

/** The phrases of topics that the content has beyond what was learnt. */
function newPhrases(learnt: Content, content: Content): LabelledPhrase[] {
  if (learnt.digest === content.digest) return [];
  const added: LabelledPhrase[] = [];
  for (const [language, topics] of content.phrases) {
    for (const [label, texts] of topics) {
      const before = learnt.phrases.get(language)?.get(label) ?? [];
      // A question waits for this, and most lists are as they were.
      const moved = texts.filter((text, at) => text !== before[at]);
      if (moved.length === 0) continue;
      const known = new Set(before);
      for (const text of moved) if (!known.has(text)) added.push({ text, language, label });
    }
  }
  return added.slice(0, MOST_TAUGHT);
}
