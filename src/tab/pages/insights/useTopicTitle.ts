import { useTab } from '../../lib/tabContext.js';

/** A topic's title in the reader's language, or its id where it is gone. */
export function useTopicTitle(): (id: string) => string {
  const { me, language } = useTab();
  return (id) => {
    const titles = me.topics.find((topic) => topic.id === id)?.titles;
    return titles?.[language] ?? titles?.[me.defaultLanguage] ?? id;
  };
}
