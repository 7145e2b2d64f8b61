import { useTab } from './tabContext.js';
import type { Me } from './types.js';

type Titled = Pick<Me['topics'][number], 'id' | 'titles'>;

/** Says topics, or those with these ids, by their title in the reader's language. */
export function useTopicTitle(): (topic: Titled | string) => string {
  const { me, language } = useTab();
  const known = (id: string): Titled =>
    me.topics.find((topic) => topic.id === id) ?? { id, titles: {} };
  return (topic) => {
    const { id, titles } = typeof topic === 'string' ? known(topic) : topic;
    return titles[language] ?? titles[me.defaultLanguage] ?? id;
  };
}
