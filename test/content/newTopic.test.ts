import { describe, expect, it } from 'vitest';
import { checkFile } from '../../src/content/checkFile.js';
import { idFrom, newTopic, type TopicBegun } from '../../src/content/newTopic.js';
import { topicEdits } from '../../src/support/editing/lessons.js';

const begun: TopicBegun = {
  id: 'tea-room',
  group: 'help',
  owner: 'Editors',
  language: 'en',
  title: 'The tea room',
  label: 'Tea room',
  answer: 'It is behind the house.',
  steps: [],
  phrases: ['Where is the tea room?'],
};

/** What the check says of the first file, which is the topic's, by place. */
const keysMissing = ([topic]: { path: string; text: string | undefined }[]): string[] =>
  checkFile(topic?.path ?? '', topic?.text ?? '')
    .findings.filter(({ fault }) => fault === 'missingKey')
    .map(({ values }) => JSON.stringify(values));

describe('a new topic', () => {
  it('is good as soon as it is written in every language, and has a source', () => {
    const source = { title: 'The house', url: 'https://commission.europa.eu/house' };
    const [topic, phrases] = newTopic({ ...begun, source }, ['en'], '2026-11-24');
    expect(checkFile(topic!.path, topic!.text).findings).toEqual([]);
    expect(JSON.parse(topic!.text).sources).toEqual([{ ...source, mark: 'official' }]);
    expect(JSON.parse(phrases!.text).phrases).toEqual(begun.phrases);
  });

  it('lacks nothing that a topic has to have, also where a moderator teaches it in Teams', () => {
    const taught = { question: 'Where is the tea room?', answer: 'Here.', language: 'en' };
    const edits = topicEdits(['en', 'fr'], taught, () => false, '2026-11-24');
    expect(edits.map(({ path }) => path)).toEqual([
      'knowledge/topics/where-is-the-tea-room.json',
      'knowledge/phrases/en/where-is-the-tea-room.json',
      'knowledge/phrases/fr/where-is-the-tea-room.json',
    ]);
    expect(keysMissing(edits)).toEqual([]);
    expect(keysMissing(newTopic(begun, ['en', 'fr'], '2026-11-24'))).toEqual([]);
  });

  it('has another id where the first one is taken', () => {
    const taught = { question: 'Where?', answer: 'Here.', language: 'en' };
    const taken = (path: string) => path === 'knowledge/topics/where.json';
    expect(topicEdits(['en'], taught, taken, '2026-11-24')[0]?.path).toContain('/where-2.json');
  });
});

describe('idFrom', () => {
  it.each([
    ['Wo ist mein Ausweis?', 'wo-ist-mein-ausweis'],
    ['Où est l’été ?', 'ou-est-l-ete'],
    ['2 factors', 'factors'],
    ['My tablet shows a grey padlock and nothing else', 'my-tablet-shows-a-grey-padlock-and'],
    ['a'.repeat(60), 'a'.repeat(40)],
    ['???', ''],
  ])('makes of %s the id %s', (title, id) => expect(idFrom(title)).toBe(id));
});
