import type { Topic } from '../../../../content/types.generated.js';
import type { Edit } from '../draft/draftSaver.js';
import { phrasesPath, topicPath } from '../file/fileGroups.js';

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
  source: { title: string; url: string };
}

/**
 * The edits that begin a topic. Other languages stand empty beside: the check does not let it go
 * out before they are written.
 * @param today as YYYY-MM-DD
 */
export function newTopic(begun: TopicBegun, languages: readonly string[], today: string): Edit[] {
  const { id, group, owner, language, title, label, answer, steps, phrases, source } = begun;
  const own = { title, label, answer, steps };
  const empty = { title: '', label: '', answer: '', steps: [] };
  const isOfficial = /^https:\/\/([^/]+\.)?europa\.eu(\/|$)/.test(source.url);
  const topic = {
    $schema: '../schema/topic.schema.json',
    id,
    group,
    owner,
    reviewed: today,
    related: [],
    sources: [{ ...source, mark: isOfficial ? 'official' : 'third-party' }],
    texts: Object.fromEntries(languages.map((each) => [each, each === language ? own : empty])),
  };
  return [
    { path: topicPath(id), text: toJson(topic) },
    ...languages.map((each) => ({
      path: phrasesPath(id, each),
      text: toJson({
        $schema: '../../schema/phrases.schema.json',
        topic: id,
        language: each,
        phrases: each === language ? phrases : [],
      }),
    })),
  ];
}

/** "Wo ist mein Ausweis?" → "wo-ist-mein-ausweis". */
export function idFrom(title: string): string {
  const plain = title.normalize('NFD').replace(/\p{Mark}/gu, '');
  return plain
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
}

function toJson(data: unknown): string {
  return `${JSON.stringify(data, null, 2)}\n`;
}
