import type { Content } from '../../content/content.js';
import type { Understanding } from '../../matching/types.js';
import type { Place } from '../question.js';
import type { CardView } from '../reply.js';
import { answerView } from './answerView.js';
import { textOf } from './choices.js';
import { noticeView } from './noticeView.js';
import { notFoundView } from './notFoundView.js';
import { suggestionsView } from './suggestionsView.js';
import { welcomeView } from './welcomeView.js';
import { TOPIC } from '../namedIds/namedIds.js';

export interface OutcomeSurroundings {
  scope: Place['scope'];
  now: Date;
  /** The id of the PMO office that is offered first. */
  nearestOffice?: string | undefined;
  botName: string;
}

/** The card for what the matcher understood, and the topic it answers, if it answers one. */
export function outcomeView(
  content: Content,
  { outcome, topics, language }: Understanding,
  { scope, now, nearestOffice, botName }: OutcomeSurroundings,
): { view: CardView; topic?: string } {
  // The matcher may still be the one trained before a topic was taken away.
  const known = topics.map(({ id }) => id).filter((id) => content.topics.has(id));
  const best = content.topics.get(known[0] ?? '');
  if (best === undefined || outcome === 'unresolved' || outcome === 'silent') {
    return { view: notFoundView(content, language, scope, now) };
  }
  if (outcome === 'suggest') {
    const offered = known.slice(0, content.settings.suggestions);
    return { view: suggestionsView(content, offered, language) };
  }
  if (best.id === TOPIC.greeting || best.id === TOPIC.capabilities) {
    return { view: welcomeView(content, language, scope, best.id, botName) };
  }
  if (best.group === 'small-talk') {
    const { title, answer } = textOf(best, language);
    return { view: noticeView(language, answer, { title }) };
  }
  return { view: answerView(content, best, language, { now, nearestOffice }), topic: best.id };
}
