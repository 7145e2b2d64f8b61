import type { Content } from '../../../content/content.js';
import type { CardView } from '../../reply.js';
import { sayIn } from '../../strings.js';
import { textOf } from '../../views/choices.js';
import { HOME_TIME_ZONE } from '../../hours/daytime.js';
import { nameOf } from '../actors.js';
import type { Case, CaseEvent, CaseEventKind } from '../case.js';
import { messageView } from './messageView.js';

const WORDS: Record<CaseEventKind, string> = {
  opened: 'caseEventOpened',
  joined: 'caseEventJoined',
  claimed: 'caseEventClaimed',
  released: 'caseEventReleased',
  answered: 'caseEventAnswered',
  dismissed: 'caseEventDismissed',
  reopened: 'caseEventReopened',
  withdrawn: 'caseEventWithdrawn',
  reminded: 'caseEventReminded',
  expired: 'caseEventExpired',
  taught: 'caseEventTaught',
};

/** What happened to a case, a line an event; askers are not named. */
export function historyView(
  content: Content,
  { id }: Pick<Case, 'id'>,
  events: readonly CaseEvent[],
  language: string,
): CardView {
  const say = sayIn(content, language);
  const time = new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: HOME_TIME_ZONE,
  });
  const lines = events.map(({ kind, at, by, note }) => {
    const topic = content.topics.get(note ?? '');
    const what = say(WORDS[kind], { name: nameOf(by, say) });
    return `${time.format(at)}: ${what}${topic ? ` – ${textOf(topic, language).title}` : ''}`;
  });
  return messageView(language, { title: say('caseTitle', { reference: id }), lines });
}
