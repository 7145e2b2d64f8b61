import { useTab } from '../../lib/tabContext.js';
import type { CaseDetails } from '../../lib/types.js';
import { useTopicTitle } from '../../lib/useTopicTitle.js';

/** A topic to choose, by its title in the reader's language. */
export interface TopicChoice {
  id: string;
  title: string;
}

/** The topics that may answer a case, the likely ones first; small talk answers none. */
export function useTopicChoices(guesses: CaseDetails['guesses']): TopicChoice[] {
  const { me, language } = useTab();
  const titleOf = useTopicTitle();
  const likely = guesses.map(({ id }) => id);
  const place = (id: string): number => (likely.includes(id) ? likely.indexOf(id) : likely.length);
  return me.topics
    .filter(({ id, group }) => group !== 'small-talk' || likely.includes(id))
    .map((topic) => ({ id: topic.id, title: titleOf(topic) }))
    .sort((a, b) => place(a.id) - place(b.id) || a.title.localeCompare(b.title, language));
}
