import { foldText } from './foldText.js';
import type { Topic } from './types.generated.js';

/** What a topic begins with, in the language of whoever writes it. */
export interface TopicBegun {
  id: string;
  group: Topic['group'];
  owner: string;
  language: string;
  title: string;
  label: string;
  answer: string;
  steps: readonly string[];
  /** How people ask it. */
  phrases: readonly string[];
  /** Left out where it is not known yet. */
  source?: { title: string; url: string };
}

const LONGEST_ID = 40;

/**
 * The files that begin a topic. Other languages stand empty beside: the check does not let it go
 * out before they are written.
 * @param today as YYYY-MM-DD
 */
export function newTopic(
  begun: TopicBegun,
  languages: readonly string[],
  today: string,
): { path: string; text: string }[] {
  const { id, group, owner, language, title, label, answer, steps, phrases, source } = begun;
  const own = { title, label, answer, steps };
  const empty = { title: '', label: '', answer: '', steps: [] };
  const topic = {
    $schema: '../schema/topic.schema.json',
    id,
    group,
    owner,
    reviewed: today,
    related: [],
    sources: source ? [{ ...source, mark: markOf(source.url) }] : [],
    texts: Object.fromEntries(languages.map((each) => [each, each === language ? own : empty])),
  };
  return [
    { path: `knowledge/topics/${id}.json`, text: toJson(topic) },
    ...languages.map((each) => newPhrases(id, each, each === language ? phrases : [])),
  ];
}

/** The file of how people ask for a topic in a language. */
export function newPhrases(
  topic: string,
  language: string,
  phrases: readonly string[],
): { path: string; text: string } {
  const $schema = '../../schema/phrases.schema.json';
  return {
    path: `knowledge/phrases/${language}/${topic}.json`,
    text: toJson({ $schema, topic, language, phrases }),
  };
}

/** An id of the first words: "Wo ist mein Ausweis?" → "wo-ist-mein-ausweis"; may be empty. */
export function idFrom(title: string): string {
  const words = foldText(title).match(/[a-z0-9]+/g) ?? [];
  const whole = words.join('-').replace(/^[^a-z]+/, '');
  if (whole.length <= LONGEST_ID) return whole;
  // No half words, but for one that is too long by itself.
  return whole
    .slice(0, LONGEST_ID + 1)
    .replace(/-[^-]*$/, '')
    .slice(0, LONGEST_ID);
}

function markOf(url: string): Topic['sources'][number]['mark'] {
  return /^https:\/\/([^/]+\.)?europa\.eu(\/|$)/.test(url) ? 'official' : 'third-party';
}

function toJson(data: unknown): string {
  return `${JSON.stringify(data, null, 2)}\n`;
}
