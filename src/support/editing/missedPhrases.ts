import type { Content } from '../../content/content.js';
import type { Matcher } from '../../matching/types.js';
import { unhurried } from '../unhurried.js';
import { phrasesOf } from './comparePhrases.js';

/** A phrase that is not answered with the topic under which it stands. */
export interface MissedPhrase {
  topic: string;
  language: string;
  phrase: string;
  /** The topic that seems nearer; undefined where the bot is merely not sure enough. */
  found?: string;
}

/** The phrases that people are known to ask in and that would not get their own topic's answer. */
export async function missedPhrases(content: Content, matcher: Matcher): Promise<MissedPhrase[]> {
  const missed: MissedPhrase[] = [];
  for await (const { phrase, language, expected: topic } of unhurried(phrasesOf(content))) {
    if (topic === undefined) continue;
    const { outcome, topics } = matcher.match({ text: phrase, addressed: true, locale: language });
    const found = topics[0]?.id;
    if (outcome === 'answer' && found === topic) continue;
    const isOther = found !== undefined && found !== topic;
    missed.push({ topic, language, phrase, ...(isOther ? { found } : {}) });
  }
  return missed;
}
