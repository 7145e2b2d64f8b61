import type { Linter } from '../linter.js';
import { didYouMean } from '../nearest.js';

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
        problem: `There is no topic "${file.id}".`,
        mend: didYouMean(
          file.id,
          topics,
          `Write knowledge/topics/${file.id}.json, or delete this file.`,
        ),
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
        problem: `Nobody can ask for this topic in: ${missing.join(', ')}.`,
        mend: `Write ${missing.map((language) => pathOf(language, file.id)).join(', ')}.`,
      });
    }
    for (const file of files('settings')) {
      for (const [index, language] of languages.entries()) {
        if (exists(pathOf(language, '_none'))) continue;
        report({
          file,
          at: ['languages', index],
          problem: `No messages are known in "${language}" that no topic answers.`,
          mend: `Write ${pathOf(language, '_none')}: without it the bot answers everything.`,
        });
      }
    }
  },
};
