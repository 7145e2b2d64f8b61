import type { Offices } from '../../content/types.generated.js';
import { officeView } from '../views/officeView.js';
import type { Occasion, Scene } from './scene.js';
import { topicScenes } from './topicScenes.js';
import { TOPIC } from '../namedIds/namedIds.js';

/** Each office by itself, and the answer that offers them all. */
export function officeScenes({ offices }: Offices, at: Occasion): Scene[] {
  const { content, language, now } = at;
  const topic = content.topics.get(TOPIC.offices);
  const [answer] = topic ? topicScenes(topic, at) : [];
  return [
    ...offices.map((office) => ({
      id: office.id,
      title: office.city[language] ?? office.id,
      view: () => officeView(content, office, language, now),
    })),
    ...(answer ? [{ ...answer, id: 'offices-answer', title: topic?.texts[language]?.title }] : []),
  ];
}
