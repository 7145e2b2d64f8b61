import type { Content } from '../../content/content.js';
import type { Topic } from '../../content/types.generated.js';
import { nearestFirst } from '../nearestOffice.js';
import { formChoice } from './formChoice.js';
import { choice, type Choice } from '../reply.js';
import { sayIn } from '../strings.js';
import { TOPIC } from '../namedIds/namedIds.js';

/** What leads on from an answer: the guided dialog, and what some topics open besides. */
export function nextChoices(
  content: Content,
  topic: Topic,
  language: string,
  nearestOffice?: string,
): Choice[] {
  const say = sayIn(content, language);
  const here = { topic: topic.id, language };
  const choices: Choice[] = [];
  if (topic.dialog !== undefined && content.dialogs.has(topic.dialog)) {
    choices.push(choice(say('guideMe'), 'start-dialog', { ...here, dialog: topic.dialog }));
  }
  if (topic.id === TOPIC.offices) choices.push(...officeChoices(content, language, nearestOffice));
  if (topic.id === TOPIC.openIncident) choices.push(formChoice(content, 'incident', language));
  if (topic.id === TOPIC.followUpIncident) choices.push(formChoice(content, 'follow-up', language));
  return choices;
}

/** One button an office, the nearest first; its title is the city, so that it is easily typed. */
export function officeChoices(content: Content, language: string, nearest?: string): Choice[] {
  const say = sayIn(content, language);
  return nearestFirst(content.offices, nearest).map(({ id, city }) => {
    const name = city[language] ?? id;
    return choice(name, 'show-office', { office: id, language }, say('officeIn', { city: name }));
  });
}
