import type { Linter } from '../../content/linter.js';
import { CONCEPT } from '../../matching/text/concepts.js';
import { CONTACT, TOPIC } from './namedIds.js';

const idsThatAreNamed: Linter = {
  name: 'idsThatAreNamed',
  description: 'The topics, contacts and concepts that the program itself names exist.',
  check({ files, ids }, report) {
    const topics = ids('topic');
    for (const id of Object.values(TOPIC).filter((each) => !topics.has(each))) {
      const path = `knowledge/topics/${id}.json`;
      const file = { path, locate: () => ({ line: 1, column: 1 }) };
      report({ file, fault: 'namedTopicMissing', values: { id } });
    }
    for (const file of files('contacts')) {
      const contacts = new Map(file.data.contacts.map((each) => [each.id, each]));
      const at = ['contacts'];
      for (const id of Object.values(CONTACT).filter((each) => !contacts.has(each))) {
        report({ file, at, part: 'key', fault: 'namedContactMissing', values: { id } });
      }
      const central = contacts.get(CONTACT.central);
      if (central && central.email === undefined) {
        const index = file.data.contacts.indexOf(central);
        const values = { id: central.id };
        report({ file, at: [...at, index], fault: 'mailWithoutAddress', values });
      }
    }
    for (const file of files('lexicon')) {
      const { concepts } = file.data;
      for (const id of Object.values(CONCEPT).filter((each) => !(each in concepts))) {
        const at = ['concepts'];
        report({ file, at, part: 'key', fault: 'namedConceptMissing', values: { id } });
      }
    }
  },
};

/** The rules for what the program expects of content. */
export const namedIdLinters: readonly Linter[] = [idsThatAreNamed];
