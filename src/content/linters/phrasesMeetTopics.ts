import type { Linter } from '../linter.js';
import { nearest } from '../nearest.js';

export const phrasesMeetTopics: Linter = {
  name: 'phrasesMeetTopics',
  description: 'Every topic has phrases in every language, and all phrases have a topic.',
  check({ files, ids, exists, languages }, report) {
    const topics = ids('topic');
    for (const file of files('phrases')) {
      if (file.id === '_none' || topics.has(file.id)) continue;
      report({
        file,
        at: ['topic'],
        fault: 'phrasesWithoutTopic',
        values: { id: file.id, path: `knowledge/topics/${file.id}.json` },
        meant: nearest(file.id, topics),
      });
    }
    const pathOf = (language: string, id: string): string =>
      `knowledge/phrases/${language}/${id}.json`;
    for (const file of files('topic')) {
      const missing = languages.filter((language) => !exists(pathOf(language, file.id)));
      if (missing.length === 0) continue;
      report({
        file,
        at: ['id'],
        fault: 'topicWithoutPhrases',
        values: {
          languages: missing.join(', '),
          paths: missing.map((language) => pathOf(language, file.id)).join(', '),
        },
      });
    }
    for (const file of files('settings')) {
      for (const [index, language] of languages.entries()) {
        if (exists(pathOf(language, '_none'))) continue;
        report({
          file,
          at: ['languages', index],
          fault: 'noneMissing',
          values: { language, path: pathOf(language, '_none') },
        });
      }
    }
  },
};
